"""Tests of errors becoming words."""
