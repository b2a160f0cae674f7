"""The number ledger (号码台账): every number, the void ones with their reason, and its check."""
