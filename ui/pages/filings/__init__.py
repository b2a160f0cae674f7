"""The list of incoming filings."""
