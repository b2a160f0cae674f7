"""The shape of the house, as assertions."""
