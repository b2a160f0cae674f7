"""What is published anew lives on: under a new number beside the old one's end, or as it was."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from models import profiles
from models.acts.change_setting import change_settings
from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.acts.performing import NotPermittedError
from models.acts.record_issuance import record_issuance
from models.acts.refusals import DuplicateDocumentError, GatesMissingError
from models.acts.register_document import register_document, register_historic_document
from models.acts.renewals import Renewal, renew_document
from models.domain.records import RelationEntry
from models.domain.terms import IssuanceKind, RelationKind, ValidityStatus
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.domain.validity_errors import DocumentEndedError, NoFurtherDayError
from models.queries.document_page import document_life, document_page
from models.queries.office import profile
from models.queries.record_check import differing_records
from models.register import Register
from models.settings import SettingKey
from resources import path_of
from tests.models.office import (
    ADMINISTRATOR,
    EVIDENCE,
    REVIEWER,
    TODAY,
    add_body,
    another,
    changed,
    number_one,
    order,
    parking_measures,
)

pytestmark = pytest.mark.usefixtures("register")

START = date(2021, 4, 1)
LAST_DAY = date(2026, 3, 31)
FROM = date(2026, 3, 20)
ONE_DAY = timedelta(days=1)
RENEWAL = Renewal(
    Effect(FROM, "云溪县人民政府常务会议纪要（2026）4号"),
    document_number="云政发〔2026〕12号",
    adopted_date=TODAY,
    evidence=EVIDENCE,
)

KEEPS_THE_NUMBER = """
id = "kept_number"
name = "重新公布沿用原号"
version = "1"
as_of_date = 2026-01-01
note = "测试用"
extends = "national"

[parameters]
renewal_new_number = { value = false, source = "测试", verified = false }
continued_clock = { value = "CLOCK", source = "测试", verified = false }
"""


@pytest.fixture
def old_id() -> int:
    """Return a document whose five years end soon."""
    entry = changed(
        another(parking_measures(add_body()), 1),
        adopted_date=None,
        published_date=START,
        effective_date=START,
    )
    return register_historic_document(order(), entry)


def status(document_id: int, day: date) -> ValidityStatus:
    """Return the status of a day."""
    return document_life(document_id, day).judgement.status


def publish(document_id: int, day: date = TODAY) -> None:
    """Number, print and publish a registered document."""
    number_one(document_id)
    for kind in (IssuanceKind.PRINTED, IssuanceKind.PUBLISHED):
        record_issuance(order(), document_id, kind, "云溪县人民政府公报", day)


def test_a_new_registration_is_linked_to_the_old_one_and_takes_over_what_it_says(
    old_id: int,
) -> None:
    new_id = renew_document(order(), old_id, RENEWAL)
    new, old = (document_page(one, profile(), TODAY) for one in (new_id, old_id))
    assert new_id != old_id
    assert (new.facts.title, new.facts.validity_term) == (old.facts.title, old.facts.validity_term)
    assert new.facts.document_number == "云政发〔2026〕12号"
    assert [(one.kind, one.document_id) for one in new.relations] == [(RelationKind.RENEWS, old_id)]
    assert [one.document_id for one in old.relations if one.is_incoming] == [new_id]
    # Nothing has happened to the old one until the new one is published.
    assert document_life(old_id, TODAY).events == ()


def test_the_old_document_ends_on_the_day_the_new_one_is_in_force(old_id: int) -> None:
    new_id = renew_document(order(), old_id, RENEWAL)
    publish(new_id)
    assert status(old_id, FROM - ONE_DAY) is ValidityStatus.EFFECTIVE
    assert status(old_id, FROM) is ValidityStatus.REPEALED
    assert status(new_id, FROM - ONE_DAY) is ValidityStatus.NOT_YET_EFFECTIVE
    assert status(new_id, FROM) is ValidityStatus.EFFECTIVE
    assert document_life(new_id, TODAY).last_day == date(2031, 3, 19)
    assert document_life(old_id, TODAY).events[0].caused_by_id == new_id
    assert differing_records() == ()


def test_a_document_published_again_elsewhere_ends_the_old_one_once(old_id: int) -> None:
    new_id = renew_document(order(), old_id, RENEWAL)
    publish(new_id)
    record_issuance(order(), new_id, IssuanceKind.PUBLISHED, "云溪县人民政府门户网站", TODAY)
    assert len(document_life(old_id, TODAY).events) == 1


def test_days_on_which_nothing_was_in_force_stay_so(old_id: int) -> None:
    # Given a renewal that comes into force two weeks after the old document has lapsed
    late = changed(RENEWAL, effect=changed(RENEWAL.effect, begin_date=date(2026, 4, 15)))
    new_id = renew_document(order(), old_id, late)
    publish(new_id)
    # Then the old one lapsed on its day, and neither is in force in between
    between = date(2026, 4, 14)
    assert status(old_id, LAST_DAY + ONE_DAY) is ValidityStatus.LAPSED
    assert status(new_id, between) is ValidityStatus.NOT_YET_EFFECTIVE
    assert status(old_id, date(2026, 4, 15)) is ValidityStatus.LAPSED
    assert document_life(old_id, TODAY).events == ()


def test_the_form_registers_a_renewal_too_and_the_same_title_is_no_double(old_id: int) -> None:
    title = document_page(old_id, profile(), TODAY).facts.title
    relation = RelationEntry(RelationKind.RENEWS, title, target_id=old_id)
    entry = changed(
        parking_measures(document_page(old_id, profile(), TODAY).facts.issuing_body_id),
        title=title,
        files=(),
        effective_date=FROM,
    )
    with pytest.raises(DuplicateDocumentError):
        register_document(order(), entry)
    publish(register_document(order(), changed(entry, relations=(relation,))))
    assert status(old_id, FROM) is ValidityStatus.REPEALED


def test_a_renewal_passes_the_gates_like_any_registration(old_id: int) -> None:
    with pytest.raises(GatesMissingError):
        renew_document(order(), old_id, changed(RENEWAL, evidence=()))
    with pytest.raises(NotPermittedError):
        renew_document(order(REVIEWER), old_id, RENEWAL)


def test_what_was_repealed_is_not_published_anew(old_id: int) -> None:
    end_document(order(), old_id, EndingKind.REPEALED, RENEWAL.effect)
    with pytest.raises(DocumentEndedError):
        renew_document(order(), old_id, RENEWAL)


@pytest.fixture
def _keeping(
    register: Register,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Let the office work by rules under which a renewal keeps its number."""
    shelf = {file.stem: file for file in path_of("profiles").glob("*.toml")}
    assert register.folder.is_relative_to(tmp_path)
    own = tmp_path / "kept_number.toml"
    own.write_text(KEEPS_THE_NUMBER.replace("CLOCK", request.param), encoding="utf-8")
    monkeypatch.setattr(profiles, "_shelf", lambda: {**shelf, own.stem: own})
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: own.stem})


