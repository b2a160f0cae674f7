"""Figures as bars and as a table: what a page shows of a cleanup or of the stock of documents."""
