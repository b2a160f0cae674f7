"""Fields of a paper that the register does not know, written as name=value by a person."""

from review.letters.letter_kinds import LETTER_KINDS
from review.letters.wording_fields import Field, Holding, fields_of_kind
from ui.commands.refusals import ValueUnfitError
from ui.commands.values import read_assignments, read_date


def fields_given(kind_id: str, written: list[str]) -> dict[str, object]:
    """Return the fields a person gave, by the Chinese names that templates use.

    Raises:
        AssignmentError: a part has no equals sign.
        FieldUnknownError: the paper has no such field.
        ValueUnfitError: the value is not what the field holds.
    """
    fields = fields_of_kind(LETTER_KINDS[kind_id])
    values = read_assignments(written, fields)
    return {fields[name].identifier: _value(fields[name], text) for name, text in values.items()}


def _value(known: Field, text: str) -> object:
    match known.holding:
        case Holding.DAY:
            return read_date(known.identifier, text)
        case Holding.NUMBER if text.isdecimal():
            return int(text)
        case Holding.TEXTS:
            return tuple(part for part in text.split("、") if part)
        case Holding.TEXT:
            return text
        case _:
            raise ValueUnfitError(field=known.identifier, value=text, expected=known.name)
