"""Tests of the register as a table."""
