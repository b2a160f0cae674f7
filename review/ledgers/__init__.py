"""Ledgers of other hands: their sheets read, their columns understood, their rows judged."""
