"""The field of a form that holds rows: the list of them, and below it the row stood on."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review.letters.wording_fields import Field as LetterField
from review.letters.wording_fields import Holding
from ui.parts.letter_fields import changes_of, editor_of, lock
from ui.parts.letter_rows.row_list import RowList
from ui.parts.letter_rows.rows_state import Row, Rows, asked_in, rows_of
from ui.widgets.buttons import Button
from ui.widgets.field_form import Field, FieldForm
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import WrappedLabel

_BLANK = "（空行，不印出）"
_FIXED = "这一行取自登记簿，印出的材料与登记簿一致，不能删除"
_LOCKED = "灰色各栏取自登记簿，有误的更正登记簿，不在文书上改。"
_GAP = 4


class RowsField(QWidget):
    """Lists rows; they are added, removed, put back, moved and filled in, all by keyboard."""

    changed = Signal()

    def __init__(self, whole: LetterField, given: Iterable[object] = ()) -> None:
        super().__init__()
        self._rows = rows_of(whole, (), is_record=False)
        self.list = RowList(f"{whole.name}各行")
        self.add_button = _button("增加", "plus", "在所选一行下面增加一行（Insert）")
        self.remove_button = _button("删除", "minus", "")
        self.up_button = _button("上移", "up", "上移所选一行（Alt+↑）")
        self.down_button = _button("下移", "down", "下移所选一行（Alt+↓）")
        self.back_button = _button("放回", "undo", "放回刚删除的一行（Ctrl+Z）")
        self.note = WrappedLabel(_LOCKED, "quiet")
        shown = tuple(given)
        self.form = FieldForm([_field_of(one, shown) for one in asked_in(self._rows)])
        self._lay_out()
        self._connect()
        self._list_rows(-1)

    def state(self) -> Rows:
        """Return the rows as they are worked on."""
        return self._rows

    def show_state(self, rows: Rows) -> None:
        """Show rows and work on them."""
        self._rows = rows
        self._list_rows(0)

    def value(self) -> tuple[dict[str, object], ...]:
        """Return the rows that the paper prints."""
        return self._rows.values()

    def problem(self) -> str:
        """Return what a row cannot be printed without; nothing when all are whole."""
        for position, name in self._rows.missing():
            return f"第 {position} 行还没有填写“{name}”。"
        return ""

    def go_to(self, place: int, name: str = "") -> None:
        """Stand on a row and in one of its fields."""
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        own, _, within = name.partition("[")
        editor = self.form.widget(own) if own in self.form.read() else None
        if isinstance(editor, RowsField) and within:
            number, _, rest = within.partition("]")
            editor.go_to(int(number), rest.removeprefix("."))
        elif editor is not None:
            editor.setFocus()
        else:
            self.list.setFocus()

    def _lay_out(self) -> None:
        buttons = FlowRow(_GAP, _GAP)
        buttons.show_parts(
            (
                self.add_button,
                self.remove_button,
                self.up_button,
                self.down_button,
                self.back_button,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, _GAP)
        layout.setSpacing(_GAP)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        layout.addWidget(self.form)
        layout.addWidget(self.note)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_row)
        self.list.add_wanted.connect(self._add)
        self.list.remove_wanted.connect(self._remove)
        self.list.put_back_wanted.connect(self._put_back)
        self.list.move_wanted.connect(self._move)
        self.list.edit_wanted.connect(self._edit)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.back_button.clicked.connect(self._put_back)
        self.up_button.clicked.connect(partial(self._move, -1))
        self.down_button.clicked.connect(partial(self._move, 1))
        for name in self.form.read():
            editor = self.form.widget(name)
            signal = editor.changed if isinstance(editor, RowsField) else changes_of(editor)
            signal.connect(partial(self._take, name))

    def _add(self, _checked: object = None) -> None:
        here = self.list.currentRow() if self._rows.rows else -1
        self._list_rows(self._rows.add(here))
        self._edit()
        self.changed.emit()

    def _remove(self, _checked: object = None) -> None:
        place = self.list.currentRow()
        if place >= 0 and not self._rows.rows[place].is_fixed:
            self._rows.remove(place)
            self._list_rows(place)
            (self.list if self._rows.rows else self.back_button).setFocus()
            self.changed.emit()

    def _put_back(self, _checked: object = None) -> None:
        if self._rows.removed:
            self._list_rows(self._rows.put_back())
            self.list.setFocus()
            self.changed.emit()

    def _move(self, by: int, _checked: object = None) -> None:
        place = self.list.currentRow()
        if place >= 0 and (target := self._rows.move(place, by)) != place:
            self._list_rows(target)
            self.changed.emit()

    def _edit(self) -> None:
        """Go to the first field of the row that may be typed."""
        row = self._row()
        if row is not None:
            open_ones = (name for name in self.form.read() if name not in row.locked)
            self.form.go_to(next(open_ones, next(iter(self.form.read()))))

    def _take(self, name: str, *_value: object) -> None:
        """Take what was typed into the row stood on."""
        row = self._row()
        if row is not None:
            row.values[name] = self.form.read()[name]
            self._name_row(self.list.currentRow())
            self.changed.emit()

    def _list_rows(self, place: int) -> None:
        """List the rows anew and stand on one of them."""
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems(["" for _row in self._rows.rows])
            self.list.setCurrentRow(min(place, len(self._rows.rows) - 1))
        for number in range(len(self._rows.rows)):
            self._name_row(number)
        self.list.fit()
        self.setFocusProxy(self.list if self._rows.rows else self.add_button)
        self._show_row()

    def _name_row(self, number: int) -> None:
        row = self._rows.rows[number]
        words = self._rows.words_of(row)
        if self._rows.is_blank(row):
            words = _BLANK
        self.list.item(number).setText(f"{number + 1}. {words}")
        self.list.item(number).setToolTip(words)

    def _show_row(self, _place: int = -1) -> None:
        """Show the row stood on below the list."""
        row = self._row()
        self.form.setVisible(row is not None)
        self.note.setVisible(row is not None and bool(row.locked))
        self._offer_buttons()
        if row is None:
            return
        for name, value in row.values.items():
            if name not in self.form.read():
                continue
            editor = self.form.widget(name)
            with QSignalBlocker(editor):
                self.form.show_values({name: value})
            if not isinstance(editor, RowsField):
                lock(editor, is_locked=name in row.locked)

    def _offer_buttons(self) -> None:
        row, place = self._row(), self.list.currentRow()
        is_removable = row is not None and not row.is_fixed
        self.remove_button.setEnabled(is_removable)
        self.remove_button.setToolTip(
            _FIXED if row is not None and row.is_fixed else "删除所选一行（Delete），可以放回"
        )
        self.up_button.setEnabled(row is not None and place > 0)
        self.down_button.setEnabled(row is not None and place < len(self._rows.rows) - 1)
        self.back_button.setEnabled(bool(self._rows.removed))

    def _row(self) -> Row | None:
        place = self.list.currentRow()
        return self._rows.rows[place] if 0 <= place < len(self._rows.rows) else None


def rows_editor(field: LetterField, given: Iterable[object]) -> Field:
    """Return the field of a form for rows; what is long in those given gets tall boxes."""
    editor = RowsField(field, given)
    return Field(
        field.identifier, field.name, editor, editor.state, editor.show_state, is_wide=True
    )


def _field_of(one: LetterField, given: Sequence[object]) -> Field:
    values = [getattr(row, one.identifier) for row in given]
    if one.holding is Holding.ROWS:
        return rows_editor(one, [row for rows in values for row in rows])
    return editor_of(one, max(map(str, values), key=len, default=""))


def _button(words: str, icon: str, hint: str) -> Button:
    button = Button(words, "tool", icon)
    button.setToolTip(hint)
    return button
