"""What a new catalogue changes of the present one, before anybody agrees to it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from review.laws.catalogue import Catalogue, Identity, Law, LawStatus

_OWN = "B"


class Manner(Enum):
    """How a file meets the present catalogue."""

    SUPPLEMENT = auto()  # what the file does not name stays
    REPLACE = auto()  # what the file does not name goes


@dataclass(frozen=True)
class CatalogueChanges:
    """The laws of the catalogue to come, and how they differ from the present ones.

    ``overtaken`` are versions that stay in force although a newer version of the same name is in
    force, too: somebody should look at them.
    """

    laws: tuple[Law, ...]
    added: tuple[Law, ...]
    changed: tuple[tuple[Law, Law], ...]
    removed: tuple[Law, ...]
    overtaken: tuple[Law, ...]

    @property
    def are_there(self) -> bool:
        """Tell whether anything changes at all."""
        return bool(self.added or self.changed or self.removed)


def changes_by(
    brought: Iterable[Law], present: Catalogue, manner: Manner = Manner.SUPPLEMENT
) -> CatalogueChanges:
    """Hold the laws of a file against the present catalogue.

    A version is known by its name and the day it was promulgated; a known one keeps its id, and a
    cell that the file leaves empty keeps what is known.
    """
    known = {law.identity: law for law in present.laws}
    number = sum(law.id.startswith(_OWN) for law in present.laws)
    added, changed, named = [], [], set()
    for law in brought:
        named.add(law.identity)
        before = known.get(law.identity)
        if before is None:
            number += 1
            added.append(replace(law, id=f"{_OWN}{number:05d}"))
        elif (after := _completed(law, before)) != before:
            changed.append((before, after))
    removed = _unnamed(present, named) if manner is Manner.REPLACE else ()
    gone, after_of = {law.id for law in removed}, {before.id: after for before, after in changed}
    kept = [after_of.get(law.id, law) for law in present.laws if law.id not in gone]
    laws = (*kept, *added)
    return CatalogueChanges(
        laws, tuple(added), tuple(changed), removed, _overtaken(laws, present, added)
    )


def _completed(law: Law, before: Law) -> Law:
    return Law(
        before.id,
        before.name,
        law.kind or before.kind,
        law.subkind or before.subkind,
        law.body or before.body,
        law.field or before.field,
        before.promulgated_date,
        law.effective_date or before.effective_date,
        law.status,
        law.status_as_of or before.status_as_of,
        law.note or before.note,
    )


def _unnamed(present: Catalogue, named: Container[Identity]) -> tuple[Law, ...]:
    return tuple(law for law in present.laws if law.identity not in named)


def _overtaken(laws: Iterable[Law], present: Catalogue, added: Iterable[Law]) -> tuple[Law, ...]:
    to_come = Catalogue(tuple(laws), present.as_of_date)
    newest = {version.identity[0] for version in added if version.status is LawStatus.IN_FORCE}
    return tuple(
        version
        for key in sorted(newest)
        for version in _all_but_newest(to_come.by_key[key])
        if version.status is LawStatus.IN_FORCE
    )


def _all_but_newest(versions: tuple[Law, ...]) -> tuple[Law, ...]:
    in_force = [law for law in versions if law.status is LawStatus.IN_FORCE]
    return tuple(law for law in versions if law is not in_force[-1])
