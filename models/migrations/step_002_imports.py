"""Step 2: the ledgers of others that were taken in, and the row each document came from."""

VERSION = 2

STATEMENTS = (
    """
    CREATE TABLE import_run (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind <> ''),
        stored_file_id TEXT NOT NULL REFERENCES stored_file (sha256),
        source_name TEXT NOT NULL,
        sheet TEXT NOT NULL,
        header_key TEXT NOT NULL,
        choices TEXT NOT NULL,
        row_count INTEGER NOT NULL CHECK (row_count >= 0),
        document_count INTEGER NOT NULL CHECK (document_count > 0),
        performed_at TEXT NOT NULL,
        performed_by_id BIGINT NOT NULL REFERENCES person (id),
        state TEXT NOT NULL CHECK (state IN ('performed', 'reversed')),
        reversal_reason TEXT,
        reversed_at TEXT,
        reversed_by_id BIGINT REFERENCES person (id),
        CHECK ((state = 'reversed') = (reversal_reason IS NOT NULL)),
        CHECK ((state = 'reversed') = (reversed_at IS NOT NULL))
    )
    """,
    "CREATE INDEX import_run_header ON import_run (header_key)",
    """
    CREATE TABLE imported_row (
        id {identity},
        import_run_id BIGINT NOT NULL REFERENCES import_run (id),
        document_id BIGINT NOT NULL UNIQUE REFERENCES document (id),
        row_number INTEGER NOT NULL CHECK (row_number > 0),
        unheld TEXT NOT NULL
    )
    """,
    "CREATE INDEX imported_row_run ON imported_row (import_run_id, row_number)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
