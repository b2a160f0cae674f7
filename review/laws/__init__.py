"""The catalogue of laws and their status, and the laws that a text cites."""
