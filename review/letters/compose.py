"""A letter and its wording become the blocks of a paper."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from review.letters.kinds.base import Letter
from review.letters.layout import page_layout
from review.letters.letter_kinds import kind_of
from review.letters.letter_model import (
    Addressee,
    AttachmentNote,
    Base,
    Block,
    Caption,
    Cell,
    CellRole,
    Heading,
    Imprint,
    Letterhead,
    LetterModel,
    Note,
    NumberLine,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
)
from review.letters.titles import title_lines
from review.letters.wording import POSITION, ROW, BlockWording, Renderer, wording_of

LINE_FEEDS = str.maketrans("", "", "\r\n")
INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Control and format characters and lone surrogates: they draw nothing and break XML."""


def compose(letter: Letter) -> LetterModel:
    """Return the paper that says the letter's words.

    Raises:
        WordingError: the template of this kind is not well formed or asks for what is not there.
    """
    kind = kind_of(letter)
    wording = wording_of(kind.template)
    renderer = Renderer(kind.template, _plain(asdict(letter)))
    blocks = tuple(block for part in wording.block for block in _blocks(part, renderer))
    titles = ("".join(block.lines) for block in blocks if isinstance(block, Title))
    return LetterModel(
        kind_id=kind.kind_id,
        base=Base(wording.base),
        heading=next(titles, kind.name),
        author=letter.office_name,
        letter_date=letter.letter_date,
        blocks=blocks,
    )


def _plain(fields: Mapping[str, object]) -> dict[str, object]:
    """Copy the fields as plain values: text, numbers, dates, rows."""
    return {name: _clean(value) for name, value in fields.items()}


def _clean(value: object) -> object:
    """Copy the values without the invisible characters that no paper can hold."""
    if isinstance(value, str):
        return "".join(
            char for char in value if char == "\n" or unicodedata.category(char) not in INVISIBLE
        )
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, tuple | list):
        return tuple(_clean(part) for part in value)
    return value


def _one_line(renderer: Renderer, piece: str) -> str:
    """Render a piece that must stay one paragraph whatever its values hold."""
    return renderer.render(piece).translate(LINE_FEEDS).strip()


def _blocks(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    """Yield the blocks that one part of the template makes."""
    yield from MAKERS[part.kind](part, renderer)


def _simple(
    make: Callable[[str], Block], part: BlockWording, renderer: Renderer
) -> Iterator[Block]:
    """Make a block of one text; a block without words is left out."""
    text = _one_line(renderer, part.text)
    if text:
        yield make(text)


def _title(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    text = _one_line(renderer, part.text)
    if text:
        yield Title(title_lines(text, page_layout().title.line_characters))


def _body(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    """Make paragraphs and headings; the template alone says which line is a heading."""
    for line in part.lines():
        mark, _, words = line.partition(" ")
        level = {"#": 1, "##": 2}.get(mark, 0)
        text = _one_line(renderer, words if level else line)
        if text:
            yield Heading(level, text) if level else Paragraph(text)


def _table(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    """Make a table with one row for each row of the letter's field."""
    roles = page_layout().tables[part.layout].roles
    rows = tuple(
        tuple(
            Cell(renderer.render(text, **{ROW: row, POSITION: position}).strip(), role)
            for (_, text), role in zip(part.columns, roles, strict=True)
        )
        for position, row in enumerate(renderer.rows(part.each), 1)
    )
    head: Row = tuple(Cell(title, CellRole.HEAD) for title, _ in part.columns)
    yield Table(part.layout, (head,), rows)


def _form(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    """Make a table of labels and values; the last value of a short row spans the rest."""
    columns = len(page_layout().tables[part.layout].widths_mm)
    rows = []
    for pairs in part.rows:
        cells: list[Cell] = []
        for label, value in pairs:
            cells += (
                Cell(label, CellRole.LABEL),
                Cell(renderer.render(value).strip(), CellRole.VALUE),
            )
        span = columns - len(cells) + 1
        rows.append((*cells[:-1], Cell(cells[-1].text, cells[-1].role, span)))
    yield Table(part.layout, (), tuple(rows))


def _attachments(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    items = tuple(_one_line(renderer, line) for line in part.lines())
    if any(items):
        yield AttachmentNote(tuple(item for item in items if item))


def _signature(part: BlockWording, renderer: Renderer) -> Iterator[Block]:
    yield Signature(_one_line(renderer, part.office), _one_line(renderer, part.date))


Maker: TypeAlias = Callable[[BlockWording, Renderer], Iterator[Block]]

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "letterhead": partial(_simple, Letterhead),
        "number": partial(_simple, NumberLine),
        "title": _title,
        "addressee": partial(_simple, Addressee),
        "body": _body,
        "caption": partial(_simple, Caption),
        "table": _table,
        "form": _form,
        "attachments": _attachments,
        "signature": _signature,
        "note": partial(_simple, Note),
        "imprint": partial(_simple, Imprint),
    }
)
