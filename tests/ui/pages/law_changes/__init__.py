"""Tests of the outgoing log."""
