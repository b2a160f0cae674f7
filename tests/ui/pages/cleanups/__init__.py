"""Tests of ui.pages.cleanups."""
