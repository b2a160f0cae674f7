"""Step 3: issue lists compared with the register, and what was decided of each line."""

VERSION = 3

STATEMENTS = (
    """
    CREATE TABLE omission_check (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        stored_file_id TEXT NOT NULL REFERENCES stored_file (sha256),
        source_name TEXT NOT NULL,
        sheet TEXT NOT NULL,
        row_count INTEGER NOT NULL CHECK (row_count > 0),
        started_at TEXT NOT NULL,
        started_by_id BIGINT NOT NULL REFERENCES person (id),
        state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
        closed_at TEXT,
        closed_by_id BIGINT REFERENCES person (id),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL))
    )
    """,
    """
    CREATE TABLE omission_row (
        id {identity},
        omission_check_id BIGINT NOT NULL REFERENCES omission_check (id),
        row_number INTEGER NOT NULL CHECK (row_number > 0),
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        document_number TEXT NOT NULL,
        number_key TEXT NOT NULL,
        organ_code_text TEXT NOT NULL,
        number_year INTEGER,
        number_sequence INTEGER,
        last_sequence INTEGER,
        issuing_body_name TEXT NOT NULL,
        adopted_date DATE,
        row_year INTEGER,
        repeats_row INTEGER,
        row_match TEXT NOT NULL CHECK (row_match IN ('by_number', 'by_title', 'title_differs',
            'number_differs', 'near_title', 'unmatched')),
        document_id BIGINT REFERENCES document (id) ON DELETE SET NULL,
        likeness INTEGER NOT NULL CHECK (likeness BETWEEN 0 AND 100),
        looks_normative BOOLEAN NOT NULL,
        reasons TEXT NOT NULL,
        decision TEXT CHECK (decision IN ('should_register', 'not_normative', 'registered_as',
            'filed_elsewhere', 'list_fault')),
        decision_reason TEXT NOT NULL,
        decided_document_id BIGINT REFERENCES document (id) ON DELETE SET NULL,
        decided_at TEXT,
        decided_by_id BIGINT REFERENCES person (id),
        UNIQUE (omission_check_id, row_number),
        CHECK ((decision IS NULL) = (decided_at IS NULL))
    )
    """,
    "CREATE INDEX omission_row_document ON omission_row (document_id)",
    "CREATE INDEX omission_row_decided ON omission_row (decided_document_id)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
