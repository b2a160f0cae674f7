"""What the program suggests for the documents of a cleanup, and why; never a decision."""
