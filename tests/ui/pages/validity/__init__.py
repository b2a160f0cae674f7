"""Tests of the page on terms that end."""
