"""Renders the pieces of one template with the values of one letter, within limits."""

from collections.abc import Mapping
from functools import lru_cache
from traceback import extract_tb

from jinja2 import Template, TemplateError

from review.letters.piece_faults import UNREADABLE, fault_of_piece
from review.letters.sandbox import WordingSandbox
from review.letters.wording import ROW, Piece
from review.letters.wording_errors import (
    NotRowsError,
    PaperTooLongError,
    WordingError,
)

LONGEST_PAPER = 4_000_000
"""Characters of one paper; a register of five thousand lines has about one million."""

SANDBOX = WordingSandbox()

_TEMPLATE_FILE = "<template>"


class Renderer:
    """Renders the pieces of one template; what all of them print together is bounded.

    Args:
        template: Name of the paper, for refusals.
        values: The values of the letter by Chinese name.
    """

    def __init__(self, template: str, values: Mapping[str, object]) -> None:
        self._template = template
        self._values = values
        self._left = LONGEST_PAPER

    def render(self, piece: Piece, row: object = None) -> str:
        """Return the piece with the values filled in; line feeds of values are ``FEED``.

        Raises:
            WordingError: the piece asks for what the letter has not, or for what is refused.
        """
        if "{" not in piece.text:
            return self._counted(piece.text, piece)
        template = self._compiled(piece, is_in_row=row is not None)
        values = self._values if row is None else {**self._values, ROW: row}
        try:
            return "".join(self._counted(chunk, piece) for chunk in template.generate(values))
        except (TemplateError, TypeError, ValueError, RecursionError) as refusal:
            line = piece.line + _line_of(refusal) - 1
            raise WordingError(template=self._template, line=line) from refusal

    def holds(self, condition: Piece, row: object = None) -> bool:
        """Tell whether a condition of the template is met.

        Raises:
            WordingError: the condition cannot be asked.
        """
        asked = Piece(condition_of(condition.text), condition.line)
        return bool(self.render(asked, row))

    def rows(self, each: Piece, row: object = None) -> tuple[object, ...]:
        """Return the rows of a field of the letter, or of the row it stands in.

        Raises:
            NotRowsError: there are no such rows.
        """
        owner, _, name = each.text.rpartition(".")
        holder = row if owner == ROW else self._values if not owner else None
        found = holder.get(name) if isinstance(holder, Mapping) else None
        if not isinstance(found, tuple):
            raise NotRowsError(template=self._template, line=each.line, name=each.text)
        return found

    def _compiled(self, piece: Piece, *, is_in_row: bool) -> Template:
        try:
            return compiled(piece.text, ROW if is_in_row else "")
        except UNREADABLE as refusal:
            raise fault_of_piece(refusal, piece, self._template) from refusal

    def _counted(self, text: str, piece: Piece) -> str:
        self._left -= len(text)
        if self._left < 0:
            raise PaperTooLongError(template=self._template, line=piece.line, limit=LONGEST_PAPER)
        return text


def condition_of(words: str) -> str:
    """Return a piece that prints something exactly when a condition holds."""
    return f"{{% if {words} %}}1{{% endif %}}"


@lru_cache(maxsize=2048)
def compiled(source: str, row: str) -> Template:
    """Return a piece ready to be rendered; see ``WordingSandbox.compiled``."""
    return SANDBOX.compiled(source, row)


def _line_of(refusal: BaseException) -> int:
    """Return the line of the piece in which rendering stopped."""
    frames = [
        frame for frame in extract_tb(refusal.__traceback__) if frame.filename == _TEMPLATE_FILE
    ]
    return frames[-1].lineno or 1 if frames else 1
