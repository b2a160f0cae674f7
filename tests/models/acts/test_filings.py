"""Filings: received, checked in time, and decided in one of exactly three ways."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.acts.change_setting import change_settings
from models.acts.decide_filing import (
    accept_filing,
    record_supplement,
    refuse_filing,
    request_supplement,
)
from models.acts.performing import NotPermittedError
from models.acts.receive_filing import receive_filing
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FilingOpenError,
    FutureDateError,
    MaterialsMissingError,
)
from models.derivations import explain
from models.domain.lifecycle import FilingState, TransitionError
from models.domain.records import DefectEntry, IntakeEntry
from models.domain.terms import MaterialKind
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import profile
from models.settings import SettingKey
from tests.models.office import (
    ADMINISTRATOR,
    MATERIALS,
    REVIEWER,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    changed,
    filed_document,
    order,
    receive_one,
)

pytestmark = pytest.mark.usefixtures("register")

DEFECTS = (DefectEntry("缺少备案说明", "报备材料应当齐全"),)


def page_of(filing_id: int) -> FilingPage:
    """Return the filing's page under the profile in force."""
    return filing_page(filing_id, profile())


def intake(body_id: int, received_date: date = TODAY) -> IntakeEntry:
    """Return a whole filing of a township's document."""
    return IntakeEntry(
        body_id, received_date, "窗口递交", "", MATERIALS, document=filed_document(body_id)
    )


def test_a_filing_within_the_limit_of_the_profile_is_in_time() -> None:
    # Given a document published on 2 March and a limit of 15 days
    page = page_of(receive_one(date(2026, 3, 16)))
    assert (page.filing_due_date, page.is_timely, page.days_used) == (date(2026, 3, 17), True, 14)


@pytest.mark.parametrize(("day", "is_timely"), [(17, True), (18, False)])
def test_the_last_day_of_the_limit_is_in_time_and_the_day_after_is_late(
    day: int, *, is_timely: bool
) -> None:
    body_id = add_body(TOWN)
    came = datetime(2026, 3, day, 4, 0, tzinfo=UTC)
    filing_id = receive_filing(order(at=came), intake(body_id, date(2026, 3, day)))
    assert page_of(filing_id).is_timely is is_timely


def test_a_filing_of_an_unpublished_document_has_no_timeliness() -> None:
    body_id = add_body(TOWN)
    unpublished = replace(filed_document(body_id), published_date=None)
    filing_id = receive_filing(order(), replace(intake(body_id), document=unpublished))
    assert page_of(filing_id).is_timely is None


def test_the_formal_check_has_a_deadline_that_explains_itself() -> None:
    (deadline,) = page_of(receive_one()).deadlines
    assert (deadline.kind, deadline.computed.due_date) == ("formal_check", date(2026, 3, 23))
    assert "2026-03-16" in explain(deadline.computed)
    assert "2026-03-23" in explain(deadline.computed)


def test_a_complete_filing_is_registered_with_a_number_of_its_own_series() -> None:
    acceptance = accept_one(receive_one())
    assert acceptance.filing_register_number == "云溪备〔2026〕001"


def test_an_accepted_filing_keeps_its_number_and_meets_the_deadline() -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    page = page_of(filing_id)
    assert page.state is FilingState.REGISTERED
    assert page.registered_date == TODAY
    assert page.deadlines[0].met_date == TODAY


def test_a_filing_without_a_demanded_material_is_not_registered() -> None:
    body_id = add_body(TOWN)
    without = tuple(one for one in MATERIALS if one.kind is not MaterialKind.FILING_REPORT)
    filing_id = receive_filing(order(), replace(intake(body_id), materials=without))
    with pytest.raises(MaterialsMissingError) as refusal:
        accept_one(filing_id)
    assert refusal.value.values["missing"] == (MaterialKind.FILING_REPORT,)
    assert page_of(filing_id).state is FilingState.RECEIVED


def test_a_material_of_which_no_copy_came_is_missing() -> None:
    body_id = add_body(TOWN)
    none_came = (replace(MATERIALS[0], copies=0), *MATERIALS[1:])
    filing_id = receive_filing(order(), replace(intake(body_id), materials=none_came))
    with pytest.raises(MaterialsMissingError):
        accept_one(filing_id)


