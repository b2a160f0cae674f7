"""Issuing bodies are entered, corrected, and succeeded when they are renamed or merged."""

from datetime import date

from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.acts.refusals import BodyEndedError, BodyNameTakenError, BodyRenamedError
from models.domain.records import BodyEntry
from models.domain.roles import ActName
from models.tables.bodies import IssuingBody

_CORRECTABLE = (
    "short_name",
    "body_class",
    "body_level",
    "organ_code",
    "document_code",
    "is_eligible",
    "ineligible_reason",
)


@act(ActName.ADD_ISSUING_BODY)
def add_issuing_body(deed: Deed, body: BodyEntry) -> int:
    """Enter a body and return its id.

    Raises:
        FieldEmptyError: the name is empty.
        BodyNameTakenError: a living body has this name.
    """
    body_id = insert_body(body)
    deed.record("issuing_body", body_id, entry=body)
    return body_id


@act(ActName.SUCCEED_ISSUING_BODY)
def succeed_issuing_body(
    deed: Deed, body_ids: tuple[int, ...], successor: BodyEntry, ended_date: date
) -> int:
    """End one body (renamed) or several (merged), enter the successor and return its id.

    Documents of the old bodies keep the old name and still point to the old body.

    Raises:
        BodyEndedError: one of them has ended before.
        BodyNameTakenError: another living body has the successor's name.
    """
    old = [fetch(IssuingBody, body_id) for body_id in body_ids]
    for body in old:
        if body.ended_date is not None:
            named = body.successor.name if body.successor else ""
            raise BodyEndedError(name=body.name, successor=named)
        IssuingBody.update(ended_date=ended_date).where(IssuingBody.id == body.id).execute()
    successor_id = insert_body(successor)
    IssuingBody.update(successor=successor_id).where(IssuingBody.id.in_(body_ids)).execute()
    deed.record(
        "issuing_body",
        successor_id,
        entry=successor,
        succeeds=[{"id": body.id, "name": body.name} for body in old],
        ended_date=ended_date,
    )
    return successor_id


@act(ActName.CORRECT_ISSUING_BODY)
def correct_issuing_body(deed: Deed, body_id: int, body: BodyEntry) -> int:
    """Correct the codes, class or right of a body, keep what they were, and return its id.

    The name stays: a body that is called otherwise is another one, which succeeds it. Numbers
    given before keep the codes they were given with.

    Raises:
        BodyEndedError: it was renamed or merged before.
        BodyRenamedError: the correction would change the name.
    """
    kept = fetch(IssuingBody, body_id)
    if kept.ended_date is not None:
        raise BodyEndedError(
            name=kept.name, successor=kept.successor.name if kept.successor else ""
        )
    if body.name != kept.name:
        raise BodyRenamedError(name=kept.name)
    before = {name: getattr(kept, name) for name in _CORRECTABLE}
    IssuingBody.update(
        short_name=body.short_name,
        body_class=body.body_class,
        body_level=body.level,
        organ_code=body.organ_code,
        document_code=body.document_code,
        is_eligible=body.is_eligible,
        ineligible_reason=body.ineligible_reason,
    ).where(IssuingBody.id == body_id).execute()
    deed.record("issuing_body", body_id, before=before, entry=body)
    return body_id


def insert_body(body: BodyEntry) -> int:
    """Insert a body, inside an act, and return its id.

    Raises:
        FieldEmptyError: the name is empty.
        BodyNameTakenError: a living body has this name.
    """
    require(body_name=body.name)
    living = IssuingBody.select().where(
        (IssuingBody.name == body.name) & IssuingBody.ended_date.is_null()
    )
    if living.exists():
        raise BodyNameTakenError(name=body.name)
    return int(
        IssuingBody.insert(
            name=body.name,
            short_name=body.short_name,
            body_class=body.body_class,
            body_level=body.level,
            organ_code=body.organ_code,
            document_code=body.document_code,
            is_eligible=body.is_eligible,
            ineligible_reason=body.ineligible_reason,
            begun_date=body.begun_date,
        ).execute()
    )
