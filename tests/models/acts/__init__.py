"""Acts, each on both databases."""
