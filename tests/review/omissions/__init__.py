"""Tests of review.omissions."""
