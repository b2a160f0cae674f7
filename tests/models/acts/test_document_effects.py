"""One document ends or amends another: once, with its cause, from a day that can be true."""

from datetime import date

import pytest

from models.acts.document_effects import end_document, record_amendment
from models.acts.life_events import Effect
from models.acts.performing import NotPermittedError
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    RecordMissingError,
)
from models.acts.register_document import register_historic_document
from models.domain.terms import ValidityStatus
from models.domain.validity import EndingKind
from models.domain.validity_errors import DocumentEndedError
from models.queries.document_page import document_page
from models.queries.documents import document_rows
from models.queries.office import profile
from models.queries.trail import trail_of
from tests.models.office import (
    LABOUR,
    REVIEWER,
    TODAY,
    add_body,
    changed,
    order,
    parking_measures,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

LAST_DAY = date(2026, 5, 31)
EFFECT = Effect(date(2026, 6, 1), "云政规〔2026〕9号第二十条")


@pytest.fixture
def old_id() -> int:
    """Return a document of the past that is in force."""
    entry = changed(
        parking_measures(add_body()),
        published_date=date(2026, 3, 10),
        effective_date=date(2026, 3, 10),
    )
    return register_historic_document(order(), entry)


def status(document_id: int, day: date) -> ValidityStatus:
    """Return the document's status on a day, as its page and the register show it."""
    on_page = document_page(document_id, profile(), day).validity.status
    assert document_rows([document_id], day)[0].validity is on_page
    return on_page


@pytest.mark.parametrize(
    ("kind", "ended"),
    [
        (EndingKind.REPEALED, ValidityStatus.REPEALED),
        (EndingKind.REVOKED, ValidityStatus.REPEALED),
        (EndingKind.DECLARED_LAPSED, ValidityStatus.LAPSED),
    ],
)
def test_an_ended_document_is_in_force_until_the_day_before(
    old_id: int, kind: EndingKind, ended: ValidityStatus
) -> None:
    end_document(order(), old_id, kind, EFFECT)
    assert status(old_id, LAST_DAY) is ValidityStatus.EFFECTIVE
    assert status(old_id, EFFECT.begin_date) is ended


def test_an_amended_document_stays_in_force(old_id: int) -> None:
    record_amendment(order(), old_id, EFFECT)
    assert status(old_id, LAST_DAY) is ValidityStatus.EFFECTIVE
    assert status(old_id, EFFECT.begin_date) is ValidityStatus.AMENDED


def test_the_trail_names_day_reason_and_cause(old_id: int) -> None:
    cause = register_one(2, add_body(LABOUR))
    end_document(order(), old_id, EndingKind.REPEALED, changed(EFFECT, caused_by_id=cause))
    facts = trail_of("document", old_id)[-1].facts
    assert facts["ending"] == "repealed"
    assert facts["effect"] == {
        "begin_date": "2026-06-01",
        "reason": "云政规〔2026〕9号第二十条",
        "caused_by_id": cause,
    }


def test_an_ended_document_is_neither_ended_nor_amended_again(old_id: int) -> None:
    end_document(order(), old_id, EndingKind.REPEALED, EFFECT)
    with pytest.raises(DocumentEndedError):
        end_document(order(), old_id, EndingKind.REVOKED, EFFECT)
    with pytest.raises(DocumentEndedError):
        record_amendment(order(), old_id, EFFECT)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"reason": " "}, FieldEmptyError),
        ({"begin_date": date(2026, 3, 9)}, DateOrderError),
        ({"caused_by_id": 4711}, RecordMissingError),
    ],
)
def test_an_effect_that_cannot_be_true_is_refused(
    old_id: int, change: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        end_document(order(), old_id, EndingKind.REPEALED, changed(EFFECT, **change))
    assert status(old_id, TODAY) is ValidityStatus.EFFECTIVE


def test_a_reviewer_ends_no_document(old_id: int) -> None:
    with pytest.raises(NotPermittedError):
        end_document(order(REVIEWER), old_id, EndingKind.REPEALED, EFFECT)
