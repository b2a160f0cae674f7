"""Corrections: old and new value stay in the trail, dates are computed anew."""

import json
from datetime import date

import pytest

from models.acts.change_setting import change_settings
from models.acts.correct_filing import FilingCorrection, correct_filing
from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.performing import NotPermittedError
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FieldNotCorrectableError,
    FutureDateError,
    RecordChangedError,
)
from models.acts.register_document import register_document
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.kept_profiles import ProfileNotKeptError, kept_profile
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentFacts
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.queries.trail import trail_of
from models.settings import SettingKey
from models.tables.office import ProfileText
from tests.models.office import (
    ADMINISTRATOR,
    REVIEWER,
    TODAY,
    add_body,
    changed,
    order,
    parking_measures,
    receive_one,
)

pytestmark = pytest.mark.usefixtures("register")

TITLE = Correction(CorrectableField.TITLE, "云溪县公共停车场管理办法")


@pytest.fixture
def document_id() -> int:
    """Return a registered document."""
    return register_document(order(), parking_measures(add_body()))


def facts_of(document_id: int) -> DocumentFacts:
    """Return the document's record."""
    return document_page(document_id, profile(), TODAY).facts


def test_a_correction_keeps_old_and_new_value_and_its_reason(document_id: int) -> None:
    revision = correct_record(order(), document_id, 1, (TITLE,), "名称录入有误")
    line = trail_of("document", document_id)[-1]
    assert revision == 2
    assert line.facts == {
        "before": {"title": "云溪县城镇公共停车场管理办法"},
        "after": {"title": "云溪县公共停车场管理办法"},
        "reason": "名称录入有误",
    }
    assert facts_of(document_id).title == "云溪县公共停车场管理办法"


def test_a_corrected_effective_date_moves_the_end_of_validity(document_id: int) -> None:
    later = Correction(CorrectableField.EFFECTIVE_DATE, date(2026, 6, 1))
    correct_record(order(), document_id, 1, (later,), "施行日期录入有误")
    assert facts_of(document_id).expiry_date == date(2031, 5, 31)


def test_a_corrected_term_moves_the_end_of_validity(document_id: int) -> None:
    two_years = Correction(CorrectableField.VALIDITY_TERM, ValidityTerm(ValidityTermKind.YEARS, 2))
    correct_record(order(), document_id, 1, (two_years,), "有效期录入有误")
    assert facts_of(document_id).expiry_date == date(2028, 4, 30)
    none = Correction(CorrectableField.VALIDITY_TERM, None)
    correct_record(order(), document_id, 2, (none,), "文件没有规定有效期")
    # Then the rules of the place assume the longest term they allow
    assert facts_of(document_id).expiry_date == date(2031, 4, 30)


def test_a_corrected_number_is_found_in_any_bracket_shape(document_id: int) -> None:
    number = Correction(CorrectableField.DOCUMENT_NUMBER, "云政发〔2026〕3号")
    correct_record(order(), document_id, 1, (number,), "文号录入有误")
    assert facts_of(document_id).document_number == "云政发〔2026〕3号"


def test_a_correction_of_what_somebody_else_changed_is_refused(document_id: int) -> None:
    correct_record(order(), document_id, 1, (TITLE,), "名称录入有误")
    with pytest.raises(RecordChangedError):
        correct_record(order(), document_id, 1, (TITLE,), "名称录入有误")


