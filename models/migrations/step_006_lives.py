"""Step 6: what happens to documents in force, and the days of each status that follow from it."""

VERSION = 6

STATEMENTS = (
    """
    CREATE TABLE life_event (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL CHECK (kind IN ('amended', 'suspended', 'resumed', 'extended',
            'renewed', 'continued', 'task_done', 'repealed', 'declared_lapsed', 'revoked')),
        begin_date DATE NOT NULL,
        clauses TEXT NOT NULL,
        validity_kind TEXT CHECK (validity_kind IN
            ('years', 'months', 'until_date', 'permanent', 'until_task_done')),
        validity_amount INTEGER CHECK (validity_amount > 0),
        validity_until_date DATE,
        clock TEXT CHECK (clock IN ('original', 'restart')),
        reason TEXT NOT NULL,
        caused_by_id BIGINT REFERENCES document (id),
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id),
        withdrawn_reason TEXT,
        withdrawn_at TEXT,
        withdrawn_by_id BIGINT REFERENCES person (id),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
    )
    """,
    "CREATE INDEX life_event_document ON life_event (document_id, begin_date)",
    "CREATE INDEX life_event_cause ON life_event (caused_by_id)",
    """
    CREATE TABLE life_stretch (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        first_day DATE NOT NULL,
        last_day DATE NOT NULL,
        status TEXT NOT NULL CHECK (status IN
            ('effective', 'not_yet_effective', 'amended', 'repealed', 'lapsed')),
        reason TEXT NOT NULL,
        UNIQUE (document_id, first_day),
        CHECK (first_day <= last_day)
    )
    """,
    "CREATE INDEX life_stretch_days ON life_stretch (status, first_day, last_day, document_id)",
    # What was recorded before stood in columns of the document, without its reason.
    """
    INSERT INTO life_event (document_id, kind, begin_date, clauses, reason, recorded_at,
        recorded_by_id)
    SELECT id, 'amended', amended_date, '', '', created_at, registered_by_id
    FROM document WHERE amended_date IS NOT NULL
    """,
    """
    INSERT INTO life_event (document_id, kind, begin_date, clauses, reason, recorded_at,
        recorded_by_id)
    SELECT id, ended_kind, ended_date, '', '', created_at, registered_by_id
    FROM document WHERE ended_date IS NOT NULL
    """,
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
