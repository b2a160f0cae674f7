"""Step 5: the office's own wording of its letters, every version of it."""

VERSION = 5

STATEMENTS = (
    """
    CREATE TABLE letter_wording (
        id {identity},
        kind TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        state TEXT NOT NULL CHECK (state IN ('own', 'original')),
        text TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        original TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        changed_at TEXT NOT NULL,
        changed_by_id BIGINT NOT NULL REFERENCES person (id),
        UNIQUE (kind, version),
        CHECK ((state = 'own') = (text <> ''))
    )
    """,
)

SQLITE_STATEMENTS: tuple[str, ...] = ()
POSTGRES_STATEMENTS: tuple[str, ...] = ()
