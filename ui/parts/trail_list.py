"""The audit trail of one record (留痕): every act, who did it, when, and its place in the chain."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from models.queries.trail import TrailRow
from resources.terms import name_of
from ui.parts.days import instant_words
from ui.widgets.life_line import LifeItem, LifeLine
from ui.widgets.upright_area import UprightArea

_HASH_SHOWN = 16


def scrolled(content: QWidget) -> QScrollArea:
    """Return the content in an area that scrolls up and down."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(content)
    column.addStretch(1)
    return UprightArea(inside)


class TrailList(LifeLine):
    """Shows the lines of the trail from the first to the last."""

    def show_trail(self, rows: Sequence[TrailRow]) -> None:
        """Show these lines."""
        self.show_items(
            [
                LifeItem(
                    date=instant_words(row.at),
                    title=name_of(row.act),
                    person=row.person,
                    text=f"留痕第 {row.sequence} 行，指纹 {row.hash[:_HASH_SHOWN]}",
                )
                for row in rows
            ]
        )
