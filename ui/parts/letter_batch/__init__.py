"""Many letters of one kind: proposed together, looked at one by one, issued in one go."""
