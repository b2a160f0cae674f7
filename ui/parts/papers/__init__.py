"""Issued papers are taken along: printed, and saved as Word and PDF, one or many."""
