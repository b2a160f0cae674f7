"""Which fields of an item a person must look at before it may be registered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.domain.document_number import parse_document_number
from models.domain.gates import GatedStep, missing_gates, registering_authority
from models.domain.number_grammar import parse
from models.domain.profile import DocumentTraits, Profile
from models.domain.terms import EvidenceKind, NumberKind
from models.queries.bodies import BodyRow
from models.settings import Office
from review.extraction.judgement import Normativity
from review.extraction.proposal import Confidence
from review.folder_import.file_reading import KeptValue
from review.folder_import.work_list import Look, LookReason

# Without these no record of the past is worth much; what else is uncertain is looked at if present.
_NEEDED = ("title", "document_number", "issuing_body", "adopted_date")
_WRITTEN = (
    *_NEEDED,
    "joint_issuers",
    "published_date",
    "effective_date",
    "validity_clause",
    "validity_end",
    "document_kind",
    "is_trial",
    "addressee",
    "interpretation_body",
    "legal_bases",
    "repeals",
    "unified_number",
)
_NOTHING = KeptValue("", Confidence.MISSING, "")


@dataclass(frozen=True)
class Rules:
    """By what an item is judged."""

    profile: Profile
    office: Office
    today: date


@dataclass(frozen=True)
class Candidate:
    """What of an item is judged."""

    fields: Mapping[str, KeptValue]
    body: BodyRow | None
    is_historic: bool
    adopted_date: date | None
    evidence: frozenset[EvidenceKind]

    def value(self, name: str) -> KeptValue:
        """Return the proposed value of a field."""
        return self.fields.get(name, _NOTHING)


def looks_of(candidate: Candidate, rules: Rules) -> tuple[Look, ...]:
    """Return the fields to look at, in the order of the paper."""
    found: dict[str, Look] = {}
    for look in _looks(candidate, rules):
        found.setdefault(look.field, look)
    return tuple(found.values())


def must_mend(looks: tuple[Look, ...]) -> bool:
    """Tell whether looking alone is not enough: a record cannot be made as things stand."""
    fatal = {
        LookReason.UNKNOWN_BODY,
        LookReason.BODY_NOT_FIT,
        LookReason.FUTURE_DATE,
        LookReason.OTHER_AUTHORITY,
        LookReason.GATES_MISSING,
    }
    needed = {"title", "issuing_body"}
    return any(
        look.reason in fatal or (look.reason is LookReason.MISSING and look.field in needed)
        for look in looks
    )


def _looks(candidate: Candidate, rules: Rules) -> Iterator[Look]:
    for name in _WRITTEN:
        kept = candidate.value(name)
        if kept.value and kept.confidence is not Confidence.CERTAIN:
            yield Look(name, LookReason.UNCERTAIN, kept.reason)
        elif not kept.value and name in _NEEDED:
            yield Look(name, LookReason.MISSING)
        if name == "issuing_body" and kept.value:
            yield from _body_looks(candidate, rules)
    yield from _nature_looks(candidate)
    yield from _date_looks(candidate, rules)
    yield from _number_looks(candidate, rules)
    if not candidate.is_historic:
        yield from _gate_looks(candidate, rules)


def _nature_looks(candidate: Candidate) -> Iterator[Look]:
    if candidate.value("normativity").value == Normativity.LOOKS_NOT:
        yield Look("document_class", LookReason.NOT_NORMATIVE)


def _body_looks(candidate: Candidate, rules: Rules) -> Iterator[Look]:
    body = candidate.body
    if body is None:
        yield Look("issuing_body", LookReason.UNKNOWN_BODY)
    elif not candidate.is_historic and (body.ended_date or not body.is_eligible):
        yield Look("issuing_body", LookReason.BODY_NOT_FIT)
    elif not candidate.is_historic:
        authority = registering_authority(rules.profile, body.body_class)
        if authority.value != rules.office.office_kind.value:
            yield Look("document_class", LookReason.OTHER_AUTHORITY)


def _date_looks(candidate: Candidate, rules: Rules) -> Iterator[Look]:
    adopted = candidate.adopted_date
    if adopted is None:
        return
    if adopted > rules.today:
        yield Look("adopted_date", LookReason.FUTURE_DATE)
    number = parse_document_number(candidate.value("document_number").value)
    # A number of December is often signed in January; any other distance is a slip of one of them.
    if number and number.year and adopted.year - number.year not in {0, 1}:
        yield Look("adopted_date", LookReason.DATES_DISAGREE)


def _number_looks(candidate: Candidate, rules: Rules) -> Iterator[Look]:
    number = candidate.value("unified_number").value
    schemes = rules.profile.schemes_of(NumberKind.UNIFIED_NUMBER)
    if number and candidate.is_historic and not any(parse(one, number) for one in schemes):
        yield Look("unified_number", LookReason.NUMBER_UNREADABLE)


def _gate_looks(candidate: Candidate, rules: Rules) -> Iterator[Look]:
    if candidate.body is None:
        return
    traits = DocumentTraits(
        candidate.body.body_class, is_market_related=False, has_major_effect=False
    )
    step = GatedStep.REGISTRATION
    missing = missing_gates(rules.profile, step, traits, candidate.evidence)
    if any(gate.is_required for gate in missing):
        yield Look("evidence", LookReason.GATES_MISSING)
