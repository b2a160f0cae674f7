"""The tables of the register, one family a module."""
