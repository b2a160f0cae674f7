"""The lines of a batch as a table; a click or the space bar chooses what goes out."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.feedback.catalogue import words_of
from ui.parts.letter_batch.batch_line import BatchLine, LineState
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_at_hand import AS_GIVEN, RowsAtHand, at_once
from ui.widgets.table_columns import Column, Order, Shape
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.tokens import Tone

_CHOICE = "choice"


def _choice_of(line: BatchLine) -> str:
    if line.state is LineState.ISSUED:
        return "—"
    return "发出" if line.is_wanted and line.can_be_issued else "不发"


def _choice_tone(line: BatchLine) -> Tone:
    is_chosen = line.is_wanted and line.can_be_issued
    return Tone.OK if is_chosen else Tone.GONE


def _number_of(line: BatchLine) -> str:
    return line.issued.letter_number if line.issued else ""


def note_of(line: BatchLine) -> str:
    """Return what there is to say of a line: its refusal, or what was found in it."""
    if line.refusal is not None:
        return words_of(line.refusal).text
    return "；".join(remark.words for remark in line.remarks)


def title_of(line: BatchLine) -> str:
    """Return what the letter is about."""
    documents = getattr(line.proposed.letter, "documents", ())
    title = getattr(line.proposed.letter, "document_title", "")
    return str(title) or (f"共 {len(documents)} 件文件" if documents else "")


COLUMNS: tuple[Column[BatchLine], ...] = (
    Column(_CHOICE, "选定", 84, _choice_of, shape=Shape.PLATE, tone=_choice_tone),
    Column(
        "addressee",
        "主送",
        150,
        lambda line: line.proposed.letter.addressee,
        shape=Shape.TWO_LINES,
    ),
    Column("title", "文件名称", 170, title_of, shape=Shape.TWO_LINES, takes_rest=True),
    Column(
        "state",
        "状态",
        108,
        lambda line: line.state.value[0],
        shape=Shape.PLATE,
        tone=lambda line: line.state.value[1],
    ),
    Column("letter_number", "文号", 150, _number_of),
)


class _Lines(TableView):
    """A table in which the space bar chooses."""

    toggled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the selected lines with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)


class BatchTable(QWidget):
    """``toggled`` gives the positions of lines that a person chose, or chose no longer."""

    toggled = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._source = RowsAtHand(COLUMNS, lambda line: line.position)
        self.model = PagedTableModel(COLUMNS, self._source, at_once, None)
        self.model.order = Order(AS_GIVEN)
        self.empty = EmptyState("没有待发的文书", "现在没有需要出具的这种文书。")
        self.view = _Lines(self.model, "待发文书", self.empty)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.view.toggled.connect(self._toggle_selected)
        self.view.clicked.connect(self._toggle_clicked)
        self.setFocusProxy(self.view)

    def show_lines(self, lines: list[BatchLine]) -> None:
        """Show the lines; the place stays."""
        selected = self.view.selected_ids()
        self._source.hold(lines)
        self.model.ask()
        if len(selected) > 1:
            self._select(selected)

    def _select(self, positions: list[int]) -> None:
        for position in positions:
            row = self.model.row_of(position)
            if row is not None:
                index = self.model.index(row, 0)
                flags = self.view.selectionModel().SelectionFlag
                self.view.selectionModel().select(index, flags.Select | flags.Rows)

    def _toggle_selected(self) -> None:
        self.toggled.emit(self.view.selected_ids())

    def _toggle_clicked(self, index: QModelIndex) -> None:
        if self.model.columns[index.column()].key == _CHOICE:
            self.toggled.emit([self.model.id_at(index.row())])
