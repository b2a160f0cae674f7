"""Rows of the due list in words: what is to be done, and what else of it is late."""

from collections.abc import Mapping

from models.domain.validity_ladder import DueWindow
from models.queries.due import DueRow
from resources.terms import name_in, name_of
from review.due.due_words import due_kind


def due_kind_words(row: DueRow) -> str:
    """Return what is to be done: a step before the end of a term, or the date of a filing."""
    name = due_kind(row)
    if not row.also_overdue:
        return name
    return f"{name}（另有 {len(row.also_overdue)} 步逾期）"


def also_overdue_words(row: DueRow) -> str:
    """Return the later steps whose day has passed as well; empty when there are none."""
    return "、".join(name_in("LadderStep", step) for step in row.also_overdue)


def days_left_words(days: int) -> str:
    """Return how many days are left, or by how many the day was missed."""
    return f"已超 {-days} 天" if days < 0 else "今天" if days == 0 else f"还有 {days} 天"


def window_words(counts: Mapping[DueWindow, int]) -> str:
    """Return how much is due in each window, as one line."""
    return "，".join(f"{name_of(window)} {counts[window]} 项" for window in DueWindow)
