"""Tests of ui.pages.filing."""
