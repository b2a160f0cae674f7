"""One cleanup, from its scope to the look back."""
