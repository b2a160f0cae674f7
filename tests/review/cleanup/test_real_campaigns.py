"""Real results of cleanups with full tables become campaigns in a register, and reconcile there."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from models.acts.cleanup_campaigns import advance_campaign, open_campaign
from models.acts.cleanup_decisions import decide_entries
from models.acts.cleanup_results import issue_cleanup_result
from models.acts.cleanup_scopes import freeze_scope
from models.acts.issuing_bodies import add_issuing_body
from models.acts.register_document import register_historic_document
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import (
    CampaignEntry,
    CampaignKind,
    DecisionEntry,
    ScopeFilter,
)
from models.domain.cleanup_result import ResultEntry, ResultTerms
from models.domain.lifecycle import CampaignState
from models.domain.records import BodyEntry, DocumentEntry, DuplicateHandling
from models.domain.terms import DocumentClass, ValidityStatus
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.domain.written_dates import read_written_date
from models.queries.cleanup import class_counts, progress_by_unit
from models.queries.cleanup_entries import entries
from models.queries.cleanup_results import result_preview, standing_counts
from review.cleanup.reconciling.answer import Reconciled, reconcile
from review.cleanup.reconciling.counts import outcome_in
from review.cleanup.reconciling.reader import read_results
from tests.models.office import ADMINISTRATOR, HEAD, TODAY, order

CASES = Path(__file__).parents[4] / "shared" / "data" / "cleanup_cases.jsonl"

pytestmark = [
    pytest.mark.usefixtures("sqlite_register"),
    pytest.mark.skipif(not CASES.exists(), reason="the shared data is not at hand"),
]

EFFECT = date(2026, 3, 20)
TERMS = ResultTerms(effect_date=EFFECT, cutoff_date=TODAY)
_SHORTEST_TITLE = 6


@dataclass(frozen=True)
class Listed:
    """A document of a published list."""

    title: str
    number: str
    unit: str
    day: date | None
    outcome: CleanupOutcome
    reason: str


@dataclass(frozen=True)
class Case:
    """A published result with its full table."""

    case_id: str
    issuer: str
    documents: tuple[Listed, ...]


@cache
def cases() -> dict[str, Case]:
    """Return the results with full tables, by their id."""
    if not CASES.exists():
        return {}
    found = map(json.loads, CASES.read_text(encoding="utf-8").splitlines())
    whole = [one for one in found if one["kind"].startswith("full table")]
    return {one["case_id"]: _case(one) for one in whole}


@cache
def answers() -> dict[str, Reconciled]:
    """Return what the figures of the published papers say, by the id of the case."""
    return {one.case_id: one for one in map(reconcile, read_results(CASES))}


def _case(found: dict[str, object]) -> Case:
    announcement, items = found["announcement"], found["items"]
    assert isinstance(announcement, dict)
    assert isinstance(items, list)
    return Case(str(found["case_id"]), announcement["issuer"], tuple(map(_listed, items)))


def _listed(item: dict[str, str]) -> Listed:
    # Where cells were merged the title slipped into the column of the number.
    number = item.get("number_raw") or ""
    is_slipped = len(item["name"]) < _SHORTEST_TITLE
    written = read_written_date(item.get("date") or "")
    outcome = outcome_in(item["action_raw"]) or outcome_in(item.get("section") or "")
    assert outcome is not None
    return Listed(
        title=(number or item["name"]) if is_slipped else item["name"],
        number="" if is_slipped else number,
        unit=item.get("lead_dept") or "",
        day=written.day if written else None,
        outcome=outcome,
        reason=item.get("reason") or "",
    )


def registered(case: Case) -> None:
    """Record the documents of a list as documents of the past."""
    body = BodyEntry(case.issuer, case.issuer, DocumentClass.GOVERNMENT, "91", "示")
    body_id = add_issuing_body(order(ADMINISTRATOR), body)
    for one in case.documents:
        entry = DocumentEntry(
            title=one.title,
            issuing_body_id=body_id,
            document_class=DocumentClass.GOVERNMENT,
            document_kind="通知",
            drafting_unit=one.unit,
            document_number=one.number,
            published_date=one.day,
            effective_date=one.day,
            validity_term=ValidityTerm(ValidityTermKind.PERMANENT),
        )
        register_historic_document(order(), entry, DuplicateHandling.REGISTER_ALL_THE_SAME)


def campaign_of(case: Case) -> int:
    """Freeze the list into a campaign, and decide every document as it was published."""
    kind = CampaignKind.PERIODIC
    campaign_id = open_campaign(order(), CampaignEntry(name=case.case_id, kind=kind))
    scope = ScopeFilter(issuing_body_names=(case.issuer,))
    assert freeze_scope(order(), campaign_id, scope) == len(case.documents)
    listed = sorted(entries(campaign_id, TODAY), key=lambda row: row.document_id)
    for outcome in CleanupOutcome:
        alike = tuple(
            row.id
            for row, one in zip(listed, case.documents, strict=True)
            if one.outcome is outcome
        )
        if alike:
            is_amended = outcome is CleanupOutcome.AMEND
            due = date(2026, 12, 31) if is_amended else None
            basis = "公布的清理结果" if outcome.wants_basis else ""
            decision = DecisionEntry(outcome=outcome, basis=basis, amendment_due_date=due)
            decide_entries(order(), campaign_id, alike, decision)
    advance_campaign(order(), campaign_id, CampaignState.OFFICE_REVIEW)
    return campaign_id


@pytest.mark.parametrize("case_id", sorted(cases()) or ["none at hand"])
def test_a_published_result_reconciles_as_a_campaign_of_the_register(case_id: str) -> None:
    # Given the documents of a published list in the register, and a campaign over them
    case = cases()[case_id]
    registered(case)
    campaign_id = campaign_of(case)
    # When its result is drawn up, then it has the figures of the paper and adds up
    preview = result_preview(campaign_id, TERMS)
    assert preview.sum_findings == ()
    assert not [one for one in preview.findings if one.fault.is_blocking]
    assert len(preview.items) == len(case.documents)
    published = answers()[case_id]
    assert published.scope in (None, len(preview.items))
    counts = class_counts(campaign_id)
    assert None not in counts
    stated = {outcome_in(name): count for name, count in published.classes.items()}
    assert {one: count for one, count in counts.items() if one in stated} == stated
    # And applied it ends what it says it ends
    result = ResultEntry(
        terms=TERMS,
        decided_by=case.issuer,
        decided_date=TODAY,
        published_date=TODAY,
        reason=case_id,
    )
    issue_cleanup_result(order(HEAD), campaign_id, result)
    standing = standing_counts(campaign_id, EFFECT)
    ended = standing.get(ValidityStatus.REPEALED, 0) + standing.get(ValidityStatus.LAPSED, 0)
    assert ended == sum(count for one, count in counts.items() if one and one.wants_basis)


def test_the_published_table_of_a_county_is_asked_of_its_units() -> None:
    case = cases()["CL001"]
    registered(case)
    campaign_id = campaign_of(case)
    units = progress_by_unit(campaign_id)
    assert sum(unit.documents for unit in units) == len(case.documents)
    assert {unit.unit_name for unit in units} == {one.unit for one in case.documents}