@pytest.mark.parametrize(
    ("_keeping", "term", "last_day"),
    [
        ("restart", None, date(2031, 3, 19)),
        ("original", ValidityTerm(ValidityTermKind.YEARS, 8), date(2029, 3, 31)),
    ],
    indirect=["_keeping"],
)
@pytest.mark.usefixtures("_keeping")
def test_the_same_record_goes_on_by_the_clock_of_the_rules(
    old_id: int, term: ValidityTerm | None, last_day: date
) -> None:
    assert renew_document(order(), old_id, changed(RENEWAL, term=term)) == old_id
    assert document_life(old_id, TODAY).last_day == last_day
    assert differing_records() == ()


@pytest.mark.parametrize("_keeping", ["restart"], indirect=True)
@pytest.mark.usefixtures("_keeping")
def test_a_lapsed_record_lives_again_and_its_gap_stays(old_id: int) -> None:
    late = changed(RENEWAL, effect=changed(RENEWAL.effect, begin_date=date(2026, 5, 1)))
    renew_document(order(), old_id, late)
    days = (LAST_DAY, LAST_DAY + ONE_DAY, date(2026, 4, 30), date(2026, 5, 1))
    assert [status(old_id, day) for day in days] == [
        ValidityStatus.EFFECTIVE,
        ValidityStatus.LAPSED,
        ValidityStatus.LAPSED,
        ValidityStatus.EFFECTIVE,
    ]


@pytest.mark.parametrize("_keeping", ["original"], indirect=True)
@pytest.mark.usefixtures("_keeping")
def test_a_renewal_that_gives_no_further_day_is_refused(old_id: int) -> None:
    with pytest.raises(NoFurtherDayError):
        renew_document(order(), old_id, RENEWAL)
