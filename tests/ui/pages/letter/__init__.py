"""One letter."""
