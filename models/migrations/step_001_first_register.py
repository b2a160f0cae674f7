"""Step 1: the tables of the first register.

Plain SQL for both databases. ``{identity}`` is the key column in the dialect of the database; the
words in CHECK constraints are frozen here and owe nothing to the enumerations of today.
"""

VERSION = 1

STATEMENTS = (
    """
    CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE profile_text (
        id {identity},
        profile_id TEXT NOT NULL,
        version TEXT NOT NULL,
        content TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        UNIQUE (profile_id, version)
    )
    """,
    """
    CREATE TABLE person (
        id {identity},
        login TEXT NOT NULL UNIQUE CHECK (login <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        is_active BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE person_role (
        id {identity},
        person_id BIGINT NOT NULL REFERENCES person (id),
        role TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'head', 'administrator')),
        UNIQUE (person_id, role)
    )
    """,
    """
    CREATE TABLE issuing_body (
        id {identity},
        name TEXT NOT NULL CHECK (name <> ''),
        short_name TEXT NOT NULL,
        body_class TEXT NOT NULL CHECK (body_class IN ('government', 'department', 'township')),
        body_level TEXT NOT NULL CHECK (body_level IN ('province', 'city', 'county', 'township')),
        organ_code TEXT NOT NULL,
        document_code TEXT NOT NULL,
        is_eligible BOOLEAN NOT NULL,
        ineligible_reason TEXT NOT NULL,
        begun_date DATE,
        ended_date DATE,
        successor_id BIGINT REFERENCES issuing_body (id)
    )
    """,
    "CREATE UNIQUE INDEX issuing_body_living ON issuing_body (name) WHERE ended_date IS NULL",
    """
    CREATE TABLE stored_file (
        sha256 TEXT NOT NULL PRIMARY KEY,
        size BIGINT NOT NULL,
        original_name TEXT NOT NULL,
        stored_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE document (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        origin TEXT NOT NULL CHECK (origin IN ('own', 'filed', 'historic')),
        title TEXT NOT NULL CHECK (title <> ''),
        title_key TEXT NOT NULL,
        issuing_body_id BIGINT NOT NULL REFERENCES issuing_body (id),
        issuing_body_name TEXT NOT NULL,
        document_class TEXT NOT NULL
            CHECK (document_class IN ('government', 'department', 'township')),
        document_kind TEXT NOT NULL,
        is_trial BOOLEAN NOT NULL,
        is_market_related BOOLEAN NOT NULL,
        has_major_effect BOOLEAN NOT NULL,
        drafting_unit TEXT NOT NULL,
        addressee TEXT NOT NULL,
        document_number TEXT,
        document_number_key TEXT,
        unified_number TEXT,
        unified_number_key TEXT,
        site_index_number TEXT,
        signer TEXT NOT NULL,
        signed_date DATE,
        adopted_date DATE,
        printed_date DATE,
        published_date DATE,
        effective_date DATE,
        early_effect_reason TEXT NOT NULL,
        validity_kind TEXT CHECK (validity_kind IN
            ('years', 'months', 'until_date', 'permanent', 'until_task_done')),
        validity_amount INTEGER CHECK (validity_amount > 0),
        validity_until_date DATE,
        expiry_date DATE,
        amended_date DATE,
        ended_kind TEXT CHECK (ended_kind IN ('repealed', 'declared_lapsed', 'revoked')),
        ended_date DATE,
        interpretation_body TEXT NOT NULL,
        making_state TEXT NOT NULL CHECK (making_state IN
            ('registered', 'not_registered', 'numbered', 'printed', 'published', 'received')),
        refusal_reason TEXT NOT NULL,
        registered_date DATE NOT NULL,
        registered_by_id BIGINT NOT NULL REFERENCES person (id),
        profile_id TEXT NOT NULL,
        profile_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        CHECK ((ended_kind IS NULL) = (ended_date IS NULL)),
        CHECK ((unified_number IS NULL) = (unified_number_key IS NULL)),
        CHECK ((document_number IS NULL) = (document_number_key IS NULL))
    )
    """,
    "CREATE UNIQUE INDEX document_unified_number ON document (unified_number_key)",
    "CREATE INDEX document_document_number ON document (document_number_key)",
    "CREATE INDEX document_title_key ON document (title_key)",
    "CREATE INDEX document_registered ON document (registered_date, id)",
    "CREATE INDEX document_published ON document (published_date, id)",
    "CREATE INDEX document_expiry ON document (expiry_date, id)",
    "CREATE INDEX document_body ON document (issuing_body_id)",
    """
    CREATE TABLE joint_issuer (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        body_id BIGINT REFERENCES issuing_body (id),
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        is_lead BOOLEAN NOT NULL,
        UNIQUE (document_id, position),
        UNIQUE (document_id, name)
    )
    """,
    "CREATE UNIQUE INDEX joint_issuer_lead ON joint_issuer (document_id) WHERE is_lead",
    """
    CREATE TABLE document_file (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        role TEXT NOT NULL,
        title TEXT NOT NULL,
        position INTEGER NOT NULL,
        stored_file_id TEXT NOT NULL REFERENCES stored_file (sha256),
        text TEXT NOT NULL,
        added_at TEXT NOT NULL,
        UNIQUE (document_id, role, position)
    )
    """,
    "CREATE INDEX document_file_stored ON document_file (stored_file_id)",
    """
    CREATE TABLE procedure_evidence (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL,
        start_date DATE,
        end_date DATE,
        result TEXT NOT NULL,
        reference TEXT NOT NULL,
        note TEXT NOT NULL,
        stored_file_id TEXT REFERENCES stored_file (sha256),
        added_at TEXT NOT NULL,
        CHECK (start_date IS NULL OR end_date IS NULL OR start_date <= end_date)
    )
    """,
    "CREATE INDEX procedure_evidence_document ON procedure_evidence (document_id, kind)",
    """
    CREATE TABLE issuance (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL CHECK (kind IN ('printed', 'published')),
        medium TEXT NOT NULL CHECK (medium <> ''),
        issued_date DATE NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by_id BIGINT NOT NULL REFERENCES person (id),
        UNIQUE (document_id, kind, medium)
    )
    """,
    """
    CREATE TABLE relation (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        kind TEXT NOT NULL CHECK (kind IN ('based_on', 'amends', 'repeals', 'replaces')),
        target_id BIGINT REFERENCES document (id),
        target_title TEXT NOT NULL,
        target_number TEXT NOT NULL,
        clause TEXT NOT NULL,
        CHECK (target_id IS NULL OR target_id <> document_id),
        CHECK (target_title <> '' OR target_number <> '')
    )
    """,
    "CREATE INDEX relation_document ON relation (document_id)",
    "CREATE INDEX relation_target ON relation (target_id)",
    """
    CREATE TABLE filing (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        document_id BIGINT NOT NULL REFERENCES document (id),
        filing_body_id BIGINT NOT NULL REFERENCES issuing_body (id),
        filing_body_name TEXT NOT NULL,
        filing_report_number TEXT NOT NULL,
        received_date DATE NOT NULL,
        received_way TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('received', 'deferred', 'registered', 'refused')),
        filing_due_date DATE,
        is_timely BOOLEAN,
        days_used INTEGER,
        registered_date DATE,
        filing_register_number TEXT,
        filing_register_number_key TEXT UNIQUE,
        refusal_reason TEXT NOT NULL,
        refused_date DATE,
        handled_by_id BIGINT NOT NULL REFERENCES person (id),
        profile_id TEXT NOT NULL,
        profile_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        CHECK ((state = 'registered') = (filing_register_number IS NOT NULL)),
        CHECK ((state = 'refused') = (refused_date IS NOT NULL))
    )
    """,
    "CREATE INDEX filing_state ON filing (state, received_date)",
    "CREATE INDEX filing_document ON filing (document_id)",
    """
    CREATE TABLE filing_material (
        id {identity},
        filing_id BIGINT NOT NULL REFERENCES filing (id),
        kind TEXT NOT NULL,
        copies INTEGER NOT NULL CHECK (copies >= 0),
        remark TEXT NOT NULL,
        UNIQUE (filing_id, kind)
    )
    """,
    """
    CREATE TABLE supplement (
        id {identity},
        filing_id BIGINT NOT NULL REFERENCES filing (id),
        requested_date DATE NOT NULL,
        due_date DATE NOT NULL,
        answered_date DATE,
        requested_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE UNIQUE INDEX supplement_open ON supplement (filing_id) WHERE answered_date IS NULL",
    """
    CREATE TABLE supplement_item (
        id {identity},
        supplement_id BIGINT NOT NULL REFERENCES supplement (id),
        position INTEGER NOT NULL,
        defect TEXT NOT NULL CHECK (defect <> ''),
        rule TEXT NOT NULL,
        UNIQUE (supplement_id, position)
    )
    """,
    """
    CREATE TABLE review (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        document_id BIGINT NOT NULL REFERENCES document (id),
        filing_id BIGINT REFERENCES filing (id),
        review_trigger TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('under_review', 'concluded_ok', 'concluded_remark', 'concluded_defect')),
        reviewer_id BIGINT NOT NULL REFERENCES person (id),
        opened_date DATE NOT NULL,
        due_date DATE NOT NULL,
        concluded_date DATE,
        requested_act TEXT NOT NULL,
        summary TEXT NOT NULL,
        profile_id TEXT NOT NULL,
        profile_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        CHECK ((state = 'under_review') = (concluded_date IS NULL))
    )
    """,
    "CREATE INDEX review_state ON review (state, due_date)",
    "CREATE INDEX review_document ON review (document_id)",
    """
    CREATE TABLE finding (
        id {identity},
        review_id BIGINT NOT NULL REFERENCES review (id),
        position INTEGER NOT NULL,
        clause TEXT NOT NULL,
        quote TEXT NOT NULL,
        finding_class TEXT NOT NULL,
        problem TEXT NOT NULL CHECK (problem <> ''),
        basis_title TEXT NOT NULL,
        basis_article TEXT NOT NULL,
        basis_text TEXT NOT NULL,
        suggestion TEXT NOT NULL,
        withdrawn_reason TEXT,
        added_at TEXT NOT NULL,
        added_by_id BIGINT NOT NULL REFERENCES person (id),
        UNIQUE (review_id, position)
    )
    """,
    """
    CREATE TABLE letter (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        document_id BIGINT NOT NULL REFERENCES document (id),
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
        CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
    )
    """,
    "CREATE INDEX letter_document ON letter (document_id)",
    """
    CREATE TABLE letter_paper (
        id {identity},
        letter_id BIGINT NOT NULL REFERENCES letter (id),
        format TEXT NOT NULL CHECK (format IN ('docx', 'pdf')),
        stored_file_id TEXT NOT NULL REFERENCES stored_file (sha256),
        UNIQUE (letter_id, format)
    )
    """,
    """
    CREATE TABLE deadline (
        id {identity},
        kind TEXT NOT NULL,
        document_id BIGINT NOT NULL REFERENCES document (id),
        filing_id BIGINT REFERENCES filing (id),
        review_id BIGINT REFERENCES review (id),
        due_date DATE NOT NULL,
        derivation TEXT NOT NULL,
        is_estimated BOOLEAN NOT NULL,
        met_date DATE
    )
    """,
    "CREATE INDEX deadline_open ON deadline (met_date, due_date)",
    "CREATE INDEX deadline_document ON deadline (document_id)",
    """
    CREATE TABLE number_counter (
        id {identity},
        scheme_id TEXT NOT NULL,
        token TEXT NOT NULL,
        scope TEXT NOT NULL,
        last_count INTEGER NOT NULL CHECK (last_count >= 0),
        UNIQUE (scheme_id, token, scope)
    )
    """,
    """
    CREATE TABLE number_entry (
        id {identity},
        kind TEXT NOT NULL,
        series TEXT NOT NULL,
        scheme_id TEXT NOT NULL,
        printed TEXT NOT NULL,
        number_key TEXT NOT NULL,
        number_year INTEGER,
        state TEXT NOT NULL CHECK (state IN ('allotted', 'void')),
        is_back_entry BOOLEAN NOT NULL,
        document_id BIGINT REFERENCES document (id),
        filing_id BIGINT REFERENCES filing (id),
        letter_id BIGINT REFERENCES letter (id),
        allotted_date DATE NOT NULL,
        allotted_at TEXT NOT NULL,
        allotted_by_id BIGINT NOT NULL REFERENCES person (id),
        void_reason TEXT,
        voided_at TEXT,
        voided_by_id BIGINT REFERENCES person (id),
        UNIQUE (kind, number_key),
        CHECK ((state = 'void') = (void_reason IS NOT NULL))
    )
    """,
    "CREATE INDEX number_entry_document ON number_entry (document_id)",
    """
    CREATE TABLE number_count (
        id {identity},
        entry_id BIGINT NOT NULL REFERENCES number_entry (id),
        scheme_id TEXT NOT NULL,
        token TEXT NOT NULL,
        scope TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count > 0),
        UNIQUE (scheme_id, token, scope, count)
    )
    """,
    """
    CREATE TABLE operation (
        op_id TEXT NOT NULL PRIMARY KEY,
        act TEXT NOT NULL,
        person_id BIGINT NOT NULL REFERENCES person (id),
        request_digest TEXT NOT NULL,
        result TEXT NOT NULL,
        performed_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE audit_line (
        sequence BIGINT NOT NULL PRIMARY KEY CHECK (sequence > 0),
        at TEXT NOT NULL,
        login TEXT NOT NULL,
        act TEXT NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id BIGINT NOT NULL,
        payload TEXT NOT NULL,
        op_id TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
    )
    """,
    "CREATE INDEX audit_line_subject ON audit_line (subject_kind, subject_id)",
)

# Accidents only: whoever owns the file can drop a trigger, the chain and its anchor then tell.
SQLITE_STATEMENTS = (
    """
    CREATE TRIGGER audit_line_no_update BEFORE UPDATE ON audit_line
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END
    """,
    """
    CREATE TRIGGER audit_line_no_delete BEFORE DELETE ON audit_line
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END
    """,
)

POSTGRES_STATEMENTS = (
    """
    CREATE FUNCTION audit_line_only_grows() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit trail only grows'; END $$
    """,
    """
    CREATE TRIGGER audit_line_no_change BEFORE UPDATE OR DELETE ON audit_line
    FOR EACH ROW EXECUTE FUNCTION audit_line_only_grows()
    """,
)
