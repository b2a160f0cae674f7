"""What is still open after a cleanup (回头看): amendments owed, documents on ended ground."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.cleanup_amendments import OwedAmendment
from ui.pages.cleanup.result_model import ResultModel
from ui.pages.cleanup.result_reading import ResultShown
from ui.parts.days import day_words
from ui.widgets.card import Card, CardLine
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrappedLabel
from ui.widgets.short_table import ShortTable
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone

_SHOWN = 12
_EARLY = "结果落实到登记簿以后，这里列出决定修改、还没有修改的文件，和依据已经失效的文件。"
_HOW = "登记了修改后的文件，或者在文件页记录修改、附上修改后的文本，就不再列为没有完成。"


class LookBackTab(QWidget):
    """Reads with the result when it is looked at."""

    document_wanted = Signal(int)

    def __init__(self, model: ResultModel) -> None:
        super().__init__()
        self._model = model
        self._day = date.min
        self.summary = WrappedLabel(_EARLY, "heading")
        self.table = ShortTable(
            "决定修改的文件",
            _columns(self._today),
            _document_id,
            EmptyState("没有要修改的文件", "这次清理没有决定修改的文件，或者结果还没有落实。"),
        )
        self.card: Card | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 12)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.summary)
        self._layout.addWidget(WrappedLabel(_HOW, "quiet"))
        self._layout.addWidget(self.table.view, 1)
        model.result_read.connect(self._show)
        self.table.view.opened.connect(self._open)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is open."""
        super().showEvent(event)
        self._model.read()

    def _open(self, document_id: int) -> None:
        self.document_wanted.emit(document_id)

    def _today(self) -> date:
        return self._day

    def _show(self, shown: ResultShown) -> None:
        self._day = shown.day
        later = shown.later
        self.table.show(later.amendments if later else ())
        self.summary.setText(_summary(later.amendments, shown.day) if later else _EARLY)
        if self.card is not None:
            self._layout.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
        if later is not None and later.on_ended_basis:
            self.card = self._warning(later.on_ended_basis)
            self._layout.addWidget(self.card)

    def _warning(self, documents: Sequence[tuple[int, str]]) -> Card:
        lines = [CardLine(f"《{title}》") for _, title in documents[:_SHOWN]]
        if len(documents) > _SHOWN:
            lines.append(CardLine(f"还有 {len(documents) - _SHOWN} 件"))
        words = f"依据已经废止或者失效、仍然有效的文件 {len(documents)} 件"
        return Card(words, "请督促实施单位修改或者另行制定。", lines, Tone.WAIT)


def _summary(amendments: Sequence[OwedAmendment], day: date) -> str:
    owed = sum(one.settled_date is None for one in amendments)
    late = sum(one.is_overdue(day) for one in amendments)
    words = f"决定修改 {len(amendments)} 件，还没有完成 {owed} 件"
    return f"{words}，其中逾期 {late} 件" if late else words


def _columns(day: Callable[[], date]) -> tuple[Column[OwedAmendment], ...]:
    return (
        Column(
            "title", "文件名称", 190, lambda one: one.title, shape=Shape.TWO_LINES, takes_rest=True
        ),
        Column("number", "发文字号", 140, lambda one: one.document_number, shape=Shape.TWO_LINES),
        Column("unit", "修改单位", 150, lambda one: one.unit_name, shape=Shape.TWO_LINES),
        Column("due", "修改期限", 104, lambda one: day_words(one.due_date), Side.RIGHT),
        Column("settled", "完成日期", 104, lambda one: day_words(one.settled_date), Side.RIGHT),
        Column(
            "state",
            "进度",
            126,
            lambda one: _progress(one, day())[0],
            shape=Shape.PLATE,
            tone=lambda one: _progress(one, day())[1],
        ),
    )


def _progress(one: OwedAmendment, day: date) -> tuple[str, Tone]:
    if one.settled_date is not None:
        return "已完成", Tone.OK
    return ("逾期", Tone.LATE) if one.is_overdue(day) else ("没有完成", Tone.WAIT)


def _document_id(one: OwedAmendment) -> int:
    return one.document_id
