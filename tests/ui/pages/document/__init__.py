"""Tests of the page of one document."""
