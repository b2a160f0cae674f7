"""Tests of the due list's files."""
