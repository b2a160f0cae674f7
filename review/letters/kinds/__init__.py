"""The papers by business: the plain values each is made from."""
