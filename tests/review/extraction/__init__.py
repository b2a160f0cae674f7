"""Tests of proposing a record from a text."""
