"""The result of a cleanup: blocked until it adds up, applied in one act, followed afterwards."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.acts.attach_file import attach_file
from models.acts.cleanup_campaigns import advance_campaign
from models.acts.cleanup_decisions import decide_entries, take_back_decisions
from models.acts.cleanup_refusals import (
    AmendmentsOwedError,
    CampaignClosedError,
    PaperDiffersError,
    ResultBlockedError,
    ResultUnseenError,
)
from models.acts.cleanup_results import acknowledge_affected, issue_cleanup_result
from models.acts.cleanup_scopes import remove_entry
from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.document_effects import end_document, record_amendment
from models.acts.letters import withdraw_letter
from models.acts.life_events import Effect
from models.acts.performing import NotPermittedError
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FutureDateError,
    RecordMissingError,
)
from models.acts.register_document import register_historic_document
from models.cleanup_amendments import amendments_owed
from models.domain.cleanup import CleanupOutcome, CleanupReason
from models.domain.cleanup_campaign import AffectedGround, DecidedGroup, DecisionEntry
from models.domain.cleanup_result import ResultEntry, ResultFault, ResultTerms
from models.domain.lifecycle import CampaignState, TransitionError
from models.domain.records import DuplicateHandling, FileRole, RelationEntry
from models.domain.terms import LetterSeries, RelationKind, ValidityStatus
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.profiles import load_profile
from models.queries.cleanup import campaign
from models.queries.cleanup_letters import decision_letter
from models.queries.cleanup_results import (
    look_back,
    result_of,
    result_preview,
    standing_counts,
)
from models.queries.document_page import document_page
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids, document_rows
from models.queries.due import CLEANUP_AMENDMENT, DueRow, due_rows
from models.queries.office import profile
from models.queries.record_check import differing_records
from models.register import Register
from models.tables.audit import AuditLine
from review.cleanup.issuing_decision import issue_decision
from review.letters.drafting.cleanup_decision import DecisionPaper, propose_cleanup_decision
from review.letters.preflight.preflight import values_preflight
from review.letters.press import press_into
from tests.models.cleanup_office import (
    AMEND,
    EVERYTHING,
    KEEP,
    LAPSE,
    REPEAL,
    documents,
    frozen,
    rows,
)
from tests.models.office import HEAD, PAPER, TODAY, another, order, parking_measures

pytestmark = pytest.mark.usefixtures("register")

EFFECT = date(2026, 4, 1)
TEN_YEARS = ValidityTerm(ValidityTermKind.YEARS, 10)
TERMS = ResultTerms(effect_date=EFFECT, cutoff_date=date(2025, 12, 31))
RESULT = ResultEntry(
    terms=TERMS,
    decided_by="云溪县人民政府",
    decided_date=date(2026, 3, 10),
    published_date=date(2026, 3, 16),
    decision_number="云政发〔2026〕8号",
    reason="云溪县人民政府关于公布行政规范性文件清理结果的决定",
    unlisted_reason="没有列入清理结果决定附件",
)
LATER = order(HEAD, datetime(2026, 6, 1, 2, tzinfo=UTC))


def decided(*decisions: DecisionEntry) -> tuple[int, list[int]]:
    """Freeze a cleanup with one document for each decision, decide them, and begin the review."""
    ids = documents(*["县住建局"] * len(decisions))
    campaign_id = frozen()
    for document_id, decision in zip(ids, decisions, strict=True):
        decide(campaign_id, document_id, decision)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW)
    return campaign_id, ids


def decide(campaign_id: int, document_id: int, decision: DecisionEntry) -> DecidedGroup:
    """Decide one document."""
    return decide_entries(order(), campaign_id, (rows(campaign_id)[document_id].id,), decision)


def issue(campaign_id: int, result: ResultEntry = RESULT) -> int:
    """Issue a result as the head of the office."""
    return issue_cleanup_result(order(HEAD), campaign_id, result)


def statuses(ids: list[int], day: date) -> list[ValidityStatus]:
    """Return the status of documents on a day."""
    return [row.validity for row in document_rows(ids, day)]


def amendments_due() -> list[DueRow]:
    """Return the amendments in the list of what is due this year."""
    rows = due_rows(load_profile("hunan"), TODAY, date(2026, 12, 31))
    return [row for row in rows if row.kind == CLEANUP_AMENDMENT]


def on_basis_of(target_id: int, title: str = "云溪县停车场收费实施细则") -> int:
    """Record a document that is based on another one of the register."""
    body_id = document_page(target_id, profile(), TODAY).facts.issuing_body_id
    basis = RelationEntry(RelationKind.BASED_ON, "停车办法", target_id=target_id)
    entry = replace(
        parking_measures(body_id),
        title=title,
        document_number="云政办发〔2022〕77号",
        published_date=date(2022, 5, 1),
        adopted_date=date(2022, 4, 1),
        effective_date=date(2022, 6, 1),
        validity_term=TEN_YEARS,
        relations=(basis,),
        files=(),
    )
    return register_historic_document(order(), entry)


def test_a_result_is_applied_to_every_document_in_one_act() -> None:
    # Given a cleanup in which each outcome was decided once
    campaign_id, ids = decided(KEEP, AMEND, REPEAL, LAPSE)
    lines = AuditLine.select().count()
    # When its result is issued
    given = order(HEAD)
    assert issue_cleanup_result(given, campaign_id, RESULT) == 3
    # Then the register says so from the day of effect on, and not before
    assert statuses(ids, date(2026, 3, 31)) == [ValidityStatus.EFFECTIVE] * 4
    assert statuses(ids, EFFECT) == [
        ValidityStatus.EFFECTIVE,
        ValidityStatus.EFFECTIVE,
        ValidityStatus.REPEALED,
        ValidityStatus.LAPSED,
    ]
    assert standing_counts(campaign_id, EFFECT) == {
        ValidityStatus.EFFECTIVE: 2,
        ValidityStatus.REPEALED: 1,
        ValidityStatus.LAPSED: 1,
    }
    # And it happened once: one operation, a line for each document changed and one of its own
    assert issue_cleanup_result(given, campaign_id, RESULT) == 3
    new = list(AuditLine.select().order_by(AuditLine.sequence).offset(lines))
    assert {line.op_id for line in new} == {given.op_id}
    assert [line.subject_kind for line in new] == ["document"] * 3 + ["cleanup_campaign"]
    assert differing_records() == ()
    # And the history of each document tells the decision
    life = document_page(ids[2], profile(), TODAY).life
    assert life.events[-1].reason == f"{RESULT.reason}；{REPEAL.basis}"
    kept = result_of(campaign_id)
    assert kept is not None
    assert kept.decision_number == RESULT.decision_number
    steps = [one.state for one in campaign(campaign_id).steps]
    assert steps[-3:] == [CampaignState.DECIDED, CampaignState.PUBLISHED, CampaignState.APPLIED]


def test_a_result_is_applied_once() -> None:
    campaign_id, _ = decided(REPEAL)
    issue(campaign_id)
    with pytest.raises(TransitionError):
        issue(campaign_id)


def test_after_the_decision_nothing_is_taken_back_until_it_goes_back_to_review() -> None:
    campaign_id, ids = decided(REPEAL)
    group = decide(campaign_id, ids[0], LAPSE)
    advance_campaign(order(), campaign_id, CampaignState.DECIDED)
    with pytest.raises(CampaignClosedError):
        take_back_decisions(order(), campaign_id, group.undo_group)
    with pytest.raises(CampaignClosedError):
        decide(campaign_id, ids[0], KEEP)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW, "会议要求再议")
    assert take_back_decisions(order(), campaign_id, group.undo_group) == 1
    issue(campaign_id)
    assert statuses(ids, EFFECT) == [ValidityStatus.REPEALED]


FAULTY = [
    (replace(REPEAL, basis=""), ResultFault.BASIS_MISSING),
    (replace(REPEAL, reason=CleanupReason.REPLACED), ResultFault.REPLACING_MISSING),
    (replace(AMEND, amendment_due_date=None), ResultFault.AMENDMENT_DAY_MISSING),
]


@pytest.mark.parametrize(("decision", "fault"), FAULTY)
def test_a_result_is_blocked_while_a_document_lacks_what_it_must_say(
    decision: DecisionEntry, fault: ResultFault
) -> None:
    campaign_id, ids = decided(KEEP, decision)
    preview = result_preview(campaign_id, TERMS)
    assert [(one.document_id, one.fault) for one in preview.findings] == [(ids[1], fault)]
    assert not preview.is_ready
    with pytest.raises(ResultBlockedError):
        issue(campaign_id)
    with pytest.raises(ResultBlockedError):
        advance_campaign(order(), campaign_id, CampaignState.DECIDED)
    assert statuses(ids, EFFECT) == [ValidityStatus.EFFECTIVE] * 2


def test_a_result_is_blocked_while_a_document_is_undecided_and_free_when_it_is_taken_out() -> None:
    ids = documents("县住建局", "县民政局")
    campaign_id = frozen()
    decide(campaign_id, ids[0], REPEAL)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW)
    with pytest.raises(ResultBlockedError):
        issue(campaign_id)
    remove_entry(order(), campaign_id, ids[1], "本次不清理")
    assert result_preview(campaign_id, TERMS).is_ready
    assert issue(campaign_id) == 1


@pytest.mark.parametrize(
    ("second", "fault"),
    [(REPEAL, ResultFault.LISTED_TWICE), (KEEP, ResultFault.LISTED_IN_TWO_CLASSES)],
)
def test_a_document_that_stands_twice_blocks_the_result(
    second: DecisionEntry, fault: ResultFault
) -> None:
    (first,) = documents("县住建局")
    facts = document_page(first, profile(), TODAY).facts
    entry = replace(
        another(parking_measures(facts.issuing_body_id), 1),
        drafting_unit="县城管局",
        published_date=date(2021, 3, 1),
        adopted_date=date(2021, 2, 1),
        effective_date=date(2021, 4, 1),
        validity_term=TEN_YEARS,
    )
    twin = register_historic_document(order(), entry, DuplicateHandling.REGISTER_ALL_THE_SAME)
    campaign_id = frozen()
    decide(campaign_id, first, REPEAL)
    decide(campaign_id, twin, second)
    preview = result_preview(campaign_id, TERMS)
    assert [one.fault for one in preview.findings] == [fault]
    assert len(preview.sum_findings) == 1


def test_an_empty_list_has_no_result() -> None:
    campaign_id, ids = decided(KEEP)
    remove_entry(order(), campaign_id, ids[0], "本次不清理")
    with pytest.raises(ResultBlockedError):
        issue(campaign_id)


def issued_paper(register: Register, campaign_id: int) -> int:
    """Issue the decision of a cleanup as the office's own letter, and return its id."""
    press = press_into(register.letters, LetterSeries.CLEANUP_DECISION, ("docx",))
    paper = DecisionPaper(terms=TERMS)
    proposed = propose_cleanup_decision(campaign_id, paper, TODAY)
    looked_at = [one.code for one in values_preflight(proposed, TODAY)]
    issued = issue_decision(order(HEAD), campaign_id, paper, TODAY, press, looked_at=looked_at)
    return issued.letter_id


