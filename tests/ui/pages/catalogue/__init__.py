"""Tests of ui.pages.catalogue."""
