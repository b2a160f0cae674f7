"""Tests of the folder import."""
