"""The import of a ledger (导入台账): its columns, its bodies, the dry run, what was imported."""
