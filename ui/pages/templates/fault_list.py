"""What is wrong with a template, or reads oddly: a line each, Enter goes to its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.errors import AppError
from review.letters.wording_errors import WordingError
from review.letters.wording_trial import Remain
from ui.feedback.catalogue import words_of
from ui.widgets.tokens import Tone

_MOST_LINES = 5
_LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Remark:
    """A line of the list: its tone, its words, and the line of the template it is about."""

    tone: Tone
    words: str
    line: int | None = None


class FaultList(QListWidget):
    """Hidden while there is nothing to say; as high as its lines, up to a few."""

    line_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("模板中的问题")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show these lines."""
        self.clear()
        for remark in remarks:
            item = QListWidgetItem(remark.words)
            item.setData(_LINE, remark.line)
            item.setToolTip("回车或者单击到这一行" if remark.line else "")
            self.addItem(item)
        self.setVisible(bool(remarks))
        height = self.fontMetrics().lineSpacing() * 2 + 12
        self.setFixedHeight(min(len(remarks), _MOST_LINES) * height + 8)

    def _go(self, item: QListWidgetItem) -> None:
        line = item.data(_LINE)
        if isinstance(line, int):
            self.line_wanted.emit(line)


def fault_remarks(faults: Sequence[AppError]) -> list[Remark]:
    """Return the lines that tell faults."""
    return [
        Remark(
            Tone.LATE, words_of(fault).text, fault.line if isinstance(fault, WordingError) else None
        )
        for fault in faults
    ]


def remain_remarks(remains: Sequence[Remain]) -> list[Remark]:
    """Return the lines that tell what reads oddly when a field is empty."""
    return [
        Remark(
            Tone.WAIT,
            f"没有“{remain.field}”时，文书上会剩下“{remain.words}”。需要的话，请加上条件。",
        )
        for remain in remains
    ]
