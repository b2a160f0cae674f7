"""A page still to be built."""
