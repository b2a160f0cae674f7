"""Step 4: letters about several documents or none, what they were made with, and their delivery."""

VERSION = 4

STATEMENTS = (
    """
    CREATE TABLE letter_delivery (
        id {identity},
        letter_id BIGINT NOT NULL REFERENCES letter (id),
        recipient TEXT NOT NULL CHECK (recipient <> ''),
        delivered_date DATE NOT NULL,
        delivery_way TEXT NOT NULL CHECK (delivery_way IN ('in_person', 'post', 'exchange',
            'electronic', 'left_behind')),
        received_by TEXT NOT NULL,
        remark TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id),
        UNIQUE (letter_id, recipient)
    )
    """,
    "DROP INDEX letter_document",
)

_LINKS = (
    """
    CREATE TABLE letter_document (
        id {identity},
        letter_id BIGINT NOT NULL REFERENCES letter (id),
        document_id BIGINT NOT NULL REFERENCES document (id),
        position INTEGER NOT NULL CHECK (position > 0),
        UNIQUE (letter_id, document_id)
    )
    """,
    "CREATE INDEX letter_document_document ON letter_document (document_id)",
    """
    INSERT INTO letter_document (letter_id, document_id, position)
    SELECT id, document_id, 1 FROM letter
    """,
    "CREATE INDEX letter_check_code ON letter (check_code)",
    "CREATE INDEX letter_date_order ON letter (letter_date, id)",
)

# SQLite cannot take a NOT NULL away: the table is made anew. What points at its rows lets go for
# that long, because foreign keys cannot be switched off inside a transaction.
SQLITE_STATEMENTS = (
    """
    CREATE TABLE letter_anew (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        document_id BIGINT REFERENCES document (id),
        filing_id BIGINT REFERENCES filing (id),
        review_id BIGINT REFERENCES review (id),
        state TEXT NOT NULL CHECK (state IN ('issued', 'withdrawn')),
        letter_number TEXT NOT NULL,
        letter_number_key TEXT NOT NULL UNIQUE,
        letter_date DATE NOT NULL,
        addressee TEXT NOT NULL,
        data TEXT NOT NULL,
        data_hash TEXT NOT NULL,
        issued_at TEXT NOT NULL,
        issued_by_id BIGINT NOT NULL REFERENCES person (id),
        withdrawn_reason TEXT,
        withdrawn_at TEXT,
        withdrawn_by_id BIGINT REFERENCES person (id),
        heading TEXT NOT NULL,
        copies INTEGER NOT NULL CHECK (copies > 0),
        batch_id TEXT NOT NULL,
        replaces_id BIGINT REFERENCES letter (id),
        wording_version TEXT NOT NULL,
        wording_hash TEXT NOT NULL,
        style TEXT NOT NULL,
        check_code TEXT NOT NULL,
        CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
    )
    """,
    """
    INSERT INTO letter_anew
    SELECT id, uid, kind, document_id, filing_id, review_id, state, letter_number,
        letter_number_key, letter_date, addressee, data, data_hash, issued_at, issued_by_id,
        withdrawn_reason, withdrawn_at, withdrawn_by_id, '', 1, '', NULL, '', '', '', ''
    FROM letter
    """,
    "CREATE TABLE paper_kept AS SELECT * FROM letter_paper",
    "CREATE TABLE number_kept AS SELECT id, letter_id FROM number_entry WHERE letter_id > 0",
    "DELETE FROM letter_paper",
    "UPDATE number_entry SET letter_id = NULL WHERE letter_id > 0",
    "DROP TABLE letter",
    "ALTER TABLE letter_anew RENAME TO letter",
    """
    INSERT INTO letter_paper (id, letter_id, format, stored_file_id)
    SELECT id, letter_id, format, stored_file_id FROM paper_kept
    """,
    """
    UPDATE number_entry SET letter_id =
        (SELECT letter_id FROM number_kept WHERE number_kept.id = number_entry.id)
    WHERE id IN (SELECT id FROM number_kept)
    """,
    "DROP TABLE paper_kept",
    "DROP TABLE number_kept",
    *_LINKS,
)

POSTGRES_STATEMENTS = (
    "ALTER TABLE letter ALTER COLUMN document_id DROP NOT NULL",
    """
    ALTER TABLE letter
        ADD COLUMN heading TEXT NOT NULL DEFAULT '',
        ADD COLUMN copies INTEGER NOT NULL DEFAULT 1 CHECK (copies > 0),
        ADD COLUMN batch_id TEXT NOT NULL DEFAULT '',
        ADD COLUMN replaces_id BIGINT REFERENCES letter (id),
        ADD COLUMN wording_version TEXT NOT NULL DEFAULT '',
        ADD COLUMN wording_hash TEXT NOT NULL DEFAULT '',
        ADD COLUMN style TEXT NOT NULL DEFAULT '',
        ADD COLUMN check_code TEXT NOT NULL DEFAULT ''
    """,
    *_LINKS,
)
