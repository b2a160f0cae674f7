"""Step 18: what a person writes into the statement that goes with a filing upward (备案说明)."""

VERSION = 18

STATEMENTS = (
    """
    CREATE TABLE filing_statement (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        necessity TEXT NOT NULL CHECK (necessity <> ''),
        main_content TEXT NOT NULL CHECK (main_content <> ''),
        disagreements TEXT NOT NULL,
        written_at TEXT NOT NULL,
        written_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX filing_statement_document ON filing_statement (document_id, id)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
