"""The filters of the register: what can be chosen, and what a choice means."""

from enum import StrEnum

from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.terms import ValidityStatus
from models.queries.documents import DocumentFacets, DocumentFilter
from resources.terms import name_of
from ui.widgets.filter_chips import Choice, Filter

ORIGIN, BODY, YEAR, KIND = "origin", "issuing_body", "year", "document_kind"
STATE, VALIDITY = "making_state", "validity"

FILTERS = (
    Filter(ORIGIN, "来源"),
    Filter(BODY, "制定机关"),
    Filter(YEAR, "年份"),
    Filter(KIND, "文种"),
    Filter(STATE, "状态"),
    Filter(VALIDITY, "时效"),
)
HINT = "文件名称、发文字号、登记号"


def choices_of(facets: DocumentFacets) -> dict[str, tuple[Choice, ...]]:
    """Return what each filter offers, with counts; years from the last to the first."""
    years = dict(sorted(facets.years.items(), reverse=True))
    return {
        ORIGIN: _named(Origin, facets.origins),
        BODY: _plain(facets.issuing_body_names),
        YEAR: tuple(Choice(year, f"{year}年", count) for year, count in years.items()),
        KIND: _plain(facets.document_kinds),
        STATE: _named(MakingState, facets.making_states),
        VALIDITY: _named(ValidityStatus, facets.validity),
    }


def narrowing_of(values: dict[str, str], words: str) -> DocumentFilter:
    """Return what the register is narrowed to by the choices and the words."""
    chosen = {key: frozenset((value,)) for key, value in values.items()}
    nothing: frozenset[str] = frozenset()
    return DocumentFilter(
        containing=words,
        origins=frozenset(map(Origin, chosen.get(ORIGIN, nothing))),
        issuing_body_names=chosen.get(BODY, nothing),
        document_kinds=chosen.get(KIND, nothing),
        making_states=frozenset(map(MakingState, chosen.get(STATE, nothing))),
        validity=frozenset(map(ValidityStatus, chosen.get(VALIDITY, nothing))),
        years=frozenset(map(int, chosen.get(YEAR, nothing))),
    )


def _plain(counts: dict[str, int]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value, count) for value, count in counts.items())


def _named(terms: type[StrEnum], counts: dict[str, int]) -> tuple[Choice, ...]:
    found = (term for term in terms if term.value in counts)
    return tuple(Choice(term.value, name_of(term), counts[term.value]) for term in found)
