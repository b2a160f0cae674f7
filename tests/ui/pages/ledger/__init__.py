"""The number ledger."""
