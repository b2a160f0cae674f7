"""Tests of ui.pages.evaluations."""
