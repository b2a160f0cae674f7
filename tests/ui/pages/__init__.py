"""Tests of the pages, each on a real register."""
