"""Annual plans of post-evaluation read from the tables of an office."""
