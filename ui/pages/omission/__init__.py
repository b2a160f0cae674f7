"""One omission check: the lines of an issue list, and what is decided of them."""
