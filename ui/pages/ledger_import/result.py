"""The third step: every row with what becomes of it, and what is wrong with the one chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from review.ledgers.columns import LedgerField
from review.ledgers.judging import JudgedRow
from review.ledgers.ordering import counts_of
from review.ledgers.problems import Verdict, advised, said, verdict_name
from review.ledgers.table import LedgerTable
from review.ledgers.understanding import Understanding, cell_of
from ui.pages.ledger_import.words import TONES, cell_words, column_name, problem_words
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.filter_chips import Choice, Filter, FilterChips
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.table_columns import Column, Order, Shape, Side
from ui.widgets.table_model import PagedTableModel
from ui.widgets.table_view import TableView
from ui.widgets.tokens import Tone

_VERDICT = "verdict"


@dataclass(frozen=True)
class Narrowing:
    """Which rows are shown."""

    verdict: str = ""
    words: str = ""


@dataclass
class ResultSource:
    """The judged rows for the table; they lie in memory, a row's id is its place."""

    rows_judged: Sequence[JudgedRow] = ()
    understanding: Understanding = field(default_factory=lambda: Understanding({}))

    def ids(self, order: Order, narrow: Narrowing) -> Sequence[int]:
        """Return the places of the rows that match, in the order of the sheet."""
        found = [
            place
            for place, row in enumerate(self.rows_judged)
            if (not narrow.verdict or row.verdict.value == narrow.verdict)
            and (not narrow.words or any(narrow.words in cell for cell in row.row.cells))
        ]
        return found[::-1] if order.is_descending else found

    def rows(self, ids: Sequence[int]) -> Sequence[JudgedRow]:
        """Return the rows of these places."""
        return [self.rows_judged[place] for place in ids]

    def columns(self) -> tuple[Column[JudgedRow], ...]:
        """Return the columns of the table; what they show depends on how it is understood."""
        return (
            Column("row", "行", 64, _number, Side.RIGHT),
            Column(
                "verdict",
                "结果",
                152,
                _verdict,
                shape=Shape.PLATE,
                tone=_tone,
                is_sortable=False,
            ),
            self._cell(LedgerField.TITLE, "文件名称", 200, takes_rest=True),
            self._cell(LedgerField.DOCUMENT_NUMBER, "文号", 150),
            Column(
                "problems",
                "问题",
                270,
                problem_words,
                shape=Shape.TWO_LINES,
                is_sortable=False,
            ),
        )

    def _cell(
        self, wanted: LedgerField, title: str, width: int, *, takes_rest: bool = False
    ) -> Column[JudgedRow]:
        def text(row: JudgedRow) -> str:
            return cell_words(row, self.understanding, wanted)

        return Column(
            wanted.value,
            title,
            width,
            text,
            shape=Shape.TWO_LINES,
            is_sortable=False,
            takes_rest=takes_rest,
        )


class ResultPanel(QWidget):
    """Filter, table, and the row that is looked at."""

    def __init__(self, fetch: Callable[[Callable[[], Any], Callable[[Any], None]], None]) -> None:
        super().__init__()
        self._table: LedgerTable | None = None
        self.chips = FilterChips((Filter(_VERDICT, "结果"),), "找行里的字")
        self.source = ResultSource()
        self.rows: PagedTableModel[JudgedRow, Narrowing] = PagedTableModel(
            self.source.columns(), self.source, fetch, Narrowing()
        )
        empty = EmptyState("没有符合条件的行", "换一个条件，或者清除筛选。", "清除筛选")
        empty.wanted.connect(self.chips.clear)
        self.table = TableView(self.rows, "试算结果", empty)
        self.detail = RowDetail()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setProperty("kind", "gap")
        split.setHandleWidth(9)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes([920, 280])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.chips)
        layout.addWidget(split, 1)
        self.chips.changed.connect(self._narrow)
        self.table.chosen.connect(self._look_at)
        self.rows.answered.connect(self._stand_on_first)

    def show_judged(
        self, table: LedgerTable, understanding: Understanding, judged: Sequence[JudgedRow]
    ) -> None:
        """Show the outcome of a dry run."""
        self._table = table
        self.source.rows_judged, self.source.understanding = judged, understanding
        counts = counts_of(judged)
        self.chips.chips[_VERDICT].offer(
            [Choice(one.value, verdict_name(one), counts[one]) for one in Verdict]
        )
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.chips.values().get(_VERDICT, "")
        self.rows.narrow_to(Narrowing(wanted, self.chips.text()))

    def _stand_on_first(self) -> None:
        if self.rows.rowCount() and not self.table.currentIndex().isValid():
            self.table.go_to(self.rows.id_at(0))
        self._look_at()

    def _look_at(self, _chosen: object = None) -> None:
        index = self.table.currentIndex()
        row = self.rows.row_at(index.row()) if index.isValid() else None
        self.detail.show_row(self._table, self.source.understanding, row)


class RowDetail(QFrame):
    """What is wrong with one row and how to mend it, and all its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Detail")
        self._title = Label("", "heading")
        self._problems = WrappedLabel("")
        self._facts = FactsGrid()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        for part in (self._title, self._problems, self._facts):
            column.addWidget(part)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(content))
        self.show_row(None, Understanding({}), None)

    def show_row(
        self, table: LedgerTable | None, understanding: Understanding, row: JudgedRow | None
    ) -> None:
        """Show a row, or say that one is to be chosen."""
        if table is None or row is None:
            self._title.setText("选一行查看")
            self._problems.setText("这里列出这一行的问题、改法和各栏的内容。")
            self._facts.show_facts(())
            return
        self._title.setText(f"第 {row.row.number} 行　{verdict_name(row.verdict)}")
        lines = [f"{said(one)}。{advised(one)}。" for one in row.problems]
        self._problems.setText("\n".join(lines) or "没有问题。")
        self._facts.show_facts(
            [
                Fact(column_name(column), cell_of(row.row, column.place))
                for column in table.columns
                if column.place in understanding.columns or cell_of(row.row, column.place)
            ]
        )


def _number(row: JudgedRow) -> str:
    return str(row.row.number)


def _verdict(row: JudgedRow) -> str:
    return verdict_name(row.verdict)


def _tone(row: JudgedRow) -> Tone:
    return TONES[row.verdict]
