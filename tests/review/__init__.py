"""Tests of the reading desk."""
