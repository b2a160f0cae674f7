"""Tests of ui.pages.reviews."""
