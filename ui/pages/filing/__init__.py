"""One filing."""
