"""Golden files: what papers say, kept to be compared with."""