def test_a_defective_filing_is_deferred_with_a_due_date() -> None:
    filing_id = receive_one()
    due_date = request_supplement(order(), filing_id, DEFECTS)
    page = page_of(filing_id)
    assert due_date == date(2026, 3, 31)
    assert page.state is FilingState.DEFERRED
    assert page.supplements[0].defects[0].defect == "缺少备案说明"


def test_a_deferred_filing_is_not_registered_before_its_supplement_came() -> None:
    filing_id = receive_one()
    request_supplement(order(), filing_id, DEFECTS)
    with pytest.raises(TransitionError):
        accept_one(filing_id)


def test_a_supplemented_filing_is_checked_anew_and_registered() -> None:
    # Given a filing that came without report and was deferred
    body_id = add_body(TOWN)
    filing_id = receive_filing(order(), replace(intake(body_id), materials=MATERIALS[1:]))
    request_supplement(order(), filing_id, DEFECTS)
    # When the report comes a week later
    later = datetime(2026, 3, 23, 4, 0, tzinfo=UTC)
    record_supplement(order(at=later), filing_id, date(2026, 3, 23), MATERIALS)
    # Then it can be registered, and a new formal check had begun on that day
    assert accept_filing(order(at=later), filing_id).registered_date == date(2026, 3, 23)
    kinds = [(one.kind, one.met_date) for one in page_of(filing_id).deadlines]
    assert kinds == [
        ("formal_check", TODAY),
        ("supplement", date(2026, 3, 23)),
        ("formal_check", date(2026, 3, 23)),
    ]


def test_a_supplement_cannot_come_before_it_was_asked_for() -> None:
    filing_id = receive_one()
    request_supplement(order(), filing_id, DEFECTS)
    with pytest.raises(DateOrderError):
        record_supplement(order(), filing_id, date(2026, 3, 13), MATERIALS)


@pytest.mark.parametrize("defects", [(), (DefectEntry("  "),)])
def test_a_supplement_request_names_its_defects(defects: tuple[DefectEntry, ...]) -> None:
    filing_id = receive_one()
    with pytest.raises(FieldEmptyError):
        request_supplement(order(), filing_id, defects)


def test_a_refused_filing_keeps_its_reason_and_gets_no_number() -> None:
    filing_id = receive_one()
    refuse_filing(order(), filing_id, "不属于规范性文件，不属于备案范围")
    page = page_of(filing_id)
    assert page.state is FilingState.REFUSED
    assert page.refusal_reason.startswith("不属于规范性文件")
    assert page.filing_register_number == ""


@pytest.mark.parametrize("decide", [accept_one, lambda one: refuse_filing(order(), one, "退回")])
def test_a_decided_filing_is_not_decided_again(decide: object) -> None:
    filing_id = receive_one()
    refuse_filing(order(), filing_id, "不属于备案范围")
    with pytest.raises(TransitionError):
        decide(filing_id)  # type: ignore[operator]


def test_a_refusal_needs_a_reason() -> None:
    with pytest.raises(FieldEmptyError):
        refuse_filing(order(), receive_one(), "")


def test_a_document_is_filed_once_unless_it_was_refused() -> None:
    # Given a filing
    filing_id = receive_one()
    page = page_of(filing_id)
    again = IntakeEntry(
        page.filing_body_id, TODAY, "窗口递交", "", MATERIALS, document_id=page.document_id
    )
    # When it comes again while the first stands, it is refused; after a refusal it is taken
    with pytest.raises(FilingOpenError):
        receive_filing(order(), again)
    refuse_filing(order(), filing_id, "报送机关有误")
    assert receive_filing(order(), again) != filing_id


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"received_date": date(2026, 3, 17)}, FutureDateError),
        ({"received_date": date(2026, 3, 1)}, DateOrderError),
        ({"received_way": ""}, FieldEmptyError),
        ({"document": None}, FieldEmptyError),
    ],
)
def test_an_intake_that_cannot_be_true_is_refused(
    change: dict[str, object], refusal: type[Exception]
) -> None:
    body_id = add_body(TOWN)
    with pytest.raises(refusal):
        receive_filing(order(), changed(intake(body_id), **change))


def test_a_reviewer_does_not_do_the_counter_s_work() -> None:
    filing_id = receive_one()
    with pytest.raises(NotPermittedError):
        accept_filing(order(REVIEWER), filing_id)


def test_a_filing_keeps_the_profile_it_was_received_under() -> None:
    filing_id = receive_one()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "beijing_miyun"})
    assert page_of(filing_id).profile_id == "hunan"
