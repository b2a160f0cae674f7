"""The only place that starts threads."""
