"""The pre-flight of a letter (发文前检查): every rule in turn, the serious findings first."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.preflight import date_rules, register_rules, value_rules
from review.letters.preflight.case import Case
from review.letters.preflight.findings import Finding, found
from review.letters.preflight.gathering import case_of
from review.letters.preflight.paper_rules import paper_faults
from review.letters.wording_errors import WordingError

Rule: TypeAlias = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    value_rules.empty_values,
    value_rules.odd_values,
    value_rules.placeholders,
    value_rules.unbalanced_marks,
    value_rules.doubled_marks,
    register_rules.differing_record,
    register_rules.unknown_bodies,
    register_rules.copied_twice,
    register_rules.shared_number,
    register_rules.taken_number,
    register_rules.issued_before,
    register_rules.broken_positions,
    register_rules.wrong_totals,
    date_rules.future_dates,
    date_rules.dates_out_of_order,
    date_rules.limits_past,
    date_rules.rest_days,
    date_rules.due_dates,
    date_rules.stated_days,
    date_rules.days_left,
    date_rules.timeliness,
)


def preflight(proposed: ProposedLetter, today: date) -> tuple[Finding, ...]:
    """Return what is to be changed, or looked at again, before a letter is issued."""
    try:
        case = case_of(proposed, today)
    except WordingError as fault:
        return (_wording_fault(fault),)
    return (*judge(case), *paper_faults(case.model))


def values_preflight(proposed: ProposedLetter, today: date) -> tuple[Finding, ...]:
    """Return the same but for the paper, for one that is set right afterwards anyhow."""
    try:
        return judge(case_of(proposed, today))
    except WordingError as fault:
        return (_wording_fault(fault),)


def _wording_fault(fault: WordingError) -> Finding:
    return found("wording", line=fault.values["line"])


def judge(case: Case) -> tuple[Finding, ...]:
    """Return what the rules find in a letter, each once, the serious ones first."""
    findings: list[Finding] = []
    for rule in RULES:
        findings += [one for one in rule(case) if one not in findings]
    return tuple(sorted(findings, key=lambda one: not one.is_serious))
