"""Queries, each on both databases."""
