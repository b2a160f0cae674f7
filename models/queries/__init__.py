"""Reads: one module per page or question, frozen rows out."""
