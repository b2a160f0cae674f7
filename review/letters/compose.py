"""A letter and its wording become the blocks of a paper."""

from collections.abc import Iterator
from functools import partial

from review.letters.block_makers import MAKERS, RenderedBlock, one_line, paragraphs
from review.letters.kinds.base import Letter
from review.letters.layout import page_layout
from review.letters.letter_kinds import kind_of
from review.letters.letter_model import (
    Block,
    Cell,
    CellRole,
    CheckMark,
    LetterModel,
    Row,
    Table,
    Title,
)
from review.letters.letter_values import page_values, values_of
from review.letters.paged_tables import PageCount, PagedTable, cut_into_pages
from review.letters.rendering import Renderer
from review.letters.shipped_wording import shipped_text
from review.letters.wording import (
    CELL,
    CONTINUES,
    FEED,
    LABEL_END,
    BlockWording,
    ChoiceWording,
    FormWording,
    PartWording,
    Piece,
    RepeatWording,
    TableWording,
)
from review.letters.wording_blocks import CHECK_MARK
from review.letters.wording_errors import ColumnCountError
from review.letters.wording_parser import wording_from


def compose(
    letter: Letter, mark: CheckMark | None = None, wording: str | None = None
) -> LetterModel:
    """Return the paper that says the letter's words.

    Args:
        letter: The values.
        mark: The proof of an issued letter, printed where the template says 核验码.
        wording: Text of the template; the one that comes with the program when left out.

    Raises:
        WordingError: the template is not well formed or asks for what is not there.
    """
    kind = kind_of(letter)
    text = shipped_text(kind.kind_id) if wording is None else wording
    template = wording_from(text, kind.name)
    composer = Composer(Renderer(kind.name, values_of(letter)), kind.name, mark)
    blocks = cut_into_pages(
        tuple(composer.blocks(template.parts)), template.base, is_landscape=template.is_landscape
    )
    titles = ("".join(block.lines) for block in blocks if isinstance(block, Title))
    return LetterModel(
        kind_id=kind.kind_id,
        base=template.base,
        heading=next(titles, kind.name),
        author=letter.office_name,
        letter_date=letter.letter_date,
        blocks=blocks,
        is_landscape=template.is_landscape,
    )


class Composer:
    """Makes the blocks of one paper."""

    def __init__(self, renderer: Renderer, template: str, mark: CheckMark | None) -> None:
        self._renderer = renderer
        self._template = template
        self._mark = mark

    def blocks(
        self, parts: tuple[PartWording, ...], row: object = None
    ) -> Iterator[Block | PagedTable]:
        """Yield the blocks of parts of the template; ``row`` is what 项 means in them."""
        for part in parts:
            if isinstance(part, RepeatWording):
                for each in self._renderer.rows(part.each, row):
                    yield from self.blocks(part.parts, each)
            elif isinstance(part, ChoiceWording):
                holds = self._renderer.holds(part.condition, row)
                yield from self.blocks(part.parts if holds else part.otherwise, row)
            else:
                yield from self._made(part, row)

    def _made(
        self, part: BlockWording | TableWording | FormWording, row: object
    ) -> Iterator[Block | PagedTable]:
        if isinstance(part, TableWording):
            yield from self._tables(part, row)
        elif isinstance(part, FormWording):
            yield self._form(part, row)
        elif part.name == CHECK_MARK:
            if self._mark is not None:
                yield self._mark
        else:
            yield from MAKERS[part.name](self._rendered(part, row))

    def _rendered(self, part: BlockWording, row: object) -> RenderedBlock:
        render = self._renderer.render
        companions = {block.name: render(block.piece, row) for block in part.companions}
        return RenderedBlock(render(part.piece, row), part.words, companions)

    def _tables(self, part: TableWording, row: object) -> Iterator[Block | PagedTable]:
        """Make a table with one row for each row of a field."""
        head: Row = tuple(Cell(title, CellRole.HEAD) for title in part.heads)
        rows = [self._row(part, each) for each in self._renderer.rows(part.each, row)]
        if part.total is not None:
            rows.append(self._outside(part, part.total, row))
        table = Table(part.layout, (head,), tuple(rows))
        if part.page_total is None and part.carried is None:
            yield table
            return
        yield PagedTable(
            table,
            partial(self._page_row, part, part.page_total),
            partial(self._page_row, part, part.carried),
        )

    def _page_row(self, part: TableWording, piece: Piece | None, count: PageCount) -> Row | None:
        """Make the row that stands last or first on a page; it knows the counts of its page."""
        if piece is None:
            return None
        return self._outside(part, piece, page_values(count))

    def _row(self, part: TableWording, row: object) -> Row:
        roles = page_layout().tables[part.layout].roles
        _, *texts = self._renderer.render(part.row, row).split(CELL)
        if len(texts) != len(roles):
            raise ColumnCountError(
                template=self._template,
                line=part.line,
                name=part.layout,
                expected=len(roles),
                found=len(texts),
            )
        is_struck = part.struck is not None and self._renderer.holds(part.struck, row)
        return tuple(
            Cell("\n".join(paragraphs(text)), role, is_struck=is_struck)
            for text, role in zip(texts, roles, strict=True)
        )

    def _outside(self, part: TableWording, total: Piece, row: object) -> Row:
        """Make a row outside the loop of a table, whose last cell spans what is left."""
        roles = page_layout().tables[part.layout].roles
        texts = self._renderer.render(total, row).split(CELL)[: len(roles)]
        cells = [Cell(one_line(text), role) for text, role in zip(texts, roles, strict=False)]
        return _widened(cells, len(roles))

    def _form(self, part: FormWording, row: object) -> Table:
        """Make a table of labels and values; the last value of a short row spans the rest."""
        columns = len(page_layout().tables[part.layout].widths_mm)
        text = self._renderer.render(part.piece, row).replace("\n" + CONTINUES, FEED)
        lines = (line for line in text.split("\n") if line.strip())
        rows = tuple(self._form_row(line, columns, part) for line in lines)
        return Table(part.layout, (), rows)

    def _form_row(self, line: str, columns: int, part: FormWording) -> Row:
        cells: list[Cell] = []
        for pair in line.split(CELL):
            label, _, value = pair.partition(LABEL_END)
            cells += (
                Cell(one_line(label), CellRole.LABEL),
                Cell("\n".join(paragraphs(value)), CellRole.VALUE),
            )
        if len(cells) > columns:
            raise ColumnCountError(
                template=self._template,
                line=part.piece.line,
                name=part.layout,
                expected=columns,
                found=len(cells),
            )
        return _widened(cells, columns)


def _widened(cells: list[Cell], columns: int) -> Row:
    """Let the last cell of a row span what is left of it."""
    last = cells[-1]
    return (*cells[:-1], Cell(last.text, last.role, columns - len(cells) + 1))
