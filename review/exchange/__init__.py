"""Packages between offices without a network: keys, writing, looking through, taking in."""
