"""Tests of ui.pages.filings."""
