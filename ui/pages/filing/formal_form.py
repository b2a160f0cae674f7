"""The checklist of the formal check: each item with its result and ground."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models.domain.formal_check import FormalAnswer, FormalResult
from resources.terms import name_of
from review.formal_check import ProposedAnswer
from ui.parts.trail_list import scrolled
from ui.widgets.labels import WrappedLabel
from ui.widgets.wheel_guard import WheelGuard

_RESULTS = tuple(FormalResult)
_HINT = "程序已按登记的内容填好能判断的项目，请逐项核对；不符合的写明情况，补正时带出。"
_LIST_HEIGHT = 430
_TITLE_WIDTH = 250


@dataclass(frozen=True)
class ItemLine:
    """The fields of one item."""

    key: str
    proposed: ProposedAnswer
    result: QComboBox
    ground: QLineEdit


class FormalCheckForm(QWidget):
    """One line for each item; what the program can tell is filled in."""

    def __init__(self, proposed: Sequence[ProposedAnswer]) -> None:
        super().__init__()
        self.lines: list[ItemLine] = []
        rows = QWidget()
        self._grid = QGridLayout(rows)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        for one in proposed:
            self._add(one)
        self._grid.setRowStretch(len(self.lines), 1)
        area = scrolled(rows)
        area.setMinimumHeight(_LIST_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(WrappedLabel(_HINT, "quiet"))
        layout.addWidget(area, 1)
        self.setMinimumWidth(860)
        WheelGuard(self)
        if self.lines:
            self.setFocusProxy(self._first_open().result)

    def answers(self) -> tuple[FormalAnswer, ...]:
        """Return how the items are answered."""
        return tuple(
            FormalAnswer(line.key, _RESULTS[line.result.currentIndex()], line.ground.text().strip())
            for line in self.lines
        )

    def _add(self, proposed: ProposedAnswer) -> None:
        item, place = proposed.item, len(self.lines)
        result = QComboBox()
        result.addItems([name_of(one) for one in _RESULTS])
        result.setCurrentIndex(_RESULTS.index(proposed.result))
        result.setAccessibleName(f"{item.title}：结果")
        ground = QLineEdit(proposed.ground)
        ground.setCursorPosition(0)
        ground.setToolTip(proposed.ground)
        ground.setAccessibleName(f"{item.title}：情况")
        self._grid.addWidget(self._named(proposed, place + 1), place, 0)
        self._grid.addWidget(result, place, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(ground, place, 2, Qt.AlignmentFlag.AlignTop)
        self.lines.append(ItemLine(item.key, proposed, result, ground))

    def _named(self, proposed: ProposedAnswer, number: int) -> QWidget:
        item = proposed.item
        named = QWidget()
        named.setFixedWidth(_TITLE_WIDTH)
        layout = QVBoxLayout(named)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(WrappedLabel(f"{number}. {item.title}"))
        source = source_words(item.source, is_verified=item.is_verified)
        layout.addWidget(WrappedLabel(source, "quiet"))
        return named

    def _first_open(self) -> ItemLine:
        waiting = (one for one in self.lines if one.proposed.result is FormalResult.UNANSWERED)
        return next(waiting, self.lines[0])


def source_words(source: str, *, is_verified: bool) -> str:
    """Name the rule an item stands on, and say when nobody has checked it."""
    return source if is_verified else f"{source}（未核实）"
