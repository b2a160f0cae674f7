"""Step 13: what an evaluation came to may speak for an outcome of a cleanup."""

VERSION = 13

_GROUNDS = """CHECK (ground IN ('ended', 'expired', 'replaced', 'evaluated',
            'basis_repealed', 'cites_repealed', 'old_organ', 'long_unamended'))"""
_OUTCOMES = "('keep', 'amend', 'repeal', 'declare_lapsed', 'already_ended')"

STATEMENTS = ()

# SQLite cannot change a condition of a column: the table is made anew with what it holds.
SQLITE_STATEMENTS = (
    f"""
    CREATE TABLE cleanup_suggestion_anew (
        id {{identity}},
        entry_id BIGINT NOT NULL REFERENCES cleanup_entry (id),
        outcome TEXT NOT NULL CHECK (outcome IN {_OUTCOMES}),
        ground TEXT NOT NULL {_GROUNDS},
        fact TEXT NOT NULL,
        suggested_date DATE NOT NULL
    )
    """,
    """
    INSERT INTO cleanup_suggestion_anew
    SELECT id, entry_id, outcome, ground, fact, suggested_date FROM cleanup_suggestion
    """,
    "DROP TABLE cleanup_suggestion",
    "ALTER TABLE cleanup_suggestion_anew RENAME TO cleanup_suggestion",
    "CREATE INDEX cleanup_suggestion_entry ON cleanup_suggestion (entry_id)",
)

POSTGRES_STATEMENTS = (
    "ALTER TABLE cleanup_suggestion DROP CONSTRAINT cleanup_suggestion_ground_check",
    f"ALTER TABLE cleanup_suggestion ADD CONSTRAINT cleanup_suggestion_ground_check {_GROUNDS}",
)