def test_a_letter_of_the_office_closes_the_decisions_and_the_result_follows_it(
    register: Register,
) -> None:
    campaign_id, ids = decided(KEEP, REPEAL)
    letter_id = issued_paper(register, campaign_id)
    assert campaign(campaign_id).row.state is CampaignState.DECIDED
    with pytest.raises(CampaignClosedError):
        decide(campaign_id, ids[0], REPEAL)
    # What the letter does not say is not applied by it
    later = replace(RESULT, letter_id=letter_id, terms=replace(TERMS, effect_date=date(2026, 5, 1)))
    with pytest.raises(PaperDiffersError):
        issue(campaign_id, later)
    assert issue(campaign_id, replace(RESULT, letter_id=letter_id)) == 2
    kept = result_of(campaign_id)
    assert kept is not None
    assert kept.letter_id == letter_id


def test_a_result_that_was_decided_anew_does_not_follow_the_older_letter(
    register: Register,
) -> None:
    campaign_id, ids = decided(KEEP, REPEAL)
    letter_id = issued_paper(register, campaign_id)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW, "再议")
    decide(campaign_id, ids[0], LAPSE)
    with pytest.raises(PaperDiffersError):
        issue(campaign_id, replace(RESULT, letter_id=letter_id))


def test_the_decision_that_stands_is_found_until_it_is_withdrawn_or_the_list_changes(
    register: Register,
) -> None:
    campaign_id, ids = decided(KEEP, REPEAL)
    assert decision_letter(campaign_id) is None
    letter_id = issued_paper(register, campaign_id)
    letter = decision_letter(campaign_id)
    assert letter is not None
    assert (letter.id, letter.terms) == (letter_id, TERMS)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW, "再议")
    remove_entry(order(), campaign_id, ids[0], "另案处理")
    assert decision_letter(campaign_id) is None

    decided_anew = issued_paper(register, campaign_id)
    assert decision_letter(campaign_id) is not None
    withdraw_letter(order(HEAD), decided_anew, "文号有误")
    assert decision_letter(campaign_id) is None


