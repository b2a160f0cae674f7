"""Whole stories, from the first command to the last check."""
