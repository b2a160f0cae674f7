"""A template's text becomes its wording; whatever is wrong with its blocks is collected."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from review.letters.layout import layout_names
from review.letters.letter_model import Base
from review.letters.likeness import likest_first
from review.letters.wording import (
    CELL,
    CONTINUES,
    LABEL_END,
    BlockWording,
    ChoiceWording,
    FormWording,
    PartWording,
    Piece,
    RepeatWording,
    Wording,
)
from review.letters.wording_blocks import (
    BASE,
    BASES,
    BLOCK_NAMES,
    BODY,
    CHOICE,
    CHOICE_END,
    COMPANIONS,
    ENDS,
    FORM,
    LANDSCAPE,
    OTHERWISE,
    REPEAT,
    REPEAT_END,
    SIGNING_LINE,
    SIMPLE,
    TABLE,
    WORDS,
)
from review.letters.wording_errors import (
    BaseError,
    BlockWordError,
    EachMissingError,
    LabelMissingError,
    StrayCompanionError,
    StrayEndError,
    TextOutsideError,
    UnclosedBlocksError,
    UnknownBlockError,
    UnknownLayoutError,
    WordingError,
    WordingTooLongError,
)
from review.letters.wording_lines import (
    RawBlock,
    plain_text,
    prints_nothing,
    raw_blocks,
    with_cell_marks,
    with_heading_marks,
    with_label_marks,
)
from review.letters.wording_tables import table_wording

LONGEST = 60_000
"""Characters of a template; the longest that comes with the program has a few thousand."""

LONGEST_LINE = 3_000
"""Characters of a line; pairing its braces takes time that grows with its square."""


class Parser:
    """Reads the blocks of one template in order."""

    def __init__(self, text: str, template: str) -> None:
        self.faults: list[WordingError] = []
        self._template = template
        self._text = plain_text(text)
        self._long_line = _too_long_at(self._text)
        self._blocks = [] if self._long_line else list(raw_blocks(self._text))
        self._place = 0
        self._open: list[frozenset[str]] = []
        self._base: tuple[Base, bool] | None = None

    def read(self) -> Wording:
        """Return the wording as far as it can be read; see ``faults`` for the rest."""
        if self._long_line:
            limit = LONGEST if len(self._text) > LONGEST else LONGEST_LINE
            self._fault(WordingTooLongError, self._long_line, limit=limit)
            return Wording(Base.FORM, is_landscape=False, parts=())
        if self._blocks[0].text.strip():
            self._fault(TextOutsideError, 1, piece=_first_words(self._blocks[0].text))
        self._place = 1
        parts = self._parts_until(frozenset())
        if self._base is None:
            self._fault(BaseError, 1, known=tuple(BASES))
        base, is_landscape = self._base or (Base.FORM, False)
        return Wording(base, is_landscape, parts)

    def _fault(self, kind: type[WordingError], line: int, **facts: object) -> None:
        self.faults.append(kind(template=self._template, line=line, **facts))

    def _parts_until(self, ends: frozenset[str]) -> tuple[PartWording, ...]:
        """Read blocks until one of these names, which is left to be read.

        The end of what stands around ends this too, so that a forgotten end is told once.
        """
        self._open.append(ends)
        parts: list[PartWording] = []
        while self._place < len(self._blocks):
            raw = self._blocks[self._place]
            if any(raw.name in names for names in self._open):
                break
            self._place += 1
            part = self._part(raw)
            if part is not None:
                parts.append(part)
        self._open.pop()
        return tuple(parts)

    def _part(self, raw: RawBlock) -> PartWording | None:
        """Read one block, with what belongs to it."""
        if raw.name in self._readers:
            return self._readers[raw.name](self, raw)
        if raw.name in SIMPLE:
            return self._simple(raw)
        if raw.name in COMPANIONS:
            leader = COMPANIONS[raw.name]
            self._fault(StrayCompanionError, raw.line, name=raw.name, leader=leader)
        elif raw.name in ENDS:
            self._fault(StrayEndError, raw.line, name=raw.name, start=ENDS[raw.name])
        else:
            known = likest_first(raw.name, BLOCK_NAMES)
            self._fault(UnknownBlockError, raw.line, name=raw.name, known=known)
        return None

    def _read_base(self, raw: RawBlock) -> None:
        words = (*raw.words, *raw.text.split())
        bases = [BASES[word] for word in words if word in BASES]
        rest = [word for word in words if word not in BASES and word != LANDSCAPE]
        if len(bases) != 1 or rest or self._base is not None:
            self._fault(BaseError, raw.line, known=tuple(BASES))
        self._base = (bases[0] if bases else Base.FORM, LANDSCAPE in words)

    def _simple(self, raw: RawBlock) -> BlockWording:
        for word in raw.words:
            if word != WORDS.get(raw.name):
                self._fault(BlockWordError, raw.line, name=raw.name, word=word)
        return BlockWording(raw.name, _marked(raw), raw.words, self._companions(raw.name))

    def _companions(self, leader: str) -> tuple[BlockWording, ...]:
        """Read the blocks right behind that belong to a block."""
        found: list[BlockWording] = []
        while self._place < len(self._blocks):
            raw = self._blocks[self._place]
            if COMPANIONS.get(raw.name) != leader:
                break
            found.append(BlockWording(raw.name, _marked(raw)))
            self._place += 1
        return tuple(found)

    def _read_table(self, raw: RawBlock) -> PartWording | None:
        return table_wording(raw, self._layout(raw), self._fault)

    def _read_form(self, raw: RawBlock) -> PartWording:
        lines = [with_label_marks(line) for line in raw.text.split("\n")]
        for number, line in enumerate(lines, raw.line):
            is_row = not prints_nothing(line) and not line.startswith(CONTINUES)
            if is_row and any(LABEL_END not in cell for cell in line.split(CELL)):
                written = raw.text.split("\n")[number - raw.line]
                self._fault(LabelMissingError, number, piece=written.strip())
        return FormWording(self._layout(raw), Piece("\n".join(lines), raw.line))

    def _layout(self, raw: RawBlock) -> str:
        """Return the id of the column widths that stand beside the name of the block."""
        names = layout_names()
        name = "".join(raw.words)
        if name not in names:
            known = likest_first(name, names)
            self._fault(UnknownLayoutError, raw.line, name=name, known=known)
        return names.get(name, "")

    def _read_repeat(self, raw: RawBlock) -> RepeatWording:
        field = self._asked(raw)
        parts = self._parts_until(frozenset({REPEAT_END}))
        self._close(raw, REPEAT_END)
        return RepeatWording(Piece(field, raw.line), parts)

    def _read_choice(self, raw: RawBlock) -> ChoiceWording:
        condition = self._asked(raw)
        parts = self._parts_until(frozenset({CHOICE_END, OTHERWISE}))
        otherwise: tuple[PartWording, ...] = ()
        if self._is_next(OTHERWISE):
            self._place += 1
            otherwise = self._parts_until(frozenset({CHOICE_END}))
        self._close(raw, CHOICE_END)
        return ChoiceWording(Piece(condition, raw.line), parts, otherwise)

    def _asked(self, raw: RawBlock) -> str:
        """Return the field or condition of 每个 or 如果, with or without braces around it."""
        asked = " ".join((*raw.words, raw.text)).strip()
        asked = asked.removeprefix("{{").removesuffix("}}").strip()
        if not asked:
            self._fault(EachMissingError, raw.line, name=raw.name)
        return asked

    def _is_next(self, name: str) -> bool:
        return self._place < len(self._blocks) and self._blocks[self._place].name == name

    def _close(self, opened: RawBlock, end: str) -> None:
        """Take the end of what was opened; words behind it belong to nothing."""
        if not self._is_next(end):
            self._fault(UnclosedBlocksError, opened.line, name=opened.name, end=end)
            return
        raw = self._blocks[self._place]
        if raw.text.strip():
            self._fault(TextOutsideError, raw.line, piece=_first_words(raw.text))
        self._place += 1

    _readers: Mapping[str, Callable[["Parser", RawBlock], PartWording | None]] = MappingProxyType(
        {
            BASE: _read_base,
            TABLE: _read_table,
            FORM: _read_form,
            REPEAT: _read_repeat,
            CHOICE: _read_choice,
        }
    )


@lru_cache(maxsize=128)
def wording_from(text: str, template: str) -> Wording:
    """Read a template.

    Raises:
        WordingError: its blocks are not well formed.
    """
    parser = Parser(text, template)
    wording = parser.read()
    if parser.faults:
        raise parser.faults[0]
    return wording


def _marked(raw: RawBlock) -> Piece:
    """Return the text of a block with the signs that mean something in it exchanged."""
    if raw.name == BODY:
        return Piece(with_heading_marks(raw.text), raw.line)
    if raw.name == SIGNING_LINE:
        lines = (with_cell_marks(line) for line in raw.text.split("\n"))
        return Piece("\n".join(lines), raw.line)
    return Piece(raw.text, raw.line)


def _too_long_at(text: str) -> int:
    """Return the line at which a text is too long to be read; 0 where it is not."""
    if len(text) > LONGEST:
        return text.count("\n", 0, LONGEST) + 1
    lines = text.split("\n")
    return next((place for place, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), 0)


def _first_words(text: str) -> str:
    return text.strip().split("\n")[0][:20]
