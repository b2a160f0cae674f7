"""Tests of the data files: samples and their story."""
