"""A form as a table of fields: marks of what was proposed, problems beside the fields."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.restyle import restyle
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

# Milliseconds after which to look again whether the button of the mouse was let go.
_A_CLICK = 120
# Of one field: title with its widget, a wide widget, reason, problem.
_GRID_ROWS = 4


class Mark(Enum):
    """How sure the program is of a value it proposes."""

    SURE = ("确定", Tone.OK)
    CHECK = ("请核对", Tone.WAIT)
    MISSING = ("未找到", Tone.GONE)


@dataclass(frozen=True)
class Field:
    """One field: its name in code, its title on paper, its widget, how to read and fill that.

    A wide one stands below its title and takes the whole width.
    """

    name: str
    title: str
    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    is_required: bool = False
    is_wide: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong with a field, to stand beside it."""

    field: str
    message: str


class _Line:
    """The widgets that belong to one field."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.title = Label(f"{field.title}{' *' if field.is_required else ''}", "name")
        self.mark = StatusPlate("", Tone.GONE)
        self.problem = WrappedLabel("", "problem")
        self.reason = WrappedLabel("", "quiet")
        self.mark.hide()
        self.reason.hide()
        self.problem.hide()
        self.title.setBuddy(field.widget)
        field.widget.setAccessibleName(field.title)

    def show_problem(self, message: str) -> None:
        self.problem.setText(message)
        self.problem.setVisible(bool(message))
        self.field.widget.setProperty("hasProblem", bool(message))
        self._describe()
        restyle(self.field.widget)

    def show_mark(self, mark: Mark | None) -> None:
        self.mark.setVisible(mark is not None)
        if mark is not None:
            self.mark.show_status(*mark.value)
        else:
            self.show_reason("")

    def show_reason(self, reason: str) -> None:
        self.reason.setText(reason)
        self.mark.setToolTip(reason)
        self.mark.setAccessibleDescription(reason)
        if not reason:
            self.reason.hide()
        self._describe()

    def come_to(self, *, is_here: bool) -> None:
        self.reason.setVisible(is_here and bool(self.reason.text()))

    def _describe(self) -> None:
        words = (self.problem.text(), self.reason.text())
        self.field.widget.setAccessibleDescription("；".join(one for one in words if one))


class FieldForm(QWidget):
    """Fields one below the other; ``focused`` names the field the person has come to."""

    focused = Signal(str)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = {field.name: _Line(field) for field in fields}
        self._names = {field.widget: field.name for field in fields}
        self._here = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, line in enumerate(self._lines.values()):
            _lay_out(grid, _GRID_ROWS * place, line)
        grid.setRowStretch(_GRID_ROWS * len(self._lines), 1)
        _set_tab_order([line.field.widget for line in self._lines.values()])
        self._release = QTimer(self)
        self._release.setSingleShot(True)
        self._release.setInterval(_A_CLICK)
        self._release.timeout.connect(self._show_reason_here)
        for field in fields:
            self.watch(field.widget)

    def read(self) -> dict[str, Any]:
        """Return what the fields say, by name."""
        return {name: line.field.read() for name, line in self._lines.items()}

    def show_values(self, values: dict[str, Any]) -> None:
        """Fill the fields named; a long value shows its beginning."""
        for name, value in values.items():
            field = self._lines[name].field
            field.show(value)
            if isinstance(field.widget, QLineEdit):
                field.widget.setCursorPosition(0)

    def show_marks(self, marks: dict[str, Mark | None]) -> None:
        """Say how sure the proposed values are."""
        for name, mark in marks.items():
            self._lines[name].show_mark(mark)

    def show_field(self, name: str, *, is_shown: bool) -> None:
        """Show a field with everything that belongs to it, or leave it out."""
        line = self._lines[name]
        line.title.setVisible(is_shown)
        line.field.widget.setVisible(is_shown)
        if not is_shown:
            line.show_mark(None)
            line.show_problem("")

    def show_reasons(self, reasons: dict[str, str]) -> None:
        """Say why the program is as sure as it says: under the field come to, and as tooltip."""
        for name, reason in reasons.items():
            self._lines[name].show_reason(reason)
        self._show_reason_here()

    def reason_shown(self) -> str:
        """Return the reason that stands under the field the person is in."""
        shown = (line.reason for line in self._lines.values() if not line.reason.isHidden())
        return "".join(reason.text() for reason in shown)

    def show_problems(self, problems: Sequence[Problem], *, goes_there: bool = True) -> None:
        """Show all problems at once, each beside its field, and go to the first.

        Whoever is still typing stays where they are. No problems clear them.
        """
        found = {problem.field: problem.message for problem in problems}
        for name, line in self._lines.items():
            line.show_problem(found.get(name, ""))
        first = next((name for name in self._lines if name in found), None)
        if first is not None and goes_there:
            self.go_to(first)

    def clear_problem(self, name: str) -> None:
        """Take the problem of one field away: the person is mending it."""
        self._lines[name].show_problem("")

    def go_to(self, name: str) -> None:
        """Let the person type in this field."""
        self._lines[name].field.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def widget(self, name: str) -> QWidget:
        """Return the editor of a field."""
        return self._lines[name].field.widget

    def watch(self, part: QWidget) -> None:
        """Notice when the person comes to a part of a field, also one that was added later."""
        for one in (part, *part.findChildren(QWidget)):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the person comes to a field."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            name = self._field_around(watched)
            if name:
                self._here = name
                self._show_reason_here()
                self.focused.emit(name)
        return super().eventFilter(watched, event)

    def _field_around(self, widget: QWidget | None) -> str:
        while widget is not None and widget is not self:
            if widget in self._names:
                return self._names[widget]
            widget = widget.parentWidget()
        return ""

    def _show_reason_here(self) -> None:
        """While a button is pressed nothing moves, or the click would miss its aim."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._release.start()
            return
        for name, line in self._lines.items():
            line.come_to(is_here=name == self._here)


def _lay_out(grid: QGridLayout, row: int, line: _Line) -> None:
    top = Qt.AlignmentFlag.AlignTop
    title = QHBoxLayout()
    title.setContentsMargins(0, 6, 12, 0)
    title.addWidget(line.title)
    if line.field.is_wide:
        grid.addLayout(title, row, 0, 1, 2, top | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(line.field.widget, row + 1, 0, 1, 3)
    else:
        grid.addLayout(title, row, 0, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(line.field.widget, row, 1)
    mark = QHBoxLayout()
    mark.setContentsMargins(12, 0, 0, 0)
    mark.addWidget(line.mark)
    grid.addLayout(mark, row, 2, Qt.AlignmentFlag.AlignVCenter)
    grid.addWidget(line.reason, row + 2, 1, 1, 2)
    grid.addWidget(line.problem, row + 3, 1, 1, 2)


def _set_tab_order(widgets: Sequence[QWidget]) -> None:
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
