"""What waits for a person on each page, for the numbers of the navigation."""

from collections.abc import Mapping

from models.queries.office import PersonRow


def waiting_for(_person: PersonRow) -> Mapping[str, int]:
    """Return how much waits for this person, by page id."""
    return {}
