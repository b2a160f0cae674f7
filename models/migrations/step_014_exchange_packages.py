"""Step 14: packages that went out or were taken in."""

VERSION = 14

STATEMENTS = (
    """
    CREATE TABLE exchange_package (
        id {identity},
        package_id TEXT NOT NULL CHECK (length(package_id) = 32),
        direction TEXT NOT NULL CHECK (direction IN ('sent', 'taken')),
        kind TEXT NOT NULL CHECK (kind IN ('filing_package', 'receipt_package')),
        office_name TEXT NOT NULL,
        public_key TEXT NOT NULL CHECK (length(public_key) = 64),
        made_at TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id),
        answers_package_id TEXT NOT NULL,
        UNIQUE (direction, package_id)
    )
    """,
    """
    CREATE TABLE exchange_item (
        id {identity},
        package_id BIGINT NOT NULL REFERENCES exchange_package (id),
        document_id BIGINT REFERENCES document (id),
        filing_id BIGINT REFERENCES filing (id),
        document_uid TEXT NOT NULL,
        content TEXT NOT NULL
    )
    """,
    "CREATE INDEX exchange_item_package ON exchange_item (package_id)",
    "CREATE INDEX exchange_item_document ON exchange_item (document_uid)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
