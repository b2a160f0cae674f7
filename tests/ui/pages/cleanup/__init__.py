"""Tests of ui.pages.cleanup."""
