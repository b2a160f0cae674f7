"""Step 7: post-evaluations with their score sheets and materials."""

VERSION = 7

STATEMENTS = (
    """
    CREATE TABLE evaluation (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        document_id BIGINT NOT NULL REFERENCES document (id),
        unit TEXT NOT NULL CHECK (unit <> ''),
        origin TEXT NOT NULL CHECK (origin IN ('expiry', 'annual_plan', 'by_hand')),
        plan_name TEXT NOT NULL,
        plan_year INTEGER,
        state TEXT NOT NULL CHECK (state IN
            ('planned', 'started', 'scored', 'concluded', 'withdrawn')),
        planned_date DATE NOT NULL,
        planned_by_id BIGINT NOT NULL REFERENCES person (id),
        started_date DATE,
        due_date DATE,
        due_basis TEXT CHECK (due_basis IN
            ('term', 'before_renewal', 'before_expiry', 'plan_year', 'stated')),
        derivation TEXT NOT NULL,
        criteria_name TEXT NOT NULL,
        criteria_source TEXT NOT NULL,
        criteria_verified BOOLEAN NOT NULL,
        methods TEXT NOT NULL,
        process TEXT NOT NULL,
        findings TEXT NOT NULL,
        suggestions TEXT NOT NULL,
        scored_date DATE,
        result TEXT CHECK (result IN ('continue', 'amend', 'repeal', 'lapse')),
        reasons TEXT NOT NULL,
        report_date DATE,
        concluded_at TEXT,
        concluded_by_id BIGINT REFERENCES person (id),
        withdrawn_reason TEXT,
        withdrawn_at TEXT,
        withdrawn_by_id BIGINT REFERENCES person (id),
        profile_id TEXT NOT NULL,
        profile_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        CHECK ((state = 'concluded') = (result IS NOT NULL)),
        CHECK ((state = 'concluded') = (concluded_at IS NOT NULL)),
        CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
        CHECK ((due_date IS NULL) = (due_basis IS NULL))
    )
    """,
    "CREATE INDEX evaluation_document ON evaluation (document_id, state)",
    "CREATE INDEX evaluation_due ON evaluation (state, due_date)",
    """
    CREATE TABLE evaluation_criterion (
        id {identity},
        evaluation_id BIGINT NOT NULL REFERENCES evaluation (id),
        position INTEGER NOT NULL CHECK (position > 0),
        criterion_key TEXT NOT NULL,
        title TEXT NOT NULL,
        explanation TEXT NOT NULL,
        full_tenths INTEGER NOT NULL CHECK (full_tenths > 0),
        tenths INTEGER CHECK (tenths BETWEEN 0 AND full_tenths),
        remark TEXT NOT NULL,
        UNIQUE (evaluation_id, position),
        UNIQUE (evaluation_id, criterion_key)
    )
    """,
    """
    CREATE TABLE evaluation_material (
        id {identity},
        evaluation_id BIGINT NOT NULL REFERENCES evaluation (id),
        title TEXT NOT NULL CHECK (title <> ''),
        stored_file_id TEXT NOT NULL REFERENCES stored_file (sha256),
        added_at TEXT NOT NULL,
        added_by_id BIGINT NOT NULL REFERENCES person (id),
        withdrawn_reason TEXT,
        withdrawn_at TEXT,
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
    )
    """,
    "CREATE INDEX evaluation_material_of ON evaluation_material (evaluation_id)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
