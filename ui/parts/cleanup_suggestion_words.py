"""A suggestion of the program as people read it: its ground, and the facts behind it."""

from models.queries.cleanup_entries import SuggestionRow
from resources.terms import name_of


def suggestion_words(suggestion: SuggestionRow) -> str:
    """Return why the program suggests an outcome."""
    ground = name_of(suggestion.ground)
    return f"{ground}，{suggestion.fact}" if suggestion.fact else ground