def test_no_letter_of_an_unfinished_result_is_issued(register: Register) -> None:
    campaign_id, _ = decided(KEEP, replace(REPEAL, basis=""))
    with pytest.raises(ResultBlockedError):
        issued_paper(register, campaign_id)
    assert campaign(campaign_id).row.state is CampaignState.OFFICE_REVIEW


def test_a_result_names_only_a_letter_that_is_there() -> None:
    campaign_id, _ = decided(REPEAL)
    with pytest.raises(RecordMissingError):
        issue(campaign_id, replace(RESULT, letter_id=99))
    assert result_of(campaign_id) is None


def test_what_is_over_is_not_kept_and_what_ended_is_not_repealed_again() -> None:
    campaign_id, ids = decided(KEEP, REPEAL)
    over = replace(
        another(parking_measures(document_page(ids[0], profile(), TODAY).facts.issuing_body_id), 9),
        published_date=date(2019, 3, 1),
        adopted_date=date(2019, 2, 1),
        effective_date=date(2019, 4, 1),
        validity_term=ValidityTerm(ValidityTermKind.YEARS, 2),
    )
    over_id = register_historic_document(order(), over)
    other = frozen()
    decide(other, ids[0], KEEP)
    decide(other, ids[1], REPEAL)
    decide(other, over_id, KEEP)
    end_document(order(), ids[1], EndingKind.REPEALED, Effect(TODAY, "另行废止"))
    faults = {one.document_id: one.fault for one in result_preview(other, TERMS).findings}
    assert faults == {over_id: ResultFault.KEPT_BUT_OVER, ids[1]: ResultFault.ENDED_BEFORE}
    # But both may be listed as what had ended before, which changes nothing of them
    ended = DecisionEntry(outcome=CleanupOutcome.ALREADY_ENDED, basis="已经失效")
    decide(other, over_id, ended)
    decide(other, ids[1], ended)
    advance_campaign(order(), other, CampaignState.OFFICE_REVIEW)
    assert result_preview(other, TERMS).findings == ()
    assert issue(other) == 1
    assert campaign_id != other


