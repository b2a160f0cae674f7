"""Step 9: cleanups, their documents, the units' opinions, and what was decided."""

VERSION = 9

_OUTCOMES = "('keep', 'amend', 'repeal', 'declare_lapsed', 'already_ended')"
_REASONS = """('still_needed', 'conflicts', 'replaced', 'basis_ended', 'term_over', 'object_gone',
            'duties_changed', 'unsuitable', 'other')"""

STATEMENTS = (
    """
    CREATE TABLE cleanup_campaign (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('periodic', 'thematic', 'immediate')),
        mandate TEXT NOT NULL,
        contact TEXT NOT NULL,
        reply_due_date DATE,
        state TEXT NOT NULL CHECK (state IN ('planned', 'scope_frozen', 'distributed',
            'opinions_in', 'office_review', 'coordinated', 'deliberated', 'decided', 'published',
            'applied', 'archived')),
        scope TEXT NOT NULL,
        scope_date DATE,
        opened_at TEXT NOT NULL,
        opened_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    """
    CREATE TABLE cleanup_step (
        id {identity},
        campaign_id BIGINT NOT NULL REFERENCES cleanup_campaign (id),
        state TEXT NOT NULL,
        note TEXT NOT NULL,
        stepped_at TEXT NOT NULL,
        stepped_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX cleanup_step_campaign ON cleanup_step (campaign_id)",
    """
    CREATE TABLE cleanup_unit (
        id {identity},
        campaign_id BIGINT NOT NULL REFERENCES cleanup_campaign (id),
        name TEXT NOT NULL CHECK (name <> ''),
        UNIQUE (campaign_id, name)
    )
    """,
    """
    CREATE TABLE cleanup_entry (
        id {identity},
        campaign_id BIGINT NOT NULL REFERENCES cleanup_campaign (id),
        document_id BIGINT NOT NULL REFERENCES document (id),
        unit_id BIGINT NOT NULL REFERENCES cleanup_unit (id),
        position INTEGER NOT NULL,
        origin TEXT NOT NULL CHECK (origin IN ('frozen', 'added')),
        added_reason TEXT NOT NULL,
        added_at TEXT NOT NULL,
        added_by_id BIGINT NOT NULL REFERENCES person (id),
        removed_reason TEXT,
        removed_at TEXT,
        removed_by_id BIGINT REFERENCES person (id),
        UNIQUE (campaign_id, document_id),
        CHECK (origin = 'frozen' OR added_reason <> ''),
        CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
    )
    """,
    "CREATE INDEX cleanup_entry_document ON cleanup_entry (document_id)",
    "CREATE INDEX cleanup_entry_unit ON cleanup_entry (unit_id)",
    """
    CREATE TABLE cleanup_dispatch (
        id {identity},
        unit_id BIGINT NOT NULL REFERENCES cleanup_unit (id),
        sent_date DATE NOT NULL,
        due_date DATE,
        note TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id),
        CHECK (due_date >= sent_date)
    )
    """,
    "CREATE INDEX cleanup_dispatch_unit ON cleanup_dispatch (unit_id)",
    """
    CREATE TABLE cleanup_reply (
        id {identity},
        unit_id BIGINT NOT NULL REFERENCES cleanup_unit (id),
        received_date DATE NOT NULL,
        stored_file_id TEXT REFERENCES stored_file (sha256),
        filled_by TEXT NOT NULL,
        filled_on DATE,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX cleanup_reply_unit ON cleanup_reply (unit_id)",
    f"""
    CREATE TABLE cleanup_opinion (
        id {{identity}},
        reply_id BIGINT NOT NULL REFERENCES cleanup_reply (id),
        entry_id BIGINT NOT NULL REFERENCES cleanup_entry (id),
        is_current BOOLEAN NOT NULL,
        choice TEXT NOT NULL CHECK (choice IN {_OUTCOMES}),
        reason TEXT CHECK (reason IN {_REASONS}),
        basis TEXT NOT NULL,
        replacing_document TEXT NOT NULL,
        planned_date DATE,
        remark TEXT NOT NULL,
        row_number INTEGER NOT NULL
    )
    """,
    "CREATE INDEX cleanup_opinion_reply ON cleanup_opinion (reply_id)",
    "CREATE UNIQUE INDEX cleanup_opinion_current ON cleanup_opinion (entry_id) WHERE is_current",
    f"""
    CREATE TABLE cleanup_suggestion (
        id {{identity}},
        entry_id BIGINT NOT NULL REFERENCES cleanup_entry (id),
        outcome TEXT NOT NULL CHECK (outcome IN {_OUTCOMES}),
        ground TEXT NOT NULL CHECK (ground IN ('ended', 'expired', 'replaced',
            'basis_repealed', 'cites_repealed', 'old_organ', 'long_unamended')),
        fact TEXT NOT NULL,
        suggested_date DATE NOT NULL
    )
    """,
    "CREATE INDEX cleanup_suggestion_entry ON cleanup_suggestion (entry_id)",
    f"""
    CREATE TABLE cleanup_decision (
        id {{identity}},
        entry_id BIGINT NOT NULL REFERENCES cleanup_entry (id),
        undo_group TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'taken_back')),
        replaces_id BIGINT REFERENCES cleanup_decision (id),
        outcome TEXT NOT NULL CHECK (outcome IN {_OUTCOMES}),
        reason TEXT CHECK (reason IN {_REASONS}),
        basis TEXT NOT NULL,
        replacing_document TEXT NOT NULL,
        responsible_unit TEXT NOT NULL,
        amendment_due_date DATE,
        remark TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        decided_by_id BIGINT NOT NULL REFERENCES person (id),
        CHECK (outcome = 'amend' OR amendment_due_date IS NULL)
    )
    """,
    "CREATE INDEX cleanup_decision_group ON cleanup_decision (undo_group)",
    "CREATE INDEX cleanup_decision_entry ON cleanup_decision (entry_id)",
    """
    CREATE UNIQUE INDEX cleanup_decision_current ON cleanup_decision (entry_id)
    WHERE state = 'current'
    """,
    """
    CREATE TABLE cleanup_affected (
        id {identity},
        campaign_id BIGINT NOT NULL REFERENCES cleanup_campaign (id),
        document_id BIGINT NOT NULL REFERENCES document (id),
        ground TEXT NOT NULL CHECK (ground IN ('based_on_ended', 'unlisted')),
        note TEXT NOT NULL,
        acknowledged_at TEXT NOT NULL,
        acknowledged_by_id BIGINT NOT NULL REFERENCES person (id),
        UNIQUE (campaign_id, document_id, ground)
    )
    """,
    "CREATE INDEX cleanup_affected_document ON cleanup_affected (document_id)",
    """
    CREATE TABLE cleanup_result (
        id {identity},
        campaign_id BIGINT NOT NULL UNIQUE REFERENCES cleanup_campaign (id),
        decision_number TEXT NOT NULL,
        decided_by TEXT NOT NULL CHECK (decided_by <> ''),
        decided_date DATE NOT NULL,
        published_date DATE NOT NULL,
        effect_date DATE NOT NULL,
        cutoff_date DATE NOT NULL,
        ends_unlisted BOOLEAN NOT NULL,
        letter_id BIGINT REFERENCES letter (id),
        applied_at TEXT NOT NULL,
        applied_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
