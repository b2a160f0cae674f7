"""A cited law in the shape that ``read --json`` prints."""

from dataclasses import asdict
from datetime import date

from review.laws.citations import LawCitation
from review.laws.law_index import LawIndex
from review.laws.successors import Successor


def citation_answer(citation: LawCitation, index: LawIndex) -> dict[str, object]:
    """Return plain values: which law and version is cited, and how it stands in the catalogue."""
    version, now = citation.version, citation.now
    return {
        "written": citation.written,
        "name": citation.name,
        "place": [citation.place.start, citation.place.end],
        "match": citation.match.value,
        "certainty": citation.certainty.value,
        "law_ids": [law.id for law in citation.versions],
        "version_id": version.id if version else None,
        "version_choice": citation.choice.value,
        "promulgated_date": _day(version.promulgated_date if version else None),
        "effective_date": _day(version.effective_date if version else None),
        "status": now.standing.value,
        "status_when_written": citation.then.standing.value,
        "as_of_date": index.catalogue.as_of_date.isoformat(),
        "successor": None if now.successor is None else _successor(now.successor),
        "articles": [asdict(reference) for reference in citation.articles],
    }


def _successor(successor: Successor) -> dict[str, object]:
    return {
        "name": successor.name,
        "since_date": successor.since_date.isoformat(),
        "succession": successor.succession.value,
        "is_verified": successor.is_verified,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
