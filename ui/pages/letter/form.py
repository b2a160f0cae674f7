"""What a person may write anew in a letter before it is issued."""

import re
from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from models.domain.terms import LetterSeries
from review.letters.kinds.base import Letter
from review.letters.letter_data import data_of
from ui.widgets.field_form import Field, FieldForm, Problem

_ROWS_SHOWN = 4
_CONTACT = (("contact_name", "联系人"), ("contact_phone", "联系电话"))
_LINES: Mapping[LetterSeries, tuple[tuple[str, str], ...]] = {
    LetterSeries.FILING_RECEIPT: (("addressee", "主送机关"), *_CONTACT),
    LetterSeries.REVIEW_OPINION: (
        ("addressee", "主送机关"),
        ("requested_act", "处理要求"),
        ("escalation_body", "提请处理机关"),
        ("copy_to", "抄送"),
        *_CONTACT,
    ),
    LetterSeries.REGISTRATION_REFUSAL: (
        ("addressee", "主送机关"),
        ("reason", "不予登记的理由"),
        *_CONTACT,
    ),
}
_LONG = frozenset({"requested_act", "reason"})
_MAY_BE_EMPTY = frozenset({"copy_to"})
_SEPARATORS = re.compile(r"[、，,；;\n]+")


def form_for(kind: LetterSeries) -> FieldForm:
    """Return the form of a kind of letter."""
    return FieldForm([_field(name, title) for name, title in _LINES[kind]])


def show_letter(form: FieldForm, kind: LetterSeries, letter: Letter) -> None:
    """Fill the form from a letter."""
    data = data_of(letter)
    form.show_values({name: _text(data[name]) for name, _ in _LINES[kind]})


def written(form: FieldForm) -> dict[str, object]:
    """Return what the form says, as the letter's fields."""
    values: dict[str, object] = {
        name: " ".join(str(value).split()) for name, value in form.read().items()
    }
    if "copy_to" in values:
        bodies = _SEPARATORS.split(str(values["copy_to"]))
        values["copy_to"] = tuple(body.strip() for body in bodies if body.strip())
    return values


def problems(fields: Mapping[str, object]) -> list[Problem]:
    """Return what is missing."""
    return [
        Problem(name, "这一项会印在文书上，请填写。")
        for name, value in fields.items()
        if not value and name not in _MAY_BE_EMPTY
    ]


def _field(name: str, title: str) -> Field:
    is_required = name not in _MAY_BE_EMPTY
    if name in _LONG:
        box = QPlainTextEdit()
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * _ROWS_SHOWN + 12)
        return Field(name, title, box, box.toPlainText, box.setPlainText, is_required)
    line = QLineEdit()
    if name == "copy_to":
        line.setPlaceholderText("多个机关用顿号隔开")
    return Field(name, title, line, line.text, line.setText, is_required)


def _text(value: object) -> str:
    return "、".join(value) if isinstance(value, list | tuple) else str(value)
