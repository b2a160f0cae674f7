"""Tests of cleanups."""
