"""Work on files from outside in a child process that may be slow, greedy or dead without harm."""
