"""A filing is received."""
