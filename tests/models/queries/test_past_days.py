"""A past day is answered as it stood: by the events up to it, not by those that came later."""

from datetime import date

import pytest

from models.acts.life_events import Effect
from models.acts.register_document import refuse_registration, register_historic_document
from models.acts.validity_acts import (
    Prolongation,
    extend_validity,
    resume_document,
    suspend_document,
)
from models.domain.terms import ValidityStatus
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.day_catalogue import CatalogueFilter, catalogue_entries, catalogue_ids
from models.queries.validity_table import validity_table
from tests.models.office import LABOUR, TODAY, add_body, another, changed, order, parking_measures

pytestmark = pytest.mark.usefixtures("register")

START = date(2021, 4, 1)
LAST_DAY = date(2026, 3, 31)
DECISION = Effect(date(2026, 2, 2), "云政函〔2026〕5号")
ONE_YEAR = Prolongation(DECISION, ValidityTerm(ValidityTermKind.YEARS, 1))


@pytest.fixture
def document_id() -> int:
    """Return a document in force for five years from START."""
    entry = changed(
        another(parking_measures(add_body()), 1),
        adopted_date=None,
        published_date=START,
        effective_date=START,
    )
    return register_historic_document(order(), entry)


def _listed_on(day: date) -> date | None:
    """Return the last day in force as the catalogue of a day names it."""
    (entry,) = catalogue_entries(catalogue_ids(CatalogueFilter(day)), day)
    return entry.last_day


def test_the_catalogue_of_a_past_day_names_the_last_day_of_then(document_id: int) -> None:
    extend_validity(order(), document_id, ONE_YEAR)
    days = (date(2026, 2, 1), date(2026, 2, 2), TODAY)
    listed = [_listed_on(day) for day in days]
    assert listed == [LAST_DAY, date(2027, 3, 31), date(2027, 3, 31)]


def test_the_table_of_a_day_says_what_was_suspended_on_it(document_id: int) -> None:
    suspend_document(order(), document_id, DECISION, ("第八条",))
    resume_document(order(), document_id, changed(DECISION, begin_date=TODAY))
    rows = [validity_table(day)[0] for day in (date(2026, 2, 1), date(2026, 2, 2), TODAY)]
    assert [row.is_suspended for row in rows] == [False, True, False]
    assert rows[1].suspended_clauses == ("第八条",)
    assert {row.validity for row in rows} == {ValidityStatus.EFFECTIVE}


def test_a_document_suspended_as_a_whole_names_no_clause(document_id: int) -> None:
    suspend_document(order(), document_id, DECISION, ("第八条",))
    suspend_document(order(), document_id, DECISION)
    assert validity_table(TODAY)[0].suspended_clauses == ()


def test_the_table_has_every_document_but_those_refused(document_id: int) -> None:
    refused = another(parking_measures(add_body(LABOUR)), 2)
    refuse_registration(order(), refused, "不属于规范性文件")
    assert [row.id for row in validity_table(TODAY)] == [document_id]
