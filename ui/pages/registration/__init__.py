"""The registration form (登记表)."""
