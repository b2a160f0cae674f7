"""Step 8: the laws that texts cite, and what was found where such a law changed."""

VERSION = 8

STATEMENTS = (
    """
    CREATE TABLE searched_file (
        document_file_id BIGINT NOT NULL PRIMARY KEY REFERENCES document_file (id),
        searched_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE law_citation (
        id {identity},
        document_file_id BIGINT NOT NULL REFERENCES document_file (id),
        document_id BIGINT NOT NULL REFERENCES document (id),
        law_key TEXT NOT NULL CHECK (law_key <> ''),
        law_name TEXT NOT NULL,
        written TEXT NOT NULL,
        clause TEXT NOT NULL,
        articles TEXT NOT NULL,
        start_place INTEGER NOT NULL CHECK (start_place >= 0),
        end_place INTEGER NOT NULL,
        CHECK (start_place < end_place)
    )
    """,
    "CREATE INDEX law_citation_law ON law_citation (law_key, document_id)",
    "CREATE INDEX law_citation_file ON law_citation (document_file_id)",
    "CREATE INDEX law_citation_document ON law_citation (document_id)",
    """
    CREATE TABLE law_review (
        id {identity},
        document_id BIGINT NOT NULL REFERENCES document (id),
        law_key TEXT NOT NULL CHECK (law_key <> ''),
        law_name TEXT NOT NULL,
        since_date DATE,
        outcome TEXT NOT NULL CHECK (outcome IN ('unaffected', 'to_amend', 'to_repeal')),
        note TEXT NOT NULL,
        reviewed_at TEXT NOT NULL,
        reviewed_by_id BIGINT NOT NULL REFERENCES person (id)
    )
    """,
    "CREATE INDEX law_review_law ON law_review (law_key, document_id)",
)

SQLITE_STATEMENTS = ()

POSTGRES_STATEMENTS = ()
