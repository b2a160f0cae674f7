"""Published or received results of a cleanup, read and added up."""
