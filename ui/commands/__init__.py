"""The same acts and queries as in the window, as commands of a command line."""