@pytest.mark.parametrize(
    "correction",
    [
        Correction(CorrectableField.EFFECTIVE_DATE, "2026-06-01"),
        Correction(CorrectableField.TITLE, None),
        Correction(CorrectableField.IS_TRIAL, "是"),
        Correction(CorrectableField.VALIDITY_TERM, "五年"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(document_id: int, correction: Correction) -> None:
    with pytest.raises(FieldNotCorrectableError):
        correct_record(order(), document_id, 1, (correction,), "更正")


def test_a_correction_needs_a_reason_and_leaves_a_title(document_id: int) -> None:
    with pytest.raises(FieldEmptyError):
        correct_record(order(), document_id, 1, (TITLE,), "")
    empty = Correction(CorrectableField.TITLE, " ")
    with pytest.raises(FieldEmptyError):
        correct_record(order(), document_id, 1, (empty,), "更正")


def test_a_reviewer_does_not_correct_the_register(document_id: int) -> None:
    with pytest.raises(NotPermittedError):
        correct_record(order(REVIEWER), document_id, 1, (TITLE,), "名称录入有误")


def test_corrected_dates_must_not_contradict_each_other() -> None:
    page = filing_page(receive_one(), profile())
    after = Correction(CorrectableField.ADOPTED_DATE, date(2026, 3, 5))
    with pytest.raises(DateOrderError):
        correct_record(order(), page.document_id, 1, (after,), "更正")


def test_a_corrected_publication_date_is_counted_anew_for_the_filing() -> None:
    # Given a filing in time, by a publication date that was entered wrongly
    filing_id = receive_one()
    page = filing_page(filing_id, profile())
    assert page.is_timely
    earlier = Correction(CorrectableField.PUBLISHED_DATE, date(2026, 2, 24))
    # When the date is corrected, the filing is late
    correct_record(order(), page.document_id, 1, (earlier,), "公布日期录入有误")
    page = filing_page(filing_id, profile())
    assert (page.is_timely, page.days_used, page.filing_due_date) == (False, 20, date(2026, 3, 11))


def test_a_corrected_day_of_receipt_moves_timeliness_and_the_formal_check() -> None:
    # Given a filing entered as received a day before it came
    filing_id = receive_one(date(2026, 3, 13))
    right = FilingCorrection(date(2026, 3, 16), "邮寄", "柳政备字〔2026〕3号")
    # When it is corrected
    assert correct_filing(order(), filing_id, 1, right, "收到日期录入有误") == 2
    # Then every date follows, and the trail holds both
    page = filing_page(filing_id, profile())
    assert (page.received_date, page.received_way, page.days_used) == (
        date(2026, 3, 16),
        "邮寄",
        14,
    )
    assert [one.computed.due_date for one in page.deadlines] == [date(2026, 3, 23)]
    facts = trail_of("filing", filing_id)[-1].facts
    assert facts["before"]["received_date"] == "2026-03-13"  # type: ignore[index]
    assert facts["after"]["received_date"] == "2026-03-16"  # type: ignore[index]


@pytest.mark.parametrize(
    ("revision", "change", "refusal"),
    [
        (2, {}, RecordChangedError),
        (1, {"received_date": date(2026, 3, 17)}, FutureDateError),
        (1, {"received_date": date(2026, 3, 1)}, DateOrderError),
        (1, {"received_way": " "}, FieldEmptyError),
    ],
)
def test_a_correction_of_a_filing_that_cannot_be_true_is_refused(
    revision: int, change: dict[str, object], refusal: type[Exception]
) -> None:
    filing_id = receive_one()
    correction = changed(FilingCorrection(TODAY, "窗口递交", ""), **change)
    with pytest.raises(refusal):
        correct_filing(order(), filing_id, revision, correction, "录入有误")


def test_a_filing_is_counted_by_the_profile_it_was_received_under() -> None:
    # Given a filing received under a limit of 15 days, and an office with another profile since
    filing_id = receive_one()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "beijing_miyun"})
    # When its publication date is corrected
    page = filing_page(filing_id, profile())
    earlier = Correction(CorrectableField.PUBLISHED_DATE, date(2026, 2, 27))
    correct_record(order(), page.document_id, 1, (earlier,), "公布日期录入有误")
    # Then the limit is still that of the profile it was received under
    page = filing_page(filing_id, profile())
    assert (page.filing_due_date, page.is_timely) == (date(2026, 3, 16), True)


def test_a_profile_nobody_kept_is_not_guessed() -> None:
    with pytest.raises(ProfileNotKeptError):
        kept_profile("hunan", "1999.1")


def test_a_rule_of_a_later_program_is_added_to_a_profile_that_was_kept() -> None:
    # Given a profile that was kept when there was no rule of what a filing report states
    receive_one()
    kept = ProfileText.select().first()
    content = json.loads(kept.content)
    del content["filing_report_states_content"]
    ProfileText.update(content=json.dumps(content)).execute()
    # When it is asked for again
    read = kept_profile(kept.profile_id, kept.version)
    # Then the rule is that of today, and the others are those that were kept
    assert read.filing_report_states_content == profile().filing_report_states_content
    assert read.filing_limit_government == profile().filing_limit_government
