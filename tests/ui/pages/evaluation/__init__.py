"""Tests of ui.pages.evaluation."""
