"""A changed law and the places that cite it, in words."""

from models.domain.law_citations import LawChange, LawChangeKind
from models.queries.law_citations import CitingPlace
from resources.terms import name_of


def change_words(change: LawChange) -> str:
    """Say what happened to a law, and since when."""
    since = f"（{change.since_date.isoformat()} 起）" if change.since_date else ""
    if change.kind is LawChangeKind.REPLACED:
        return f"《{change.law_name}》已由《{change.successor}》代替{since}"
    return f"《{change.law_name}》{name_of(change.kind)}{since}"


def place_words(place: CitingPlace) -> str:
    """Say where a document names the law, and which articles of it."""
    return f"{place.clause}引用{place.articles}" if place.clause or place.articles else "引用"
