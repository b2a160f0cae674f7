"""Step 10: a document may stand to another as its renewal."""

VERSION = 10

_KINDS = "CHECK (kind IN ('based_on', 'amends', 'repeals', 'replaces', 'renews'))"

STATEMENTS = ()

# SQLite cannot change a condition of a column: the table is made anew with what it holds.
SQLITE_STATEMENTS = (
    f"""
    CREATE TABLE relation_anew (
        id {{identity}},
        document_id BIGINT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL {_KINDS},
        target_id BIGINT REFERENCES document (id),
        target_title TEXT NOT NULL,
        target_number TEXT NOT NULL,
        clause TEXT NOT NULL,
        CHECK (target_id IS NULL OR target_id <> document_id),
        CHECK (target_title <> '' OR target_number <> '')
    )
    """,
    """
    INSERT INTO relation_anew
    SELECT id, document_id, kind, target_id, target_title, target_number, clause FROM relation
    """,
    "DROP TABLE relation",
    "ALTER TABLE relation_anew RENAME TO relation",
    "CREATE INDEX relation_document ON relation (document_id)",
    "CREATE INDEX relation_target ON relation (target_id)",
)

POSTGRES_STATEMENTS = (
    "ALTER TABLE relation DROP CONSTRAINT relation_kind_check",
    f"ALTER TABLE relation ADD CONSTRAINT relation_kind_check {_KINDS}",
)