def test_what_had_ended_already_ends_in_the_register_at_the_latest_with_the_result() -> None:
    ended = DecisionEntry(
        outcome=CleanupOutcome.ALREADY_ENDED,
        reason=CleanupReason.TERM_OVER,
        basis="2024年已经宣布失效",
    )
    campaign_id, ids = decided(ended, replace(ended, reason=CleanupReason.BASIS_ENDED))
    preview = result_preview(campaign_id, TERMS)
    assert {one.fault for one in preview.findings} == {ResultFault.STILL_IN_FORCE}
    assert preview.is_ready
    assert issue(campaign_id) == 2
    assert statuses(ids, EFFECT) == [ValidityStatus.LAPSED, ValidityStatus.REPEALED]


def test_a_document_based_on_a_repealed_one_is_looked_at_before_the_result() -> None:
    # Given a repealed document, and a later one of the register that is based on it
    ids = documents("县住建局")
    campaign_id = frozen()
    decide(campaign_id, ids[0], REPEAL)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW)
    dependent = on_basis_of(ids[0])
    # When the result is drawn up, then it is named, and the result waits for somebody to look
    (affected,) = result_preview(campaign_id, TERMS).affected
    assert (affected.document_id, affected.ground) == (dependent, AffectedGround.BASED_ON_ENDED)
    assert affected.through == "云溪县第1类事项管理办法"
    with pytest.raises(ResultUnseenError):
        issue(campaign_id)
    with pytest.raises(FieldEmptyError):
        acknowledge_affected(order(), campaign_id, ((dependent, affected.ground),), "")
    looked_at = ((dependent, affected.ground),)
    assert acknowledge_affected(order(), campaign_id, looked_at, "另行修改依据条款") == 1
    assert acknowledge_affected(order(), campaign_id, looked_at, "另行修改依据条款") == 0
    assert issue(campaign_id) == 1
    # And the look back tells that it still stands on what is gone
    assert look_back(campaign_id, EFFECT).on_ended_basis == (
        (dependent, "云溪县停车场收费实施细则"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "根据《云溪县第1类事项管理办法》，制定本细则。",
        "根据云政发〔2026〕101号文件，制定本细则。",
    ],
)
def test_a_text_that_names_a_repealed_document_is_affected(text: str) -> None:
    ids = documents("县住建局")
    campaign_id = frozen()
    decide(campaign_id, ids[0], REPEAL)
    entry = replace(
        parking_measures(document_page(ids[0], profile(), TODAY).facts.issuing_body_id),
        published_date=date(2022, 5, 1),
        adopted_date=date(2022, 4, 1),
        effective_date=date(2022, 6, 1),
        validity_term=TEN_YEARS,
        files=(replace(PAPER, text=text),),
    )
    citing = register_historic_document(order(), entry)
    assert [one.document_id for one in result_preview(campaign_id, TERMS).affected] == [citing]


