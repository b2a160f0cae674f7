"""The fields of a paper as a list to write templates from: name, sample value, what to insert."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_values import values_of
from review.letters.sample_letters import sample_letter
from review.letters.wording import ROW
from review.letters.wording_fields import Field, Holding, fields_of_kind
from review.letters.wording_filters import chinese_date

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of a paper, or of its rows.

    Attributes:
        name: How a template calls it: ``文件名称``, ``项.名称``.
        owner: The field whose rows it belongs to; empty for fields of the letter.
        holding: What it holds.
        sample: Its value in the sample, shortened; rows by their count.
        insert: What to write to print it.
    """

    name: str
    owner: str
    holding: Holding
    sample: str
    insert: str


def field_lines(kind_id: str) -> tuple[FieldLine, ...]:
    """Return the fields of a kind with their values in its sample, rows below their field."""
    values = values_of(sample_letter(kind_id))
    return tuple(_lines(fields_of_kind(LETTER_KINDS[kind_id]), values, ""))


def _lines(
    fields: Mapping[str, Field], values: Mapping[str, object], owner: str
) -> Iterator[FieldLine]:
    for field in fields.values():
        name = f"{ROW}.{field.name}" if owner else field.name
        value = values.get(field.name)
        yield FieldLine(name, owner, field.holding, _shown(value), _insert(field, name))
        if field.row:
            first = value[0] if isinstance(value, tuple) and value else {}
            yield from _lines(field.row, first if isinstance(first, Mapping) else {}, field.name)


def _shown(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {True: "✓", False: "✗", None: ""}[value]
    if isinstance(value, tuple):
        texts = [part for part in value if isinstance(part, str)]
        return "、".join(texts)[:_SHOWN] if texts else f"{len(value)}行"
    text = chinese_date(value) if isinstance(value, date) else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _insert(field: Field, name: str) -> str:
    """Return what prints a field, with the condition it needs."""
    if field.holding is Holding.TRUTH:
        return f"{{% if {name} %}}{{% else %}}{{% endif %}}"
    if field.holding is Holding.TEXTS:
        return f"{{{{ {name} | 顿号 }}}}"
    if field.holding is Holding.ROWS:
        first = next((row.name for row in field.row.values() if row.identifier), "")
        return f"{{% for {ROW} in {name} %}}\n{{{{ {ROW}.{first} }}}}\n{{% endfor %}}"
    if field.may_be_absent:
        return f"{{% if {name} %}}{{{{ {name} }}}}{{% endif %}}"
    return f"{{{{ {name} }}}}"
