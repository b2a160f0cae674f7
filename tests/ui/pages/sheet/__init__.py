"""Tests of the page of papers without a number."""
