"""Tests of the page that verifies papers."""
