"""Tests of catalogues of laws that an office brings."""
