"""Which fields a wording prints whatever they hold: those must not be empty."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from review.letters.sandbox import WordingSandbox
from review.letters.wording import (
    BlockWording,
    ChoiceWording,
    FormWording,
    PartWording,
    Piece,
    TableWording,
    Wording,
)
from review.letters.wording_blocks import (
    ATTACHMENTS,
    COPIES,
    NOTE,
    PRINTING_DATE,
    PRINTING_OFFICE,
    SUBTITLE,
)
from review.letters.wording_fields import Field

_MAY_VANISH = frozenset({SUBTITLE, ATTACHMENTS, NOTE, COPIES, PRINTING_OFFICE, PRINTING_DATE})
"""Blocks that an office leaves out when it has nothing to say there."""

_DEFAULT = "缺省"


def asked_fields(wording: Wording, fields: Mapping[str, Field]) -> frozenset[str]:
    """Return the identifiers of the letter's own fields that are printed without a condition."""
    names = {name for piece in _pieces(wording.parts) for name in _printed_names(piece)}
    return frozenset(
        field.identifier for name, field in fields.items() if name in names and field.identifier
    )


def _pieces(parts: tuple[PartWording, ...]) -> Iterator[Piece]:
    for part in parts:
        if isinstance(part, BlockWording):
            yield from _pieces_of_block(part)
        elif isinstance(part, FormWording):
            yield part.piece
        elif isinstance(part, TableWording):
            yield Piece(f"{{{{ {part.each.text} }}}}", part.line)
        elif not isinstance(part, ChoiceWording):
            yield from _pieces(part.parts)


def _pieces_of_block(block: BlockWording) -> Iterator[Piece]:
    if block.name not in _MAY_VANISH or _has_words(block.piece):
        yield block.piece
    for companion in block.companions:
        yield from _pieces_of_block(companion)


def _has_words(piece: Piece) -> bool:
    """Tell whether a block would still print something with its field empty."""
    return not (piece.text.strip().startswith("{") and piece.text.strip().endswith("}"))


def _printed_names(piece: Piece) -> Iterator[str]:
    if "{" in piece.text:
        yield from _names_in(WordingSandbox().parse(piece.text))


def _names_in(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.If | nodes.For | nodes.CondExpr):
        return
    if isinstance(node, nodes.Filter) and node.name == _DEFAULT:
        return
    if isinstance(node, nodes.Name):
        yield node.name
    for child in node.iter_child_nodes():
        yield from _names_in(child)
