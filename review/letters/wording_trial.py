"""A template tried out on the sample of its paper: whole, and with each value absent once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from review.letters.compose import compose
from review.letters.kinds.base import Letter
from review.letters.letter_kinds import LETTER_KINDS, kind_of
from review.letters.letter_model import Block, LetterModel, Table
from review.letters.sample_letters import sample_letter
from review.letters.wording_check import faults_of
from review.letters.wording_errors import WordingError
from review.letters.wording_fields import Field, Holding, fields_of_kind

# What is left behind where a value is absent and its sentence does not give way.
_REMAINS = re.compile(
    r"[^，。；、：]{0,6}(?:（）|《》|“”|〔〕|[，；、：][，。；、：]|（[，；、：]|。。)"
)
_ROWS_OF_A_LONG_PAPER = 40
_NEVER_EMPTY = frozenset(
    {
        "office_name",
        "letter_number",
        "addressee",
        "contact_name",
        "contact_phone",
        "document_title",
    }
)
"""Without these no letter is issued; a template need not give way to their absence."""


@dataclass(frozen=True, slots=True)
class Remain:
    """Words that read oddly when a field of the letter is empty.

    Attributes:
        field: Name of the field.
        words: The place on the paper.
    """

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a template out has shown; without faults there is a paper of the sample."""

    faults: tuple[WordingError, ...]
    model: LetterModel | None = None
    remains: tuple[Remain, ...] = ()


def try_wording(kind_id: str, text: str) -> Trial:
    """Check a template and set the sample of its kind with it."""
    faults = faults_of(text, LETTER_KINDS[kind_id])
    if faults:
        return Trial(faults)
    try:
        return Trial((), compose(sample_letter(kind_id), wording=text))
    except WordingError as fault:
        return Trial((fault,))


def try_all_samples(kind_id: str, text: str) -> Trial:
    """Check a template with every sample: as it is, with many rows, with each field empty once."""
    first = try_wording(kind_id, text)
    if first.model is None:
        return first
    sample = sample_letter(kind_id)
    before = set(_odd_words(first.model))
    remains: list[Remain] = []
    try:
        for field, letter in _variants(sample):
            model = compose(letter, wording=text)
            remains += [Remain(field, words) for words in _odd_words(model) if words not in before]
    except WordingError as fault:
        return Trial((fault,))
    return replace(first, remains=tuple(dict.fromkeys(remains)))


def _variants(sample: Letter) -> Iterator[tuple[str, Letter]]:
    """Yield the sample with each field empty that may be, and with many rows of each kind."""
    for field in fields_of_kind(kind_of(sample)).values():
        value = getattr(sample, field.identifier)
        if field.holding in (Holding.ROWS, Holding.TEXTS):
            yield field.name, _with(sample, field, ())
            yield field.name, _with(sample, field, value * _ROWS_OF_A_LONG_PAPER)
        elif field.may_be_absent:
            yield field.name, _with(sample, field, None)
        elif field.holding is Holding.TEXT and field.identifier not in _NEVER_EMPTY:
            yield field.name, _with(sample, field, "")


def _with(sample: Letter, field: Field, value: object) -> Letter:
    return replace(sample, **{field.identifier: value})  # type: ignore[arg-type]


def _odd_words(model: LetterModel) -> Iterator[str]:
    for block in model.blocks:
        for text in _texts(block):
            yield from (match.group() for match in _REMAINS.finditer(text))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row)
    elif hasattr(block, "text"):
        yield str(block.text)
    elif hasattr(block, "lines"):
        yield "".join(block.lines)
