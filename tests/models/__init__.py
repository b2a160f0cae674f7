"""Tests of the register: law, store, acts, queries."""
