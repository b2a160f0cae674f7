"""Papers taken along."""
