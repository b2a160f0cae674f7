"""What the reader of Jinja2 refuses, in the terms of a template: line, construct, remedy."""

import re

from jinja2 import TemplateSyntaxError

from review.letters.sandbox import ConstructRefusedError, LoopRefusedError
from review.letters.wording import Piece
from review.letters.wording_errors import (
    LoopInLoopError,
    RefusedConstructError,
    SyntaxFaultError,
    UnclosedTagError,
    WordingError,
)

_QUOTED = re.compile(r"'(\w+)'")
_INNER = frozenset({"else", "elif", "endif", "endfor"})
UNREADABLE = (TemplateSyntaxError, SyntaxError, ValueError, MemoryError, RecursionError)
"""Whatever reading and compiling a piece may raise; the words of it are the writer's."""


def fault_of_piece(refusal: BaseException, piece: Piece, template: str) -> WordingError:
    """Return the fault of a template that a refusal of its reader stands for."""
    offset = min(getattr(refusal, "lineno", 1) or 1, piece.text.count("\n") + 1)
    line = piece.line + offset - 1
    words = getattr(refusal, "message", None) or ""
    if isinstance(refusal, LoopRefusedError):
        return LoopInLoopError(template=template, line=line, name=words)
    if isinstance(refusal, ConstructRefusedError):
        return RefusedConstructError(template=template, line=line, construct=words)
    names = _QUOTED.findall(words)
    if "end of template" in words and names:
        wanted = next((name for name in names if name.startswith("end")), names[0])
        opened = max(line - piece.line, 0)
        return UnclosedTagError(
            template=template,
            line=piece.line + _opened_at(piece.text, wanted, opened),
            construct=f"{{% {wanted} %}}",
        )
    if "unknown tag" in words and names and names[0] not in _INNER:
        return RefusedConstructError(template=template, line=line, construct=f"{{% {names[0]} %}}")
    written = piece.text.split("\n")[offset - 1]
    return SyntaxFaultError(template=template, line=line, piece=written.strip()[:40])


def _opened_at(text: str, wanted: str, last: int) -> int:
    """Return the line, counted from 0, that opens what was never ended: the last such line."""
    opening = re.compile(r"\{%-?\s*" + wanted.removeprefix("end") + r"\b")
    lines = text.split("\n")
    return next(
        (place for place in range(len(lines) - 1, -1, -1) if opening.search(lines[place])), last
    )
