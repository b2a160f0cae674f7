"""Tests of the import of a ledger in the window."""
