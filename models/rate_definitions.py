"""What each rate counts, in words, with its source: ``resources/figures/rates.toml``."""

from dataclasses import dataclass
from functools import cache

import msgspec

from models.data_files import read_table
from models.domain.rates import RateKind
from models.domain.terms import FindingClass
from resources import path_of


@dataclass(frozen=True)
class RateDefinition:
    """A rate in words.

    Attributes:
        numerator: What is counted.
        denominator: Out of what.
        source: Where the definition was found.
        is_verified: Whether it was found in an official paper with worked numbers.
    """

    numerator: str
    denominator: str
    source: str
    is_verified: bool


class _Illegal(msgspec.Struct, forbid_unknown_fields=True):
    classes: list[FindingClass]
    source: str
    verified: bool


class _Definition(msgspec.Struct, forbid_unknown_fields=True):
    numerator: str
    denominator: str
    source: str
    verified: bool


def definition_of(kind: RateKind) -> RateDefinition:
    """Return what a rate counts, in words."""
    return _definitions()[kind]


def illegal_classes() -> frozenset[FindingClass]:
    """Return the classes of findings that make a document illegal in its content (违法)."""
    return frozenset(msgspec.convert(_table()["illegal"], _Illegal).classes)


@cache
def _definitions() -> dict[RateKind, RateDefinition]:
    table = _table()
    found = {kind: msgspec.convert(table[kind.value], _Definition) for kind in RateKind}
    return {
        kind: RateDefinition(one.numerator, one.denominator, one.source, one.verified)
        for kind, one in found.items()
    }


@cache
def _table() -> dict[str, object]:
    return read_table(path_of("figures/rates.toml"))
