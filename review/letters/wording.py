"""The wording of a letter: its template file, the pieces of text in it and the fields they ask."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

import msgspec
from jinja2 import Template, TemplateError, meta, nodes

from resources import path_of
from review.letters.errors import WordingError, WordingFileError
from review.letters.sandbox import WordingSandbox

ROW = "row"
POSITION = "position"

BlockKind = Literal[
    "letterhead",
    "number",
    "title",
    "addressee",
    "body",
    "caption",
    "table",
    "form",
    "attachments",
    "signature",
    "note",
    "imprint",
]


@dataclass(frozen=True, slots=True)
class BlockWording:
    """One block of a template file; which of the pieces are used depends on its kind.

    Attributes:
        text: The words; in a body one line is one paragraph.
        layout: Name of the table's column widths.
        each: The field whose rows a table prints.
        columns: Head and cell text of each column of a table.
        rows: Label and value pairs of each row of a form.
        office: Who signs.
        date: The date under the signature.
    """

    kind: BlockKind
    text: str = ""
    layout: str = ""
    each: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    office: str = ""
    date: str = ""

    def lines(self) -> tuple[str, ...]:
        """Return the paragraphs of a body."""
        return tuple(line for line in self.text.splitlines() if line.strip())

    def pieces(self) -> Iterator[str]:
        """Yield every text of the block that is rendered with the letter's own fields."""
        yield from self.lines()
        yield from (self.office, self.date)
        yield from (text for row in self.rows for pair in row for text in pair)


@dataclass(frozen=True, slots=True)
class Wording:
    """A template file: the base of the paper and its blocks in order."""

    base: Literal["letter", "form"]
    block: tuple[BlockWording, ...]


def wording_from(text: str, template: str) -> Wording:
    """Read a template.

    Raises:
        WordingFileError: the text is not a template.
    """
    try:
        return msgspec.convert(tomllib.loads(text), Wording)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as refusal:
        raise WordingFileError(template=template) from refusal


@cache
def wording_of(template: str) -> Wording:
    """Return the template that comes with the program under this file name."""
    return wording_from(path_of("letters", template).read_text(encoding="utf-8"), template)


def fields_of(wording: Wording) -> frozenset[str]:
    """Return the fields of the letter that the template asks for."""
    sandbox = WordingSandbox()
    asked = {block.each for block in wording.block if block.each}
    for block in wording.block:
        for piece in block.pieces():
            asked |= meta.find_undeclared_variables(sandbox.parse(piece))
    return frozenset(asked)


def row_fields_of(block: BlockWording) -> frozenset[str]:
    """Return the fields of its rows that a table asks for."""
    sandbox = WordingSandbox()
    return frozenset(
        node.attr
        for _, text in block.columns
        for node in sandbox.parse(text).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == ROW
    )


class Renderer:
    """Renders the pieces of one template with the fields of one letter."""

    def __init__(self, template: str, fields: Mapping[str, object]) -> None:
        self._template = template
        self._fields = fields

    def rows(self, field: str) -> tuple[object, ...]:
        """Return the rows of a field that a table prints.

        Raises:
            WordingError: the letter has no such rows.
        """
        rows = self._fields.get(field)
        if not isinstance(rows, tuple):
            raise WordingError(template=self._template, piece=field)
        return rows

    def render(self, piece: str, **row: object) -> str:
        """Return the piece with the values filled in.

        Raises:
            WordingError: the piece asks for what the letter has not, or for what is refused.
        """
        try:
            return _compiled(piece).render(self._fields, **row)
        except (TemplateError, TypeError, ValueError) as refusal:
            raise WordingError(template=self._template, piece=piece) from refusal


@lru_cache(maxsize=512)
def _compiled(piece: str) -> Template:
    return WordingSandbox().from_string(piece)
