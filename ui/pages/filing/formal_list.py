"""The formal check as it was kept: every item with result, ground and rule."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.domain.formal_check import FormalResult
from models.queries.filing_page import FilingPage, FormalAnswerRow, FormalCheckRow
from resources.terms import name_of
from ui.pages.filing.formal_form import source_words
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

_NOT_YET = "还没有形式审查。"
_STALE = "补正材料收到以后还没有重新进行形式审查。以前的审查："
_TONES = {
    FormalResult.FITTING: Tone.OK,
    FormalResult.FAULTY: Tone.LATE,
    FormalResult.NOT_CONCERNED: Tone.GONE,
    FormalResult.UNANSWERED: Tone.PLAIN,
}


class FormalCheckList(QWidget):
    """The last check on top; those of earlier rounds below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("形式审查")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_checks(self, page: FilingPage) -> None:
        """Show the checks of a filing."""
        while (item := self._layout.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        if page.standing_check is None:
            self._layout.addWidget(WrappedLabel(_STALE if page.formal_checks else _NOT_YET))
        for check in reversed(page.formal_checks):
            self._layout.addWidget(Label(_heading(check), "heading"))
            self._layout.addWidget(_table(check))
        self._layout.addStretch(1)


def _heading(check: FormalCheckRow) -> str:
    faulty = len(check.faulty)
    result = f"不符合 {faulty} 项" if faulty else "全部符合"
    return f"{check.checked_date.isoformat()}　{check.checked_by}　{result}"


def _table(check: FormalCheckRow) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for place, answer in enumerate(check.answers):
        grid.addWidget(StatusPlate(name_of(answer.result), _TONES[answer.result]), place, 0)
        grid.addWidget(_words(answer), place, 1)
    return table


def _words(answer: FormalAnswerRow) -> QWidget:
    words = QWidget()
    layout = QVBoxLayout(words)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(WrappedLabel(answer.title))
    source = source_words(answer.source, is_verified=answer.is_verified)
    layout.addWidget(WrappedLabel("　".join(filter(None, (answer.ground, source))), "quiet"))
    return words
