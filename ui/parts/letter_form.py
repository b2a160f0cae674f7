"""The form of a paper, made from its data class: what the register knows is not typed again."""

from collections.abc import Iterator

from PySide6.QtCore import SignalInstance

from review.letters.kinds.base import Letter
from review.letters.letter_kinds import LETTER_KINDS, kind_of
from review.letters.wording_fields import Field as LetterField
from review.letters.wording_fields import Holding, fields_of_kind
from ui.parts.letter_fields import changes_of, editor_of
from ui.parts.letter_rows.rows_field import RowsField, rows_editor
from ui.parts.letter_rows.rows_state import rows_of
from ui.widgets.field_form import Field, FieldForm, Problem

# Facts of the record: whoever finds one wrong corrects the record, not the paper.
_FROM_REGISTER = frozenset(
    {
        *("office_name", "letter_date", "letter_number", "document_title", "document_number"),
        *("unified_number", "filing_register_number", "filing_report_number", "document_class"),
        *("issuing_body_name", "filing_body_name", "day_unit", "trigger", "is_in_time", "is_trial"),
        *("delivered_letter", "delivered_number", "opinion_number", "decision", "handled_by"),
        *("legal_basis", "quarter", "reply_time", "supplement_time", "draft_hash", "copy_remark"),
        # The lines of a printed register or catalogue are the register.
        "rows",
    }
)
_REQUIRED = frozenset(
    {
        *("addressee", "contact_name", "contact_phone", "reason", "requested_act"),
        *("escalation_body", "signer"),
    }
)


def form_for(letter: Letter) -> FieldForm:
    """Return the form of a letter, filled with what it says."""
    fields = _asked_of(letter)
    is_numbered = kind_of(letter).is_numbered
    needed = _REQUIRED if is_numbered else frozenset()
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
    form.show_values(
        {field.identifier: _shown(field, letter, is_record=not is_numbered) for field in fields}
    )
    return form


def written(form: FieldForm) -> dict[str, object]:
    """Return what the form says, as the letter's fields."""
    return {
        name: editor.value() if isinstance(editor := form.widget(name), RowsField) else value
        for name, value in form.read().items()
    }


def problems(form: FieldForm) -> list[Problem]:
    """Return what is missing in a letter."""
    empty = [
        Problem(name, "这一项会印在文书上，请填写。")
        for name, value in form.read().items()
        if not value and name in _REQUIRED
    ]
    return [*empty, *row_problems(form)]


def row_problems(form: FieldForm) -> list[Problem]:
    """Return what is missing in the rows."""
    editors = {name: form.widget(name) for name in form.read()}
    return [
        Problem(name, words)
        for name, editor in editors.items()
        if isinstance(editor, RowsField) and (words := editor.problem())
    ]


def changes(form: FieldForm) -> Iterator[SignalInstance]:
    """Yield the signals by which the fields say that they were changed."""
    for name in form.read():
        editor = form.widget(name)
        yield editor.changed if isinstance(editor, RowsField) else changes_of(editor)


def go_to_place(form: FieldForm, place: str) -> None:
    """Go to the field, row and field of the row that a place names: ``findings[2].quote``."""
    root, _, within = place.partition("[")
    root, _, _ = root.partition(".")
    editor = form.widget(root)
    if isinstance(editor, RowsField) and within:
        number, _, rest = within.partition("]")
        editor.go_to(int(number), rest.removeprefix("."))
    else:
        form.go_to(root)


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
    """A day is asked for while the register does not know it; its counts never are.

    On a paper without number everything that the register knows stands as it does there.
    """
    if field.identifier in _FROM_REGISTER:
        return False
    match field.holding:
        case Holding.NUMBER:
            return False
        case Holding.ROWS:
            return True
        case Holding.DAY:
            return value is None
        case _:
            return is_numbered or value in ("", ())


def _field(field: LetterField, value: object, *, is_required: bool) -> Field:
    if field.holding is Holding.ROWS:
        return rows_editor(field, value if isinstance(value, tuple) else ())
    return editor_of(field, value, is_required=is_required)


def _shown(field: LetterField, letter: Letter, *, is_record: bool) -> object:
    value = getattr(letter, field.identifier)
    if field.holding is Holding.ROWS:
        return rows_of(field, value, is_record=is_record)
    return value
