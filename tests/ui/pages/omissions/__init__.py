"""Tests of ui.pages.omissions."""
