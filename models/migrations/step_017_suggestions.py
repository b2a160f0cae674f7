"""Step 17: suggestions to review a document, who made them kept apart."""

VERSION = 17

STATEMENTS = (
    """
    CREATE TABLE suggestion (
        id {identity},
        uid TEXT NOT NULL UNIQUE,
        year INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        document_id BIGINT REFERENCES document (id),
        document_title TEXT NOT NULL CHECK (document_title <> ''),
        document_number TEXT NOT NULL,
        issuing_body_name TEXT NOT NULL,
        suggester_kind TEXT NOT NULL CHECK (suggester_kind IN
            ('citizen', 'legal_person', 'organisation', 'court', 'procuratorate', 'state_organ')),
        clause TEXT NOT NULL,
        matter TEXT NOT NULL CHECK (matter <> ''),
        reasons TEXT NOT NULL,
        written_date DATE,
        received_date DATE NOT NULL,
        received_way TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('registered', 'supplementing', 'accepted',
            'not_accepted', 'transferred', 'concluded', 'replied')),
        due_date DATE NOT NULL,
        derivation TEXT NOT NULL,
        screened_date DATE,
        accepted_date DATE,
        decline_reason TEXT CHECK (decline_reason IN ('no_reasons', 'reviewed_before',
            'clause_changed', 'issuer_agreed', 'out_of_scope')),
        explanation TEXT NOT NULL,
        competent_body TEXT NOT NULL,
        review_id BIGINT REFERENCES review (id),
        conclusion TEXT CHECK (conclusion IN ('no_contradiction', 'correction_requested',
            'already_corrected', 'not_ours', 'not_opened')),
        conclusion_reasons TEXT NOT NULL,
        concluded_date DATE,
        replied_date DATE,
        handled_by_id BIGINT NOT NULL REFERENCES person (id),
        profile_id TEXT NOT NULL,
        profile_version TEXT NOT NULL,
        created_at TEXT NOT NULL,
        revision INTEGER NOT NULL,
        UNIQUE (year, sequence),
        CHECK ((state = 'replied') = (replied_date IS NOT NULL)),
        CHECK ((conclusion IS NULL) = (concluded_date IS NULL))
    )
    """,
    "CREATE INDEX suggestion_state ON suggestion (state, due_date)",
    "CREATE INDEX suggestion_document ON suggestion (document_id)",
    """
    CREATE TABLE suggester (
        id {identity},
        suggestion_id BIGINT NOT NULL UNIQUE REFERENCES suggestion (id),
        name TEXT NOT NULL CHECK (name <> ''),
        address TEXT NOT NULL,
        phone TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE suggestion_supplement (
        id {identity},
        suggestion_id BIGINT NOT NULL REFERENCES suggestion (id),
        items TEXT NOT NULL CHECK (items <> ''),
        requested_date DATE NOT NULL,
        due_date DATE,
        answered_date DATE
    )
    """,
    """
    CREATE UNIQUE INDEX suggestion_supplement_open ON suggestion_supplement (suggestion_id)
    WHERE answered_date IS NULL
    """,
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
