"""A hundred thousand documents at once, as a province would hold them after forty years."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import chain

from models.acts.life_lines import documents_without_life, redraw
from models.database import DATABASE, unit_of_work
from models.domain.document_number import normalise
from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.titles import title_key
from models.domain.validity_events import ValidityRules
from models.profiles import load_profile
from models.tables.bodies import IssuingBody
from models.tables.documents import Document
from models.tables.office import Person

_KINDS = ("办法", "通告", "规定", "细则", "决定", "通知")
_OBJECTS = ("停车管理", "农村公路养护", "城镇燃气安全", "校外托管机构服务", "人才公寓配租")
_ORIGINS = (Origin.OWN, Origin.FILED, Origin.HISTORIC)
_STATES = {
    Origin.OWN: (MakingState.REGISTERED, MakingState.NUMBERED, MakingState.PUBLISHED),
    Origin.FILED: (MakingState.RECEIVED,),
    Origin.HISTORIC: (MakingState.PUBLISHED,),
}
_FIRST_DAY = date(1985, 1, 4)


def insert_documents(count: int) -> None:
    """Insert documents past the acts: only reading is tried with them."""
    body = IssuingBody.select().first()
    person = Person.select().first()
    rows = _rows(count, body.id, person.id)
    first = next(rows)
    fields = [Document._meta.fields[name] for name in first]
    columns = ", ".join(field.column_name for field in fields)
    marks = ", ".join("?" * len(fields))
    sql = f"INSERT INTO document ({columns}) VALUES ({marks})"
    values = (tuple(map(_plain, row.values())) for row in chain((first,), rows))
    # Peewee takes half a minute to build these statements; the driver takes two seconds.
    with unit_of_work():
        DATABASE.connection().executemany(sql, values)
        redraw(documents_without_life(), _rules)


@cache
def _rules(_profile_id: str, _version: str) -> ValidityRules:
    return ValidityRules.of(load_profile("national"))


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _rows(count: int, body_id: int, person_id: int) -> Iterator[dict[str, object]]:
    created_at = datetime(2026, 1, 5, tzinfo=UTC)
    for place in range(1, count + 1):
        origin = _ORIGINS[place % 3]
        states = _STATES[origin]
        day = _FIRST_DAY + timedelta(days=place * 15_000 // count)
        kind = _KINDS[place % len(_KINDS)]
        title = f"云溪县{_OBJECTS[place % len(_OBJECTS)]}{place}号{kind}"
        number = f"云政发〔{day.year}〕{place}号"
        yield {
            "uid": f"many-{place}",
            "origin": origin,
            "title": title,
            "title_key": title_key(title),
            "issuing_body": body_id,
            "issuing_body_name": f"云溪县第{place % 40}局",
            "document_class": "department",
            "document_kind": kind,
            "is_trial": False,
            "is_market_related": False,
            "has_major_effect": False,
            "drafting_unit": "",
            "addressee": "",
            "document_number": number,
            "document_number_key": normalise(number),
            "unified_number": f"YXDR—{day.year}—{place:06d}",
            "unified_number_key": normalise(f"YXDR—{day.year}—{place:06d}"),
            "signer": "",
            "published_date": day,
            "effective_date": day + timedelta(days=30),
            "early_effect_reason": "",
            "expiry_date": day + timedelta(days=5 * 365),
            "interpretation_body": "",
            "making_state": states[place % len(states)],
            "refusal_reason": "",
            "registered_date": day,
            "registered_by": person_id,
            "profile_id": "hunan",
            "profile_version": "2026.1",
            "created_at": created_at,
            "revision": 1,
        }