def test_what_is_not_listed_ends_only_after_somebody_looked_at_it() -> None:
    # Given a result that says: what is not listed is no basis any more
    campaign_id, ids = decided(KEEP, KEEP)
    remove_entry(order(), campaign_id, ids[1], "部门漏报")
    result = replace(RESULT, terms=replace(TERMS, ends_unlisted=True))
    (affected,) = result_preview(campaign_id, result.terms).affected
    assert (affected.document_id, affected.ground) == (ids[1], AffectedGround.UNLISTED)
    with pytest.raises(ResultUnseenError):
        issue(campaign_id, result)
    with pytest.raises(FieldEmptyError):
        issue(campaign_id, replace(result, unlisted_reason=" "))
    acknowledge_affected(order(), campaign_id, ((ids[1], affected.ground),), "确实不再需要")
    # When it is issued, then the unlisted document ends with the words for it
    assert issue(campaign_id, result) == 2
    assert statuses(ids, EFFECT) == [ValidityStatus.EFFECTIVE, ValidityStatus.LAPSED]
    life = document_page(ids[1], profile(), TODAY).life
    assert life.events[-1].reason == RESULT.unlisted_reason


def test_what_has_no_known_day_of_effect_counts_as_standing() -> None:
    # Given documents entered from the past without their day of effect
    campaign_id, ids = decided(KEEP, KEEP, REPEAL)
    unknown = (Correction(CorrectableField.EFFECTIVE_DATE, None),)
    for document_id in ids:
        correct_record(order(), document_id, 1, unknown, "台账没有写")
    remove_entry(order(), campaign_id, ids[1], "部门漏报")
    result = replace(RESULT, terms=replace(TERMS, ends_unlisted=True))
    # Then one that is not listed is named all the same, and what is kept keeps a line of it
    (affected,) = result_preview(campaign_id, result.terms).affected
    assert affected.document_id == ids[1]
    acknowledge_affected(order(), campaign_id, ((ids[1], affected.ground),), "确实不再需要")
    assert issue(campaign_id, result) == 3
    assert statuses(ids, EFFECT)[1:] == [ValidityStatus.LAPSED, ValidityStatus.REPEALED]


def test_what_was_issued_after_the_cutoff_is_not_touched_by_not_being_listed() -> None:
    campaign_id, ids = decided(KEEP, KEEP)
    remove_entry(order(), campaign_id, ids[1], "部门漏报")
    early = replace(TERMS, ends_unlisted=True, cutoff_date=date(2021, 12, 31))
    assert result_preview(campaign_id, early).affected == ()


