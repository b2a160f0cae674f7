"""The command line: every command, its refusals, its answers for people and programs."""
