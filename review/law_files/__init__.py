"""A catalogue of laws that an office brings: read, checked, held against the present one."""
