"""Append-only steps that bring a register to the newest schema."""
