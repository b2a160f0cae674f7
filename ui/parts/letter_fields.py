"""The editor of one value of a letter, by what it holds: words, a day, a number, a term."""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from resources.terms import name_of
from review.letters.wording_fields import Field as LetterField
from review.letters.wording_fields import Holding
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field
from ui.widgets.restyle import restyle

_ROWS_SHOWN = 4
_LONG_TEXT = 30
_MOST = 9999
_FEW_CHARACTERS = 6
_LONG = frozenset(
    {
        *("reason", "requested_act", "purpose", "main_content", "legality_result", "necessity"),
        *("disagreements", "early_effect_reason", "what_to_do", "explanation", "reasons"),
        *("response", "issuer_view", "powers_view", "procedure_view", "content_view", "form_view"),
        *("quote", "basis_text", "suggestion", "question", "problem", "basis", "defect"),
    }
)
_NAMES_IN_A_LINE = frozenset({"copy_to"})
# A full-width space is part of the words: 2026年　月　日.
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")
_SEPARATORS = re.compile(r"[、，,；;\n]+")


def editor_of(field: LetterField, value: object = "", *, is_required: bool = False) -> Field:
    """Return the field of a form for a value of a letter; a long value gets a tall box."""
    make = partial(Field, field.identifier, field.name)
    match field.holding:
        case Holding.DAY:
            day = DateField(field.name)
            return make(day, day.value, day.show_value)
        case Holding.TRUTH:
            box = QCheckBox()
            return make(box, box.isChecked, box.setChecked)
        case Holding.NUMBER:
            number = QSpinBox()
            number.setRange(0, _MOST)
            return make(number, number.value, number.setValue)
        case Holding.TERM if field.terms is not None:
            return _choice(make, field.terms)
        case Holding.TEXTS:
            return _texts(make, field.identifier)
        case _:
            return _text(make, field.identifier, str(value or ""), is_required=is_required)


def changes_of(editor: QWidget) -> SignalInstance:
    """Return the signal by which an editor says that its value is another one."""
    match editor:
        case DateField():
            return editor.changed
        case QCheckBox():
            return editor.toggled
        case QSpinBox():
            return editor.valueChanged
        case QComboBox():
            return editor.currentIndexChanged
        case QPlainTextEdit():
            return editor.textChanged
        case QLineEdit():
            return editor.textEdited
        case _:
            raise TypeError(editor)


def lock(editor: QWidget, *, is_locked: bool) -> None:
    """Let a value be read and copied but not typed, or typed again."""
    match editor:
        case DateField():
            editor.set_read_only(is_read_only=is_locked)
        case QLineEdit() | QPlainTextEdit() | QSpinBox():
            editor.setReadOnly(is_locked)
            restyle(editor)
        case _:
            editor.setEnabled(not is_locked)


def _choice(make: Callable[..., Field], terms: type[StrEnum]) -> Field:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_FEW_CHARACTERS)
    for term in terms:
        box.addItem(name_of(term), term.value)
    return make(box, box.currentData, partial(_choose, box))


def _choose(box: QComboBox, term: StrEnum | str) -> None:
    box.setCurrentIndex(box.findData(str(term)))


def _text(make: Callable[..., Field], name: str, value: str, *, is_required: bool) -> Field:
    if name in _LONG or len(value) > _LONG_TEXT or "\n" in value:
        box = _tall_box()
        return make(box, partial(_paragraphs, box), box.setPlainText, is_required)
    line = QLineEdit()
    return make(line, partial(_one_line, line), line.setText, is_required)


def _texts(make: Callable[..., Field], name: str) -> Field:
    if name in _NAMES_IN_A_LINE:
        line = QLineEdit()
        line.setPlaceholderText("多个机关用顿号隔开")
        return make(line, partial(_names, line), partial(_show_names, line))
    box = _tall_box()
    box.setPlaceholderText("每行写一项")
    return make(box, partial(_lines, box), partial(_show_lines, box))


def _tall_box() -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * _ROWS_SHOWN + 12)
    return box


def _one_line(line: QLineEdit) -> str:
    return _tidy(line.text())


def _paragraphs(box: QPlainTextEdit) -> str:
    return "\n".join(_lines(box))


def _lines(box: QPlainTextEdit) -> tuple[str, ...]:
    lines = (_tidy(line) for line in box.toPlainText().split("\n"))
    return tuple(line for line in lines if line)


def _names(line: QLineEdit) -> tuple[str, ...]:
    return tuple(name.strip() for name in _SEPARATORS.split(line.text()) if name.strip())


def _show_names(line: QLineEdit, names: Iterable[str]) -> None:
    line.setText("、".join(names))


def _show_lines(box: QPlainTextEdit, lines: Iterable[str]) -> None:
    box.setPlainText("\n".join(lines))


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")
