"""What another page knows already of a document that is to be registered."""

from datetime import date

from models.domain.records import RelationEntry
from models.domain.terms import DocumentClass, RelationKind
from ui.desk import Route

_WORDS = (
    "title",
    "issuing_body",
    "document_number",
    "document_kind",
    "drafting_unit",
    "addressee",
    "interpretation_body",
)
_FLAGS = ("is_trial", "is_market_related", "has_major_effect")
_CLASS = "document_class"
_RENEWED = ("renews_title", "renews_number")
_DATE = "adopted_date"

Known = str | bool | date | DocumentClass | tuple[RelationEntry, ...]


def known_values(route: Route) -> dict[str, Known]:
    """Return the fields a route names, read as the form holds them."""
    known: dict[str, Known] = {
        name: words for name in _WORDS if (words := route.asked(name)) is not None
    }
    known |= {name: True for name in _FLAGS if route.asked(name) is not None}
    named_class = route.asked(_CLASS)
    if named_class is not None:
        known[_CLASS] = DocumentClass(named_class)
    title, number = (route.asked(name) or "" for name in _RENEWED)
    if title:
        known["relations"] = (RelationEntry(RelationKind.RENEWS, title, number),)
    day = route.asked(_DATE)
    if day is not None:
        known[_DATE] = date.fromisoformat(day)
    return known
