"""Errors become Chinese words, words become messages."""
