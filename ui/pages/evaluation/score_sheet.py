"""The score sheet of an evaluation: a line for each criterion, and the sum below."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models.domain.evaluation import (
    Criterion,
    MarksOutOfRangeError,
    Score,
    check_score,
)
from models.queries.evaluation_page import CriterionRow
from ui.feedback.catalogue import words_of
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.restyle import restyle

_HEADS = ("评估指标", "满分", "得分", "评分说明")
_MARKS_WIDTH = 72


@dataclass(frozen=True)
class _Line:
    """One line: what it is about, and its two fields."""

    row: CriterionRow
    marks: QLineEdit
    remark: QLineEdit
    problem: WrappedLabel

    @property
    def criterion(self) -> Criterion:
        """What is looked at."""
        return Criterion(self.row.key, self.row.title, Decimal(self.row.full_marks))

    def score(self) -> Score | None:
        """Return the marks written; None where nothing is.

        Raises:
            MarksOutOfRangeError: they are no number, or none that the line can bring.
        """
        words = self.marks.text().strip()
        if not words:
            return None
        try:
            score = Score(self.row.key, Decimal(words), self.remark.text().strip())
        except InvalidOperation as wrong:
            raise self._refusal(words) from wrong
        if not score.marks.is_finite():
            raise self._refusal(words)
        check_score((self.criterion,), score)
        return score

    def show_problem(self, words: str) -> None:
        """Say below the line what is wrong with its marks."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.marks.setProperty("hasProblem", bool(words))
        self.marks.setAccessibleDescription(words)
        restyle(self.marks)

    def _refusal(self, words: str) -> MarksOutOfRangeError:
        full = self.criterion.full_marks
        return MarksOutOfRangeError(criterion=self.row.title, marks=words, full=full)


class ScoreSheet(QWidget):
    """Enter goes from mark to mark; ``changed`` says that somebody wrote something."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[_Line] = []
        self.sum = Label("", "heading")
        self.empty = Label("开始评估以后，在这里填写评分表。", "quiet")
        self._parts: list[QWidget] = []
        self._shown: tuple[list[tuple[str, str, str]], bool] = ([], False)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(3, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.empty)
        layout.addLayout(self._grid)
        layout.addWidget(self.sum)

    def show_sheet(self, rows: Sequence[CriterionRow], *, is_open: bool) -> None:
        """Show these lines; while the sheet is not open they are only read.

        Lines that are there already are filled anew, so that the keyboard stays where it is.
        """
        titles = [(row.key, row.title, row.full_marks) for row in rows]
        if rows and (titles, is_open) == self._shown:
            for line, row in zip(self.lines, rows, strict=True):
                line.marks.setText(row.marks)
                line.remark.setText(row.remark)
            self._count()
            return
        self._clear()
        self._shown = (titles, is_open)
        self.empty.setVisible(not rows)
        self.sum.setVisible(bool(rows))
        for column, title in enumerate(_HEADS if rows else ()):
            self._put(Label(title, "quiet"), 0, column)
        for place, row in enumerate(rows):
            self._add(row, 1 + 2 * place, is_open=is_open)
        for line, following in zip(self.lines, self.lines[1:], strict=False):
            line.marks.returnPressed.connect(following.marks.setFocus)
        self._count()

    def scores(self) -> tuple[Score, ...] | None:
        """Return the marks written; None, with the problems shown, when some are wrong."""
        found: list[Score] = []
        wrong: list[_Line] = []
        for line in self.lines:
            try:
                score = line.score()
            except MarksOutOfRangeError as refused:
                line.show_problem(words_of(refused).text)
                wrong.append(line)
            else:
                line.show_problem("")
                found += [score] if score is not None else []
        if wrong:
            wrong[0].marks.setFocus()
        return None if wrong else tuple(found)

    def _add(self, row: CriterionRow, place: int, *, is_open: bool) -> None:
        marks, remark = QLineEdit(row.marks), QLineEdit(row.remark)
        line = _Line(row, marks, remark, WrappedLabel("", "problem"))
        marks.setFixedWidth(_MARKS_WIDTH)
        marks.setAlignment(Qt.AlignmentFlag.AlignRight)
        marks.setAccessibleName(f"{row.title}：得分，满分{row.full_marks}")
        remark.setAccessibleName(f"{row.title}：评分说明")
        remark.setCursorPosition(0)
        for field in (marks, remark):
            field.setReadOnly(not is_open)
            field.textEdited.connect(partial(self._note, line))
        line.problem.hide()
        title = WrappedLabel(row.title, "name")
        title.setToolTip(row.explanation)
        self._put(title, place, 0)
        self._put(Label(row.full_marks), place, 1)
        self._put(marks, place, 2)
        self._put(remark, place, 3)
        below = QWidget()
        words = QVBoxLayout(below)
        words.setContentsMargins(0, 0, 0, 8)
        words.setSpacing(2)
        words.addWidget(WrappedLabel(row.explanation, "quiet"))
        words.addWidget(line.problem)
        self._parts.append(below)
        self._grid.addWidget(below, place + 1, 0, 1, len(_HEADS))
        self.lines.append(line)

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self._parts.append(part)
        self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _clear(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.lines = [], []

    def _note(self, line: _Line, _words: str) -> None:
        line.show_problem("")
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        given, full, missing = Decimal(0), Decimal(0), 0
        for line in self.lines:
            full += line.criterion.full_marks
            try:
                score = line.score()
            except MarksOutOfRangeError:
                score = None
            missing += score is None
            given += score.marks if score is not None else 0
        left = f"　还有 {missing} 项没有评分" if missing else ""
        self.sum.setText(f"合计：得分 {given}，满分 {full}{left}")
        self.sum.setAccessibleName(self.sum.text())
