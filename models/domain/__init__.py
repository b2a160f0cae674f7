"""Values and laws: pure functions on the standard library only."""
