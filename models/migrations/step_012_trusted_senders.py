"""Step 12: offices whose packages are taken."""

VERSION = 12

STATEMENTS = (
    """
    CREATE TABLE trusted_sender (
        id {identity},
        office_name TEXT NOT NULL CHECK (office_name <> ''),
        public_key TEXT NOT NULL CHECK (length(public_key) = 64),
        trusted_at TEXT NOT NULL,
        trusted_by_id BIGINT NOT NULL REFERENCES person (id),
        distrusted_reason TEXT,
        distrusted_at TEXT,
        distrusted_by_id BIGINT REFERENCES person (id),
        CHECK ((distrusted_at IS NULL) = (distrusted_reason IS NULL))
    )
    """,
    """
    CREATE UNIQUE INDEX trusted_sender_once ON trusted_sender (public_key)
    WHERE distrusted_at IS NULL
    """,
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
