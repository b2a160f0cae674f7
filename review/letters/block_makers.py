"""The blocks of a paper, made from the texts of a template's blocks as they were rendered."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from review.letters.layout import page_layout
from review.letters.letter_model import (
    Addressee,
    Annex,
    AttachmentNote,
    Block,
    Caption,
    CutLine,
    Heading,
    Imprint,
    Letterhead,
    Note,
    NumberLine,
    PageBreak,
    Paragraph,
    Signature,
    SigningLine,
    SmallPrint,
    Subtitle,
    Title,
)
from review.letters.titles import title_lines
from review.letters.wording import CELL, FEED, HEADING_MARKS
from review.letters.wording_blocks import (
    ADDRESSEE,
    ANNEX,
    ATTACHMENTS,
    BODY,
    CAPTION,
    COPIES,
    CUT_LINE,
    LANDSCAPE,
    LETTERHEAD,
    NOTE,
    NUMBER,
    PAGE_BREAK,
    PRINTING_DATE,
    PRINTING_OFFICE,
    SIGNATURE,
    SIGNER,
    SIGNING_DATE,
    SIGNING_LINE,
    SMALL_PRINT,
    SUBTITLE,
    TITLE,
    WITHOUT_SEAL,
)

ATTACHMENTS_BEGIN = "附件"
"""How a list of attachments begins: 附件：1．…"""


class RenderedBlock:
    """A block of a template with its values filled in.

    Args:
        text: Its own text.
        words: What stood beside its name.
        companions: Texts of the blocks that belong to it, by name.
    """

    def __init__(
        self, text: str, words: tuple[str, ...] = (), companions: Mapping[str, str] | None = None
    ) -> None:
        self.text = text
        self.words = words
        self._companions = companions or {}

    def one_line(self) -> str:
        """Return the text as one line, whatever its values hold."""
        return one_line(self.text)

    def companion(self, name: str) -> str:
        """Return the text of a block that belongs to this one as one line; empty without it."""
        return one_line(self._companions.get(name, ""))

    def lines(self) -> tuple[str, ...]:
        """Return the lines of the template that are not empty, each one line."""
        lines = (one_line(line) for line in self.text.split("\n"))
        return tuple(line for line in lines if line)


def one_line(text: str) -> str:
    """Return a rendered text without the line feeds of template and values."""
    return "".join(part.strip() for part in text.replace(FEED, "\n").split("\n"))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a rendered text: those of the template and those of values."""
    parts = (part.strip() for part in text.replace(FEED, "\n").split("\n"))
    return tuple(part for part in parts if part)


def _of_one_text(make: Callable[[str], Block]) -> "Maker":
    """Return the maker of a block of one text; without words it is left out."""

    def maker(block: RenderedBlock) -> Iterator[Block]:
        text = block.one_line()
        if text:
            yield make(text)

    return maker


def _of_paragraphs(make: Callable[[str], Block]) -> "Maker":
    """Return the maker of a block that is printed once for each of its paragraphs."""

    def maker(block: RenderedBlock) -> Iterator[Block]:
        yield from (make(text) for text in paragraphs(block.text))

    return maker


def _number(block: RenderedBlock) -> Iterator[Block]:
    text = block.one_line()
    if text:
        yield NumberLine(text, block.companion(SIGNER))


def _title(block: RenderedBlock) -> Iterator[Block]:
    text = block.one_line()
    if text:
        yield Title(title_lines(text, page_layout().title.line_characters))


def _body(block: RenderedBlock) -> Iterator[Block]:
    """Make paragraphs and headings; the template alone says which line is a heading."""
    for line in block.text.split("\n"):
        level = HEADING_MARKS.find(line.strip(" 　")[:1] or "\n") + 1
        if level:
            text = one_line(line).lstrip(HEADING_MARKS)
            if text:
                yield Heading(level, text)
        else:
            yield from (Paragraph(text) for text in paragraphs(line))


def _attachments(block: RenderedBlock) -> Iterator[Block]:
    """Make the list; where the template numbers nothing, more than one are numbered."""
    items = block.lines()
    if not items:
        return
    if not items[0].startswith(ATTACHMENTS_BEGIN):
        is_one = len(items) == 1
        first, *rest = items if is_one else (f"{at}．{item}" for at, item in enumerate(items, 1))
        items = (f"{ATTACHMENTS_BEGIN}：{first}", *rest)
    yield AttachmentNote(items)


def _signature(block: RenderedBlock) -> Iterator[Block]:
    office, day = block.one_line(), block.companion(SIGNING_DATE)
    if office or day:
        yield Signature(office, day, WITHOUT_SEAL not in block.words)


def _imprint(block: RenderedBlock) -> Iterator[Block]:
    text = block.one_line()
    office, day = block.companion(PRINTING_OFFICE), block.companion(PRINTING_DATE)
    if text or office:
        yield Imprint(text, office, day)


def _annex(block: RenderedBlock) -> Iterator[Block]:
    """The first line is the label, the rest the title."""
    label, _, title = block.text.strip("\n").partition("\n")
    text = one_line(title)
    lines = title_lines(text, page_layout().title.line_characters) if text else ()
    yield Annex(one_line(label), lines, LANDSCAPE in block.words)


def _signing_line(block: RenderedBlock) -> Iterator[Block]:
    labels = tuple(one_line(label) for label in block.text.split(CELL))
    if any(labels):
        yield SigningLine(labels)


def _cut_line(block: RenderedBlock) -> Iterator[Block]:
    yield CutLine(block.one_line())


def _page_break(_block: RenderedBlock) -> Iterator[Block]:
    yield PageBreak()


Maker = Callable[[RenderedBlock], Iterator[Block]]

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        LETTERHEAD: _of_one_text(Letterhead),
        NUMBER: _number,
        TITLE: _title,
        SUBTITLE: _of_paragraphs(Subtitle),
        ADDRESSEE: _of_one_text(Addressee),
        BODY: _body,
        CAPTION: _of_one_text(Caption),
        SMALL_PRINT: _of_paragraphs(SmallPrint),
        ATTACHMENTS: _attachments,
        SIGNATURE: _signature,
        NOTE: _of_one_text(Note),
        COPIES: _imprint,
        ANNEX: _annex,
        SIGNING_LINE: _signing_line,
        CUT_LINE: _cut_line,
        PAGE_BREAK: _page_break,
    }
)
