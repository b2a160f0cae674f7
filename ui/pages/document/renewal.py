"""The way from a document to the form in which its renewal (重新公布) is registered."""

from models.queries.document_rows import DocumentFacts
from ui.desk import Route

_WORDS = ("title", "document_kind", "drafting_unit", "addressee", "interpretation_body")
_FLAGS = ("is_trial", "is_market_related", "has_major_effect")


def way_to_renewal(facts: DocumentFacts) -> Route:
    """Return the form, filled with what the new document takes over from the old one."""
    known = [(name, str(getattr(facts, name))) for name in _WORDS]
    known += [(name, "1") for name in _FLAGS if getattr(facts, name)]
    known += [
        ("issuing_body", facts.issuing_body_name),
        ("document_class", facts.document_class.value),
        ("renews_title", facts.title),
        ("renews_number", facts.document_number),
    ]
    return Route("registration", None, tuple((name, words) for name, words in known if words))
