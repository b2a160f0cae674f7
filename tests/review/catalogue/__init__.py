"""Tests of the catalogue of a day."""
