"""Tests of the registration form."""
