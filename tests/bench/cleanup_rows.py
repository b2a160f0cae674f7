"""The scope of a cleanup among 100,000 documents, beside plain scans of their tables."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from models.database import DATABASE, unit_of_work
from models.domain.cleanup_campaign import ScopeFilter
from models.domain.terms import ValidityStatus
from models.queries.cleanup import scope_ids
from tests.bench.large_register import DOCUMENTS, large_register
from tests.bench.measuring import Comparison
from tests.models.office import TODAY

_LAW = "行政许可法"
_TEXT = "第一条　为了加强本县事项管理，根据有关法律、法规，结合本县实际，制定本办法。" * 40
_TEXTS = f"""
    INSERT INTO document_file
        (document_id, role, title, position, stored_file_id, text, added_at)
    SELECT id, 'official_text', title, 1, 'bench',
        ? || CASE WHEN id % 50 = 0 THEN '依照《{_LAW}》办理。' ELSE '' END, '' FROM document
"""
IN_FORCE = ScopeFilter(
    issued_from=date(2021, 1, 1),
    issued_to=date(2025, 12, 31),
    statuses=(ValidityStatus.EFFECTIVE, ValidityStatus.AMENDED),
)
SCOPES = (
    ("the whole stock", ScopeFilter()),
    ("issued in five years and in force", IN_FORCE),
    ("words of the title", ScopeFilter(title_words=("类事项",))),
    ("a law in the text", ScopeFilter(cited_laws=(_LAW,))),
)


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield the rows on the scope of a cleanup."""
    with large_register(folder / "cleanup") as _register:
        _write_texts()
        for name, scope in SCOPES:
            look = partial(scope_ids, scope, TODAY)
            yield Comparison(f"cleanup scope of {DOCUMENTS} documents, {name}", look, 1.0)
        yield Comparison(
            f"cleanup scope of {DOCUMENTS} documents in force to a scan",
            partial(scope_ids, IN_FORCE, TODAY),
            2.0,
            scan,
            "plain SQL scan",
        )
        yield Comparison(
            f"cleanup scope of {DOCUMENTS} documents by law to a scan of texts",
            partial(scope_ids, ScopeFilter(cited_laws=(_LAW,)), TODAY),
            2.0,
            scan_texts,
            "plain SQL scan with LIKE",
        )


def scan() -> None:
    """Read every document's title, unit and day of issue as plain SQL does."""
    cursor = DATABASE.execute_sql("SELECT id, title, drafting_unit, published_date FROM document")
    cursor.fetchall()


def scan_texts() -> None:
    """Read every text for the name of a law as plain SQL does."""
    DATABASE.execute_sql(
        f"SELECT document_id FROM document_file WHERE text LIKE '%{_LAW}%'"
    ).fetchall()


def _write_texts() -> None:
    with unit_of_work():
        DATABASE.execute_sql("INSERT INTO stored_file VALUES ('bench', 1, 'bench', '')")
        DATABASE.execute_sql(_TEXTS, (_TEXT,))
