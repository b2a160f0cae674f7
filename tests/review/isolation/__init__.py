"""Tests of the child process for files from outside."""
