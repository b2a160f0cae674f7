"""Step 11: replies of units to reminders, and steps before the end of a term that were done."""

VERSION = 11

STATEMENTS = (
    """
    CREATE TABLE validity_reply (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        letter_id BIGINT REFERENCES letter (id),
        choice TEXT NOT NULL CHECK (choice IN ('lapse', 'continue', 'amend', 'repeal')),
        reply_date DATE NOT NULL,
        signed_by TEXT NOT NULL CHECK (signed_by <> ''),
        reason TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX validity_reply_document ON validity_reply (document_id, id)",
    "CREATE INDEX validity_reply_date ON validity_reply (reply_date)",
    """
    CREATE TABLE ladder_mark (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        step TEXT NOT NULL CHECK (step IN
            ('reminder', 'evaluation', 'opinion', 'submission', 'formalities')),
        done_date DATE NOT NULL,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id),
        withdrawn_reason TEXT,
        withdrawn_at TEXT,
        withdrawn_by_id BIGINT REFERENCES person (id),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
    )
    """,
    "CREATE INDEX ladder_mark_document ON ladder_mark (document_id, id)",
    "CREATE INDEX ladder_mark_date ON ladder_mark (done_date)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
