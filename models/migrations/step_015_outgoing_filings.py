"""Step 15: own documents on their way up to those they must be filed with."""

VERSION = 15

_STATES = (
    "('due', 'submitted', 'received', 'supplement_requested', 'returned', 'registered', "
    "'result_received', 'closed')"
)

STATEMENTS = (
    f"""
    CREATE TABLE outgoing_filing (
        id {{identity}},
        document_id BIGINT NOT NULL REFERENCES document (id),
        recipient TEXT NOT NULL CHECK (recipient <> ''),
        recipient_title TEXT NOT NULL CHECK (recipient_title <> ''),
        state TEXT NOT NULL CHECK (state IN {_STATES}),
        published_date DATE NOT NULL,
        due_date DATE NOT NULL,
        derivation TEXT NOT NULL,
        is_estimated BOOLEAN NOT NULL,
        copies INTEGER NOT NULL,
        submitted_date DATE,
        profile_id TEXT NOT NULL,
        profile_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (document_id, recipient, recipient_title),
        CHECK ((state = 'due') = (submitted_date IS NULL))
    )
    """,
    "CREATE INDEX outgoing_filing_due ON outgoing_filing (state, due_date)",
    f"""
    CREATE TABLE outgoing_step (
        id {{identity}},
        filing_id BIGINT NOT NULL REFERENCES outgoing_filing (id),
        state TEXT NOT NULL CHECK (state IN {_STATES}),
        step_date DATE NOT NULL,
        number TEXT NOT NULL,
        way TEXT NOT NULL,
        content TEXT NOT NULL,
        due_date DATE,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX outgoing_step_filing ON outgoing_step (filing_id, id)",
    """
    CREATE TABLE outgoing_material (
        id {identity},
        step_id BIGINT NOT NULL REFERENCES outgoing_step (id),
        kind TEXT NOT NULL,
        copies INTEGER NOT NULL CHECK (copies >= 0),
        remark TEXT NOT NULL,
        UNIQUE (step_id, kind)
    )
    """,
    """
    CREATE TABLE outgoing_recount (
        id {identity},
        filing_id BIGINT NOT NULL REFERENCES outgoing_filing (id),
        published_date DATE NOT NULL,
        due_date DATE NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX outgoing_recount_filing ON outgoing_recount (filing_id, id)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
