"""Writes: one act of the law a module, one transaction each, audit inside."""
