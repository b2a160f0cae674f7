"""The form of a paper, made from its data class: what the register knows is not typed again."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from resources.terms import name_of
from review.letters.kinds.base import Letter
from review.letters.letter_kinds import LETTER_KINDS, kind_of
from review.letters.wording_fields import Field as LetterField
from review.letters.wording_fields import Holding, fields_of_kind
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem

_ROWS_SHOWN = 4
_LONG_TEXT = 30
# Facts of the record: whoever finds one wrong corrects the record, not the paper.
_FROM_REGISTER = frozenset(
    {
        *("office_name", "letter_date", "letter_number", "document_title", "document_number"),
        *("unified_number", "filing_register_number", "filing_report_number", "document_class"),
        *("issuing_body_name", "filing_body_name", "day_unit", "trigger", "is_in_time", "is_trial"),
        *("delivered_letter", "delivered_number", "opinion_number", "decision", "handled_by"),
        *("legal_basis", "quarter", "reply_time", "supplement_time", "draft_hash", "copy_remark"),
    }
)
_REQUIRED = frozenset(
    {
        *("addressee", "contact_name", "contact_phone", "reason", "requested_act"),
        *("escalation_body", "signer"),
    }
)
_LONG = frozenset(
    {
        *("reason", "requested_act", "purpose", "main_content", "legality_result", "necessity"),
        *("disagreements", "early_effect_reason", "what_to_do", "explanation", "reasons"),
        *("response", "issuer_view", "powers_view", "procedure_view", "content_view", "form_view"),
    }
)
_NAMES_IN_A_LINE = frozenset({"copy_to"})
# A full-width space is part of the words: 2026年　月　日.
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")
_SEPARATORS = re.compile(r"[、，,；;\n]+")


def form_for(letter: Letter) -> FieldForm:
    """Return the form of a letter, filled with what it says."""
    fields = _asked_of(letter)
    needed = _REQUIRED if kind_of(letter).is_numbered else frozenset()
    form = FieldForm(
        [
            _field(
                field,
                getattr(letter, field.identifier),
                is_required=field.identifier in needed,
            )
            for field in fields
        ]
    )
    form.show_values({field.identifier: getattr(letter, field.identifier) for field in fields})
    return form


def written(form: FieldForm) -> dict[str, object]:
    """Return what the form says, as the letter's fields."""
    return form.read()


def problems(fields: Mapping[str, object]) -> list[Problem]:
    """Return what is missing."""
    return [
        Problem(name, "这一项会印在文书上，请填写。")
        for name, value in fields.items()
        if not value and name in _REQUIRED
    ]


def empty_fields(letter: Letter) -> tuple[str, ...]:
    """Return the Chinese names of what the paper leaves empty, to be written by hand or filled."""
    return tuple(
        field.name
        for field in fields_of_kind(kind_of(letter)).values()
        if field.holding is not Holding.TRUTH
        and getattr(letter, field.identifier) in (None, "", ())
    )


def _asked_of(letter: Letter) -> list[LetterField]:
    kind = LETTER_KINDS[kind_of(letter).kind_id]
    return [
        field
        for field in fields_of_kind(kind).values()
        if _is_asked(field, getattr(letter, field.identifier), is_numbered=kind.is_numbered)
    ]


def _is_asked(field: LetterField, value: object, *, is_numbered: bool) -> bool:
    """A day is asked for while the register does not know it; its counts and rows never are.

    On a paper without number everything that the register knows stands as it does there.
    """
    if field.identifier in _FROM_REGISTER:
        return False
    match field.holding:
        case Holding.ROWS | Holding.NUMBER:
            return False
        case Holding.DAY:
            return value is None
        case _:
            return is_numbered or value in ("", ())


def _field(field: LetterField, value: object, *, is_required: bool) -> Field:
    make = partial(Field, field.identifier, field.name)
    match field.holding:
        case Holding.DAY:
            day = DateField(field.name)
            return make(day, day.value, day.show_value)
        case Holding.TRUTH:
            box = QCheckBox()
            return make(box, box.isChecked, box.setChecked)
        case Holding.TERM if isinstance(value, StrEnum):
            return _choice(make, type(value))
        case Holding.TEXTS:
            return _texts(make, field.identifier)
        case _:
            return _text(make, field.identifier, str(value or ""), is_required=is_required)


def _choice(make: Callable[..., Field], terms: type[StrEnum]) -> Field:
    box = QComboBox()
    for term in terms:
        box.addItem(name_of(term), term.value)
    return make(box, box.currentData, partial(_choose, box))


def _choose(box: QComboBox, term: StrEnum) -> None:
    box.setCurrentIndex(box.findData(term.value))


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
