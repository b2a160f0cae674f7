"""What one sentence says of effect, validity and repeal, in plain values."""

from dataclasses import dataclass
from datetime import date

from models.domain.validity import ValidityTermKind
from review.extraction.effect_clauses import EffectClause, EffectKind, effect_clauses
from review.extraction.flow import flow_of
from review.extraction.precedence import has_precedence_clause
from review.extraction.proposal import CitedDocument
from review.extraction.repeals import is_partial, propose_repeals
from review.extraction.validity_clauses import ValidityClause, validity_clauses

_EFFECT_TYPES = {
    EffectKind.FIXED: "fixed",
    EffectKind.ON_ISSUE: "on_issue",
    EffectKind.AFTER_ISSUE: "relative",
}
_VALIDITY_TYPES = {
    ValidityTermKind.YEARS: "years",
    ValidityTermKind.MONTHS: "months",
    ValidityTermKind.UNTIL_DATE: "until",
}
_DELAY_UNITS = {"days": "日", "months": "个月", "working_days": "个工作日"}


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """The answer for one sentence; a type is ``none`` where the sentence states nothing of it.

    effective_type: none, fixed, on_issue, relative. validity_type: none, years, months, until,
    open_ended; ``validity_value`` is the number, the ISO date or the words of the open clause.
    """

    effective_type: str
    effective_date: date | None
    effective_on: str | None
    validity_type: str
    validity_value: int | str | None
    repeals: tuple[CitedDocument, ...]
    partial_repeal: bool
    conflict_clause: bool


def answer_of_clause(sentence: str) -> ClauseAnswer:
    """Answer what a sentence, taken by itself, says of the document it stands in."""
    flow = flow_of(sentence)
    effects = tuple(effect_clauses(flow))
    effect = effects[0] if effects else None
    validity = min(validity_clauses(flow, effects), key=lambda each: each.start, default=None)
    validity_type, validity_value = _validity(sentence, validity)
    repeals = propose_repeals(flow)
    return ClauseAnswer(
        effective_type="none" if effect is None else _EFFECT_TYPES[effect.kind],
        effective_date=None if effect is None else effect.fixed_date,
        effective_on=None if effect is None else _event(effect),
        validity_type=validity_type,
        validity_value=validity_value,
        repeals=tuple(each.value for each in repeals if each.value is not None),
        partial_repeal=any(is_partial(each) for each in repeals),
        conflict_clause=has_precedence_clause(flow),
    )


def _event(effect: EffectClause) -> str | None:
    if effect.kind is EffectKind.AFTER_ISSUE:
        return f"{effect.event}{effect.delay}{_DELAY_UNITS[effect.delay_unit]}后"
    return effect.event or None


def _validity(sentence: str, clause: ValidityClause | None) -> tuple[str, int | str | None]:
    if clause is None:
        return "none", None
    if clause.term is None:
        return "open_ended", flow_of(sentence).shown(clause.start, clause.end)
    value = clause.term.until_date
    kind = _VALIDITY_TYPES[clause.term.kind]
    return kind, value.isoformat() if value else clause.term.amount
