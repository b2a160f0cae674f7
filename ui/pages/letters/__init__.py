"""The issued letters (文书) as a table."""
