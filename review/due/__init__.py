"""The list of what is due, written for other programs: a calendar file, a workbook."""
