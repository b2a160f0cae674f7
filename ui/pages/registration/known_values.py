"""What another page knows already of a document that is to be registered."""

from datetime import date

from ui.desk import Route

_WORDS = ("title", "issuing_body", "document_number")
_DATE = "adopted_date"


def known_values(route: Route) -> dict[str, str | date]:
    """Return the fields a route names, read as the form holds them."""
    known: dict[str, str | date] = {
        name: words for name in _WORDS if (words := route.asked(name)) is not None
    }
    day = route.asked(_DATE)
    if day is not None:
        known[_DATE] = date.fromisoformat(day)
    return known
