"""The list of cleanups."""
