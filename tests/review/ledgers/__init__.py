"""Tests of reading and judging ledgers."""
