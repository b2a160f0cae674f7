"""The list of post-evaluations."""
