"""Printing and publication: in the order of the profile, on dates that can be true."""

from datetime import date

import pytest

from models.acts.change_setting import change_settings
from models.acts.record_issuance import record_issuance
from models.acts.refusals import DateOrderError, FieldEmptyError, FutureDateError, StepOrderError
from models.acts.register_document import refuse_registration, register_document
from models.domain.lifecycle import MakingState, TransitionError
from models.domain.profile import MakingStep
from models.domain.terms import IssuanceKind, ValidityStatus
from models.domain.validity import ValidityReason
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentPage
from models.queries.office import profile
from models.settings import SettingKey
from tests.models.office import (
    ADMINISTRATOR,
    TODAY,
    add_body,
    number_one,
    order,
    parking_measures,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")


def page_of(document_id: int, today: date = TODAY) -> DocumentPage:
    """Return the document's page on a day."""
    return document_page(document_id, profile(), today)


def print_and_publish(document_id: int) -> None:
    """Record both steps on the same day."""
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", TODAY)
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府门户网站", TODAY)


def test_a_document_goes_from_register_to_number_to_print_to_publication() -> None:
    # Given a registered document, its page names the step the profile wants next
    document_id = register_one()
    wanted = [page_of(document_id).next_step]
    # When each step is taken
    number_one(document_id)
    wanted.append(page_of(document_id).next_step)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", TODAY)
    wanted.append(page_of(document_id).next_step)
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府门户网站", TODAY)
    # Then the order is that of the profile and nothing is left to do
    assert wanted == [MakingStep.NUMBERED, MakingStep.PRINTED, MakingStep.PUBLISHED]
    page = page_of(document_id)
    assert page.next_step is None
    assert page.facts.making_state is MakingState.PUBLISHED
    assert (page.facts.printed_date, page.facts.published_date) == (TODAY, TODAY)


def test_a_document_without_number_is_not_printed() -> None:
    with pytest.raises(StepOrderError) as refusal:
        record_issuance(order(), register_one(), IssuanceKind.PRINTED, "县政府办公室", TODAY)
    assert refusal.value.values["first"] is MakingStep.NUMBERED


def test_publication_waits_for_printing_where_the_profile_says_so() -> None:
    document_id = register_one()
    number_one(document_id)
    with pytest.raises(StepOrderError) as refusal:
        record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府门户网站", TODAY)
    assert refusal.value.values["first"] is MakingStep.PRINTED


def test_where_no_unified_number_is_given_a_registered_document_is_printed() -> None:
    document_id = register_one()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "beijing_miyun"})
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", TODAY)
    assert page_of(document_id).facts.making_state is MakingState.PRINTED


def test_a_second_medium_keeps_the_first_day_of_publication() -> None:
    document_id = register_one()
    number_one(document_id)
    print_and_publish(document_id)
    earlier = date(2026, 3, 13)
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "县政府公报", earlier)
    page = page_of(document_id)
    assert page.facts.published_date == earlier
    assert [row.medium for row in page.issuances if row.kind is IssuanceKind.PUBLISHED] == [
        "县政府公报",
        "县政府门户网站",
    ]


def test_printing_recorded_after_publication_does_not_take_the_publication_back() -> None:
    document_id = register_one()
    number_one(document_id)
    print_and_publish(document_id)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县档案馆", TODAY)
    assert page_of(document_id).facts.making_state is MakingState.PUBLISHED


@pytest.mark.parametrize(
    ("medium", "day", "refusal"),
    [
        (" ", TODAY, FieldEmptyError),
        ("县政府办公室", date(2026, 3, 17), FutureDateError),
        ("县政府办公室", date(2026, 3, 9), DateOrderError),
    ],
)
def test_an_issuance_that_cannot_be_true_is_refused(
    medium: str, day: date, refusal: type[Exception]
) -> None:
    document_id = register_one()
    number_one(document_id)
    with pytest.raises(refusal):
        record_issuance(order(), document_id, IssuanceKind.PRINTED, medium, day)


def test_a_document_that_was_not_registered_is_not_published() -> None:
    document_id = refuse_registration(order(), parking_measures(add_body()), "不属于规范性文件")
    with pytest.raises((TransitionError, StepOrderError)):
        record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "网站", TODAY)


def test_a_document_that_is_not_published_is_in_force_on_no_day() -> None:
    document_id = register_document(order(), parking_measures(add_body()))
    judged = page_of(document_id, date(2026, 5, 1)).validity
    assert (judged.status, judged.reason) == (
        ValidityStatus.NOT_YET_EFFECTIVE,
        ValidityReason.NOT_PUBLISHED,
    )


def test_validity_is_judged_by_the_day_that_is_asked_for() -> None:
    document_id = register_document(order(), parking_measures(add_body()))
    number_one(document_id)
    print_and_publish(document_id)
    judged = [
        page_of(document_id, day).validity.status
        for day in (TODAY, date(2026, 5, 1), date(2031, 4, 30), date(2031, 5, 1))
    ]
    assert judged == [
        ValidityStatus.NOT_YET_EFFECTIVE,
        ValidityStatus.EFFECTIVE,
        ValidityStatus.EFFECTIVE,
        ValidityStatus.LAPSED,
    ]
