"""One post-evaluation: its score sheet, its papers, its conclusion."""
