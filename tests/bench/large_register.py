"""A register of 100,000 documents, made within seconds from one that was registered by its act."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.database import DATABASE, unit_of_work
from models.register import Register, create_register
from models.tables.documents import Document
from tests.models.office import FOUNDING, add_body, past_document, staff_the_office

DOCUMENTS = 100_000
UNITS = 40
_DAYS_OF_TERM = 1825
_SPREAD = 3650
"""Days over which the ends of the terms lie, half of them past on the day of the tests."""

_COPIES = """
    INSERT INTO document ({names})
    WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
    SELECT {values} FROM counted, document WHERE document.id = ?
"""
_STRETCHES = """
    INSERT INTO life_stretch (document_id, first_day, last_day, status, reason)
    SELECT id, '0001-01-01', date(effective_date, '-1 day'), 'not_yet_effective',
        'before_effective_date' FROM document WHERE id > :first
    UNION ALL SELECT id, effective_date, expiry_date, 'effective', 'in_term'
        FROM document WHERE id > :first
    UNION ALL SELECT id, date(expiry_date, '+1 day'), '9999-12-31', 'lapsed', 'term_over'
        FROM document WHERE id > :first
"""


@contextmanager
def large_register(folder: Path, documents: int = DOCUMENTS) -> Iterator[Register]:
    """Give an open register of so many documents; their terms end on days of ten years."""
    register = create_register(folder, FOUNDING)
    staff_the_office()
    first = past_document(add_body())
    with unit_of_work():
        _copy(first, documents - 1)
    yield register
    register.close()


def _copy(first: int, count: int) -> None:
    end = f"date('2021-03-16', '+' || (n * 7919 % {_SPREAD}) || ' days')"
    changed = {
        "uid": "'copy-' || n",
        "title": "'云溪县第' || n || '类事项管理办法'",
        "title_key": "'云溪县第' || n || '类事项管理办法'",
        "drafting_unit": f"'云溪县第' || (n % {UNITS}) || '局'",
        "document_number": "'云政发〔2020〕' || n || '号'",
        "document_number_key": "'云政发[2020]' || n || '号'",
        "unified_number": "NULL",
        "unified_number_key": "NULL",
        "expiry_date": end,
        "effective_date": f"date({end}, '-{_DAYS_OF_TERM} days')",
        "published_date": f"date({end}, '-{_DAYS_OF_TERM} days')",
    }
    names = [field.column_name for field in Document._meta.sorted_fields if field.name != "id"]
    values = ", ".join(changed.get(name, name) for name in names)
    statement = _COPIES.format(names=", ".join(names), values=values)
    DATABASE.execute_sql(statement, (count, first))
    DATABASE.execute_sql(_STRETCHES.replace(":first", f"{first:d}"))
    DATABASE.execute_sql("ANALYZE")
