"""Tests of the catalogue of laws and of citations."""
