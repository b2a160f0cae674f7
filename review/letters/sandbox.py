"""The sandbox in which a template is rendered: plain values, a handful of filters, nothing else."""

from collections.abc import Iterator, Mapping
from datetime import date

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from review.letters.wording import CELL, CONTINUES, FEED, HEADING_MARKS, LABEL_END
from review.letters.wording_filters import FILTERS, chinese_date

DEEPEST = 40
"""Nodes below each other in one piece; the deepest of the shipped templates has a dozen."""

LONGEST_TEXT = 2_000
"""Characters of a text written inside braces."""

_FORGED = str.maketrans(
    {"\n": FEED, **dict.fromkeys((*HEADING_MARKS, CELL, LABEL_END, CONTINUES), None)}
)

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Filter,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
"""Printing, asking, comparing, walking rows. Whatever else Jinja2 knows is refused unread."""


class ConstructRefusedError(TemplateSyntaxError):
    """A piece asks for what no template may do; ``message`` is the construct."""


class LoopRefusedError(ConstructRefusedError):
    """A loop inside a row walks what does not belong to that row; ``message`` is its name."""


class WordingSandbox(ImmutableSandboxedEnvironment):
    """A template may print values, test them, walk rows and use the filters.

    Every piece is read into a tree and compared with the list of what is allowed before it is
    compiled. No attribute of an object can be reached and nothing called or calculated, loops walk
    only what the letter holds and never one list inside another, so that a template can neither
    leave the sandbox nor fill the memory nor run for long.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined, autoescape=False, finalize=printed, cache_size=0
        )
        self.globals.clear()
        self.filters = dict(FILTERS)
        self.tests = {}

    def approved(self, source: str, row: str = "") -> nodes.Template:
        """Read a piece and refuse what is not allowed.

        Args:
            source: The piece.
            row: Name of the row the piece stands in; empty where it stands in none.

        Raises:
            TemplateSyntaxError: the piece cannot be read.
            ConstructRefusedError: it asks for what no template may do.
        """
        try:
            tree = self.parse(source)
        except RecursionError:
            raise ConstructRefusedError("((((", 1) from None
        _approve(tree, row)
        return tree

    def compiled(self, source: str, row: str = "") -> Template:
        """Return a piece ready to be rendered; see ``approved`` for what is refused."""
        code = self.compile(self.approved(source, row))
        return Template.from_code(self, code, {})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Refuse to calculate."""
        del context, left, right
        raise SecurityError(f"operator {operator} is refused")

    def call_unop(self, context: object, operator: str, arg: object) -> object:
        """Refuse to calculate."""
        del context, arg
        raise SecurityError(f"operator {operator} is refused")

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing is called from a template."""
        del obj
        return False

    def getattr(self, obj: object, attribute: str) -> object:
        """Read a field of a row; objects have no attributes here."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Read a field of a row by its name."""
        if isinstance(obj, Mapping) and argument in obj:
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))


def _approve(tree: nodes.Template, row: str) -> None:
    """Walk the tree without recursion; nothing of it has run yet."""
    waiting: list[tuple[nodes.Node, int, str]] = [(tree, 0, row)]
    while waiting:
        node, depth, inside = waiting.pop()
        reason = next(_objections(node, depth), None)
        if reason is not None:
            raise ConstructRefusedError(reason, getattr(node, "lineno", 1) or 1)
        if isinstance(node, nodes.For) and not _walks_its_own(node, inside):
            raise LoopRefusedError(_walked_words(node.iter), node.lineno or 1)
        if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            inside = node.target.name
        waiting.extend((child, depth + 1, inside) for child in node.iter_child_nodes())


def _objections(node: nodes.Node, depth: int) -> Iterator[str]:
    """Yield what speaks against a node, in the words of its source where it has some."""
    if not isinstance(node, ALLOWED):
        yield _named(node)
    if depth > DEEPEST:
        yield "(((("
    if isinstance(node, nodes.Const) and not isinstance(node.value, str | int | None):
        yield str(node.value)
    if isinstance(node, nodes.Const) and len(str(node.value)) > LONGEST_TEXT:
        yield "…"
    if isinstance(node, nodes.Getattr) and not isinstance(node.node, nodes.Name):
        yield f".{node.attr}"
    if isinstance(node, nodes.Filter):
        yield from _objections_to_filter(node)
    if isinstance(node, nodes.For) and not _is_plain_loop(node):
        yield "for"


def _objections_to_filter(node: nodes.Filter) -> Iterator[str]:
    is_plain = all(isinstance(argument, nodes.Const) for argument in node.args)
    if node.node is None or not is_plain or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield f"| {node.name}"


def _is_plain_loop(node: nodes.For) -> bool:
    """Tell whether a loop walks a field of the letter or of a row under one name."""
    walked = node.iter.node if isinstance(node.iter, nodes.Getattr) else node.iter
    return (
        isinstance(walked, nodes.Name)
        and isinstance(node.target, nodes.Name)
        and not node.recursive
    )


def _walks_its_own(node: nodes.For, inside: str) -> bool:
    """Tell whether a loop inside a row walks a field of that row.

    So a template passes over each row of the letter no more than once a loop that it writes.
    """
    return not inside or _walked_words(node.iter).startswith(f"{inside}.")


def _walked_words(walked: nodes.Node) -> str:
    if isinstance(walked, nodes.Getattr):
        return f"{_walked_words(walked.node)}.{walked.attr}"
    return walked.name if isinstance(walked, nodes.Name) else ""


def _named(node: nodes.Node) -> str:
    """Return what the writer of a template sees of a construct."""
    if isinstance(node, nodes.Call):
        return "()"
    if isinstance(node, nodes.BinExpr):
        return str(getattr(node, "operator", type(node).__name__))
    return _SEEN.get(type(node).__name__, type(node).__name__.lower())


_SEEN = {
    "Getitem": "[ ]",
    "Assign": "set",
    "AssignBlock": "set",
    "FilterBlock": "filter",
    "FromImport": "import",
    "Test": "is",
    "List": "[ ]",
    "Tuple": "( , )",
    "Dict": "{ }",
    "Concat": "~",
    "CallBlock": "call",
}


def printed(value: object) -> object:
    """Turn a value into what the paper shows; nothing that is absent may be printed.

    A line feed of a value stays apart from those of the template, and the signs that mark
    headings and cells are not taken from values.
    """
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, str):
        return value.translate(_FORGED)
    if isinstance(value, StrictUndefined) or type(value) is int:
        return value
    raise SecurityError(f"{type(value).__name__} cannot be printed")
