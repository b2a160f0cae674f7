"""What has lapsed by its term alone is told from its day on; what was decided is not."""

from datetime import date, timedelta

import pytest

from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.acts.register_document import register_historic_document
from models.acts.validity_acts import Prolongation, extend_validity
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.queries.lapsed import lapsed_since
from tests.models.office import LABOUR, add_body, another, changed, order, parking_measures

pytestmark = pytest.mark.usefixtures("register")

START = date(2021, 4, 1)
LAST_DAY = date(2026, 3, 31)
ONE_DAY = timedelta(days=1)
DECISION = Effect(date(2026, 2, 2), "云政函〔2026〕5号")


def document(place: int, body_id: int) -> int:
    """Record a document whose five years end on LAST_DAY."""
    entry = changed(
        another(parking_measures(body_id), place),
        adopted_date=None,
        published_date=START,
        effective_date=START,
    )
    return register_historic_document(order(), entry)


def test_a_lapse_is_told_from_the_day_after_the_last_one() -> None:
    document_id = document(1, add_body())
    assert lapsed_since(LAST_DAY - ONE_DAY, LAST_DAY) == ()
    told = lapsed_since(LAST_DAY, LAST_DAY + ONE_DAY)
    assert [(row.id, row.last_day) for row in told] == [(document_id, LAST_DAY)]
    # Who has seen that day is told of it no more.
    assert lapsed_since(LAST_DAY + ONE_DAY, LAST_DAY + 9 * ONE_DAY) == ()


def test_what_was_prolonged_or_repealed_has_not_lapsed_by_its_term() -> None:
    body_id = add_body(LABOUR)
    two_years = Prolongation(DECISION, ValidityTerm(ValidityTermKind.YEARS, 2))
    extend_validity(order(), document(2, body_id), two_years)
    end_document(order(), document(3, body_id), EndingKind.REPEALED, DECISION)
    assert lapsed_since(START, LAST_DAY + ONE_DAY) == ()
