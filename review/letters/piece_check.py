"""Checks one piece of a template against the fields of its letter, without printing anything."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from jinja2 import nodes

from review.letters.likeness import likest_first
from review.letters.piece_faults import UNREADABLE, fault_of_piece
from review.letters.rendering import SANDBOX, condition_of
from review.letters.wording import CELL, ROW, Piece
from review.letters.wording_errors import (
    FilterValueError,
    MayBeEmptyError,
    NotPrintableError,
    NotRowsError,
    SyntaxFaultError,
    UnknownFieldError,
    UnknownFilterError,
    UnknownRowFieldError,
    WordingError,
)
from review.letters.wording_fields import Field, Holding
from review.letters.wording_filters import ARGUMENTS, COUNT_IN_ROWS, FILTERS, OR_ELSE, TAKES

Found = Callable[[WordingError], None]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a piece can see.

    Attributes:
        fields: The fields of the letter.
        rows: The rows it stands in: the name they go by, and the field they are of.
        sure: What is known to be there, because a condition has asked for it.
    """

    fields: Mapping[str, Field]
    rows: Mapping[str, Field]
    sure: frozenset[str] = frozenset()

    def inside(self, owner: Field, name: str = ROW) -> "Scope":
        """Return the scope of a row of a field."""
        sure = frozenset(one for one in self.sure if not one.startswith(f"{name}."))
        return replace(self, rows={**self.rows, name: owner}, sure=sure)

    def knowing(self, names: Iterable[str]) -> "Scope":
        """Return the scope in which these are known to be there."""
        return replace(self, sure=self.sure | frozenset(names))


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression stands for: its words, what it holds, whether it may be absent."""

    words: str
    holding: Holding
    may_be_absent: bool = False
    owner: Field | None = None


class PieceChecker:
    """Walks the pieces of one template.

    Args:
        template: Name of the paper.
        found: Takes each fault.
    """

    def __init__(self, template: str, found: Found) -> None:
        self.asked: set[tuple[str, str]] = set()
        """Owner and name of each field asked for; fields of the letter have no owner."""
        self._template = template
        self._found = found
        self._line = 1

    def piece(self, piece: Piece, scope: Scope) -> None:
        """Check a text."""
        tree = self._read(piece, scope)
        if tree is not None:
            self._line = piece.line
            self._statements(tree.body, scope)

    def cells(self, row: Piece, scope: Scope) -> None:
        """Check the cells of a row: each must stand for itself."""
        line = row.line
        for text in row.text.split(CELL):
            self.piece(Piece(text, line), scope)
            line += text.count("\n")

    def condition(self, condition: Piece, scope: Scope) -> tuple[Scope, Scope]:
        """Check a condition; return the scopes where it holds and where it does not."""
        if not condition.text:
            return scope, scope
        tree = self._read(Piece(condition_of(condition.text), condition.line), scope)
        asked = tree.body[0] if tree is not None and tree.body else None
        if not isinstance(asked, nodes.If):
            return scope, scope
        self._line = condition.line
        self._value(asked.test, scope)
        return scope.knowing(_sure(asked.test)), scope.knowing(_sure(nodes.Not(asked.test)))

    def rows(self, each: Piece, scope: Scope) -> Field | None:
        """Check what a table or 每个 walks; return the field, None where it has no rows."""
        if not each.text:
            return None
        tree = self._read(Piece(f"{{{{ {each.text} }}}}", each.line), scope)
        if tree is None or not isinstance(tree.body[0], nodes.Output):
            return None
        self._line = each.line
        return self._walked(tree.body[0].nodes[0], scope)

    def _read(self, piece: Piece, scope: Scope) -> nodes.Template | None:
        try:
            return SANDBOX.approved(piece.text, ROW if ROW in scope.rows else "")
        except UNREADABLE as refusal:
            self._found(fault_of_piece(refusal, piece, self._template))
        return None

    def _tell(self, kind: type[WordingError], node: nodes.Node, **facts: object) -> None:
        line = self._line + (node.lineno or 1) - 1
        self._found(kind(template=self._template, line=line, **facts))

    def _statements(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for expression in node.nodes:
                    self._printed(expression, scope)
            elif isinstance(node, nodes.If):
                self._choice(node, scope)
            elif isinstance(node, nodes.For):
                self._loop(node, scope)

    def _choice(self, node: nodes.If, scope: Scope) -> None:
        rest = scope
        for branch in (node, *node.elif_):
            self._value(branch.test, rest)
            self._statements(branch.body, rest.knowing(_sure(branch.test)))
            rest = rest.knowing(_sure(nodes.Not(branch.test)))
        self._statements(node.else_, rest)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        owner = self._walked(node.iter, scope)
        if owner is None or not isinstance(node.target, nodes.Name):
            return
        inner = scope.inside(owner, node.target.name)
        if node.test is not None:
            self._value(node.test, inner)
            inner = inner.knowing(_sure(node.test))
        self._statements(node.body, inner)
        self._statements(node.else_, scope)

    def _walked(self, node: nodes.Node, scope: Scope) -> Field | None:
        value = self._value(node, scope)
        if value is None:
            return None
        if value.holding not in (Holding.ROWS, Holding.TEXTS) or value.owner is None:
            self._tell(NotRowsError, node, name=value.words)
            return None
        return value.owner

    def _printed(self, node: nodes.Expr, scope: Scope) -> None:
        """Check an expression that is printed."""
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(node, nodes.CondExpr):
            self._value(node.test, scope)
            self._printed(node.expr1, scope.knowing(_sure(node.test)))
            if node.expr2 is None:
                self._tell(SyntaxFaultError, node, piece="if … else")
            else:
                self._printed(node.expr2, scope.knowing(_sure(nodes.Not(node.test))))
            return
        if isinstance(node, nodes.Or):
            self._value(node.left, scope)
            self._printed(node.right, scope)
            return
        value = self._value(node, scope)
        if value is None:
            return
        if value.holding in (Holding.TRUTH, Holding.TEXTS, Holding.ROWS):
            self._tell(NotPrintableError, node, name=value.words)
        elif value.may_be_absent:
            self._tell(MayBeEmptyError, node, name=value.words)

    def _value(self, node: nodes.Node, scope: Scope) -> Value | None:
        """Return what an expression stands for; None where a fault of it was told."""
        if isinstance(node, nodes.Const):
            holding = Holding.NUMBER if type(node.value) is int else Holding.TEXT
            return Value(str(node.value), holding)
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._row_field(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filtered(node, scope)
        for child in node.iter_child_nodes():
            part = child.expr if isinstance(child, nodes.Operand) else child
            if isinstance(part, nodes.Expr):
                self._value(part, scope)
        return Value("…", Holding.TRUTH)

    def _name(self, node: nodes.Name, scope: Scope) -> Value | None:
        if node.name in scope.rows:
            owner = scope.rows[node.name]
            holding = Holding.TEXT if owner.holding is Holding.TEXTS else Holding.ROWS
            return Value(node.name, holding)
        field = scope.fields.get(node.name)
        if field is None:
            known = likest_first(node.name, scope.fields)
            self._tell(UnknownFieldError, node, name=node.name, known=known)
            return None
        self.asked.add(("", field.name))
        return _value_of(field, node.name, scope)

    def _row_field(self, node: nodes.Getattr, scope: Scope) -> Value | None:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        words = f"{name}.{node.attr}"
        owner = scope.rows.get(name)
        if owner is None:
            known = likest_first(words, scope.fields)
            self._tell(UnknownFieldError, node, name=words, known=known)
            return None
        field = owner.row.get(node.attr)
        if field is None:
            known = likest_first(node.attr, owner.row)
            self._tell(UnknownRowFieldError, node, owner=owner.name, name=node.attr, known=known)
            return None
        self.asked.add((owner.name, field.name))
        return _value_of(field, words, scope)

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Value | None:
        if node.name not in FILTERS:
            known = likest_first(node.name, FILTERS)
            self._tell(UnknownFilterError, node, name=node.name, known=known)
            return None
        if len(node.args) != ARGUMENTS.get(node.name, 0):
            self._tell(SyntaxFaultError, node, piece=f"| {node.name}")
            return None
        value = self._value(node.node, scope) if node.node is not None else None
        if value is None:
            return None
        if node.name == OR_ELSE:
            return replace(value, may_be_absent=False)
        takes, makes = TAKES[node.name]
        if value.holding.value not in takes:
            self._tell(FilterValueError, node, name=value.words, filter=node.name)
            return None
        if value.may_be_absent:
            self._tell(MayBeEmptyError, node, name=value.words)
        if node.name == COUNT_IN_ROWS and value.owner is not None:
            self._counted(node, value.owner)
        return Value(value.words, Holding(makes))

    def _counted(self, node: nodes.Filter, owner: Field) -> None:
        """Check the field of the rows whose own rows are counted."""
        (argument,) = node.args
        name = str(argument.as_const())
        if name in owner.row:
            self.asked.add((owner.name, name))
        else:
            known = likest_first(name, owner.row)
            self._tell(UnknownRowFieldError, node, owner=owner.name, name=name, known=known)


def _value_of(field: Field, words: str, scope: Scope) -> Value:
    may_be_absent = field.may_be_absent and words not in scope.sure
    return Value(words, field.holding, may_be_absent, field)


def _sure(test: nodes.Node) -> frozenset[str]:
    """Return what is there when a condition holds."""
    if isinstance(test, nodes.Name):
        return frozenset({test.name})
    if isinstance(test, nodes.Getattr) and isinstance(test.node, nodes.Name):
        return frozenset({f"{test.node.name}.{test.attr}"})
    if isinstance(test, nodes.And):
        return _sure(test.left) | _sure(test.right)
    if isinstance(test, nodes.Not) and isinstance(test.node, nodes.Not):
        return _sure(test.node.node)
    if isinstance(test, nodes.Not) and isinstance(test.node, nodes.Or):
        return _sure(nodes.Not(test.node.left)) | _sure(nodes.Not(test.node.right))
    return frozenset()
