"""Many letters of one kind issued in one go (成批出具)."""
