"""Text to a proposed record, each value with its place in the text."""
