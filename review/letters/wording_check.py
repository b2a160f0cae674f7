"""Checks a whole template against the data class of its paper; every fault is told at once."""

from review.letters.kinds.base import LetterKind
from review.letters.piece_check import PieceChecker, Scope
from review.letters.wording import (
    BlockWording,
    ChoiceWording,
    FormWording,
    PartWording,
    RepeatWording,
    TableWording,
)
from review.letters.wording_errors import WordingError
from review.letters.wording_fields import fields_of_kind
from review.letters.wording_parser import Parser


def faults_of(text: str, kind: LetterKind) -> tuple[WordingError, ...]:
    """Return everything that is wrong with a template, in the order of its lines."""
    return _checked(text, kind)[0]


def asked_fields(text: str, kind: LetterKind) -> frozenset[tuple[str, str]]:
    """Return what a template asks for: owner and name; fields of the letter have no owner."""
    return _checked(text, kind)[1]


def unasked_fields(text: str, kind: LetterKind) -> tuple[str, ...]:
    """Return the fields of the letter, and of its rows, that a template does not print."""
    asked = asked_fields(text, kind)
    fields = fields_of_kind(kind)
    missing = [name for name in fields if ("", name) not in asked]
    for owner in fields.values():
        given = [field for field in owner.row.values() if field.identifier]
        missing += [
            f"{owner.name}.{row.name}" for row in given if (owner.name, row.name) not in asked
        ]
    return tuple(missing)


def _checked(
    text: str, kind: LetterKind
) -> tuple[tuple[WordingError, ...], frozenset[tuple[str, str]]]:
    parser = Parser(text, kind.name)
    wording = parser.read()
    found = list(parser.faults)
    checker = PieceChecker(kind.name, found.append)
    _check_parts(wording.parts, checker, Scope(fields_of_kind(kind), {}))
    return tuple(sorted(found, key=lambda fault: fault.line)), frozenset(checker.asked)


def _check_parts(parts: tuple[PartWording, ...], checker: PieceChecker, scope: Scope) -> None:
    for part in parts:
        if isinstance(part, RepeatWording):
            owner = checker.rows(part.each, scope)
            if owner is not None:
                _check_parts(part.parts, checker, scope.inside(owner))
        elif isinstance(part, ChoiceWording):
            holding, failing = checker.condition(part.condition, scope)
            _check_parts(part.parts, checker, holding)
            _check_parts(part.otherwise, checker, failing)
        else:
            _check_block(part, checker, scope)


def _check_block(
    part: BlockWording | TableWording | FormWording, checker: PieceChecker, scope: Scope
) -> None:
    if isinstance(part, TableWording):
        _check_table(part, checker, scope)
        return
    checker.piece(part.piece, scope)
    if isinstance(part, BlockWording):
        for companion in part.companions:
            checker.piece(companion.piece, scope)


def _check_table(part: TableWording, checker: PieceChecker, scope: Scope) -> None:
    owner = checker.rows(part.each, scope)
    if part.total is not None:
        checker.piece(part.total, scope)
    if owner is None:
        return
    row = scope.inside(owner)
    if part.struck is not None:
        checker.condition(part.struck, row)
    checker.cells(part.row, row)
