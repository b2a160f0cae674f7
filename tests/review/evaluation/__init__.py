"""Tests of review.evaluation."""
