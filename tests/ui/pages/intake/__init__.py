"""Tests of ui.pages.intake."""
