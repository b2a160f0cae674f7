"""Step 16: formal checks of filings, answered item by item."""

VERSION = 16

STATEMENTS = (
    """
    CREATE TABLE formal_check (
        id {identity},
        filing_id BIGINT NOT NULL REFERENCES filing (id),
        round INTEGER NOT NULL CHECK (round > 0),
        checked_date DATE NOT NULL,
        checked_at TEXT NOT NULL,
        checked_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX formal_check_filing ON formal_check (filing_id, round)",
    """
    CREATE TABLE formal_answer (
        id {identity},
        formal_check_id BIGINT NOT NULL REFERENCES formal_check (id),
        position INTEGER NOT NULL CHECK (position > 0),
        item_key TEXT NOT NULL,
        title TEXT NOT NULL CHECK (title <> ''),
        source TEXT NOT NULL,
        is_verified BOOLEAN NOT NULL,
        result TEXT NOT NULL CHECK (result IN ('fitting', 'faulty', 'not_concerned')),
        ground TEXT NOT NULL,
        UNIQUE (formal_check_id, position),
        UNIQUE (formal_check_id, item_key),
        CHECK (result <> 'faulty' OR ground <> '')
    )
    """,
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