def test_amendments_are_followed_until_the_revised_text_is_registered() -> None:
    campaign_id, ids = decided(AMEND, replace(AMEND, amendment_due_date=date(2026, 5, 1)))
    assert amendments_owed(campaign_id) == ()
    issue(campaign_id)
    owed = amendments_owed(campaign_id)
    assert [(one.document_id, one.is_overdue(date(2026, 5, 2))) for one in owed] == [
        (ids[1], True),
        (ids[0], False),
    ]
    body_id = document_page(ids[1], profile(), TODAY).facts.issuing_body_id
    revised = replace(
        another(parking_measures(body_id), 50),
        relations=(RelationEntry(RelationKind.REPLACES, "旧办法", target_id=ids[1]),),
    )
    register_historic_document(LATER, revised)
    still = amendments_owed()
    assert [(one.document_id, one.settled_date) for one in still] == [
        (ids[0], None),
        (ids[1], date(2026, 6, 1)),
    ]
    assert look_back(campaign_id, date(2026, 6, 1)).amendments == still


def test_an_amendment_before_the_decision_settles_nothing() -> None:
    campaign_id, ids = decided(AMEND)
    record_amendment(order(), ids[0], Effect(date(2026, 3, 1), "以前修改过"))
    issue(campaign_id)
    assert [one.settled_date for one in amendments_owed(campaign_id)] == [None]
    record_amendment(LATER, ids[0], Effect(date(2026, 5, 20), "按清理决定修改"))
    assert [one.settled_date for one in amendments_owed(campaign_id)] == [date(2026, 5, 20)]


def test_owed_amendments_stand_in_the_list_of_what_is_due_until_the_text_is_there() -> None:
    campaign_id, ids = decided(AMEND)
    issue(campaign_id)
    (due,) = amendments_due()
    assert (due.document_id, due.unit, due.due_date) == (ids[0], "县住建局", date(2026, 12, 31))
    assert RESULT.decision_number in due.derivation
    attach_file(LATER, ids[0], replace(PAPER, role=FileRole.AMENDED_TEXT))
    assert amendments_due() == []


def test_a_cleanup_that_owes_nothing_is_archived_without_a_word() -> None:
    campaign_id, _ = decided(REPEAL)
    issue(campaign_id)
    advance_campaign(order(), campaign_id, CampaignState.ARCHIVED)
    assert campaign(campaign_id).row.state is CampaignState.ARCHIVED


def test_a_cleanup_is_archived_when_nothing_is_owed_or_somebody_follows_it() -> None:
    campaign_id, _ = decided(AMEND)
    issue(campaign_id)
    with pytest.raises(AmendmentsOwedError):
        advance_campaign(order(), campaign_id, CampaignState.ARCHIVED)
    advance_campaign(order(), campaign_id, CampaignState.ARCHIVED, "由备案审查股继续跟踪")
    assert campaign(campaign_id).row.state is CampaignState.ARCHIVED


def test_a_result_is_issued_by_the_head_with_days_that_can_be_true() -> None:
    campaign_id, _ = decided(REPEAL)
    with pytest.raises(NotPermittedError):
        issue_cleanup_result(order(), campaign_id, RESULT)
    with pytest.raises(FutureDateError):
        issue(campaign_id, replace(RESULT, published_date=date(2026, 3, 17)))
    with pytest.raises(DateOrderError):
        issue(
            campaign_id,
            replace(RESULT, decided_date=date(2026, 3, 16), published_date=date(2026, 3, 15)),
        )
    with pytest.raises(FieldEmptyError):
        issue(campaign_id, replace(RESULT, decided_by=""))


def test_a_result_is_not_issued_before_the_office_reviewed() -> None:
    ids = documents("县住建局")
    campaign_id = frozen(EVERYTHING)
    decide(campaign_id, ids[0], REPEAL)
    with pytest.raises(TransitionError):
        issue(campaign_id)
    assert document_ids(DocumentFilter(), DocumentOrder.TITLE, TODAY) == ids
