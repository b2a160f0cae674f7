"""The omission checks: issue lists compared with the register, and a new one."""
