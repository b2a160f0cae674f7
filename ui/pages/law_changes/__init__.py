"""Documents whose cited laws have changed (依据变动)."""
