"""Tests of ui.pages.review."""
