"""Tests of ui.pages.omission."""
