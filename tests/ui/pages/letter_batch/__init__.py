"""Many letters at once."""
