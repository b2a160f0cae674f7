"""Tests of the folder import page."""
