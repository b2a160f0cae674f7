"""What a person has decided about the items of a batch: written down at once, read back whole."""

from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from review.folder_import.batch import Batch
from review.folder_import.journal import Journal, records_of


class DecisionKind(StrEnum):
    """What can be decided."""

    REGISTERED = "registered"  # 已登记
    SUPPLEMENTED = "supplemented"  # 已补充到登记过的文件
    SET_ASIDE = "set_aside"  # 不登记
    TAKEN_UP = "taken_up"  # 重新办理
    JOINED = "joined"  # 并入
    SPLIT = "split"  # 拆出
    MAIN = "main"  # 改为正文
    BODY = "body"  # 制定机关对应
    LOOKED = "looked"  # 已核对


@dataclass(frozen=True)
class Decision:
    """One decision; ``file`` is the file or item it is about, ``target`` where that goes."""

    kind: DecisionKind
    login: str
    file: int = 0
    target: int = 0
    words: str = ""


@dataclass(frozen=True)
class Decisions:
    """All decisions of a batch as they stand now; ``grouping`` keeps the order of the steps."""

    documents: dict[int, int] = field(default_factory=dict)
    set_aside: dict[int, str] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)
    looked: frozenset[int] = frozenset()
    grouping: tuple[Decision, ...] = ()


_GROUPING = frozenset((DecisionKind.JOINED, DecisionKind.SPLIT, DecisionKind.MAIN))
_DONE = frozenset((DecisionKind.REGISTERED, DecisionKind.SUPPLEMENTED))


def decide(batch: Batch, *decisions: Decision) -> None:
    """Write decisions down; they are on the disk when this returns.

    Raises:
        JournalNotWrittenError: the disk is full or refuses.
    """
    with Journal(batch.decision_journal) as journal:
        for decision in decisions:
            journal.append(decision)


def decisions_of(batch: Batch) -> Decisions:
    """Return what was decided so far."""
    documents: dict[int, int] = {}
    set_aside: dict[int, str] = {}
    bodies: dict[str, int] = {}
    looked: set[int] = set()
    grouping: list[Decision] = []
    for one in _written(batch):
        if one.kind in _DONE:
            documents[one.file] = one.target
        elif one.kind is DecisionKind.SET_ASIDE:
            set_aside[one.file] = one.words
        elif one.kind is DecisionKind.TAKEN_UP:
            set_aside.pop(one.file, None)
        elif one.kind is DecisionKind.BODY:
            bodies[one.words] = one.target
        elif one.kind is DecisionKind.LOOKED:
            looked.add(one.file)
        elif one.kind in _GROUPING:
            grouping.append(one)
    return Decisions(documents, set_aside, bodies, frozenset(looked), tuple(grouping))


def _written(batch: Batch) -> list[Decision]:
    found = []
    for record in records_of(batch.decision_journal):
        try:
            found.append(msgspec.convert(record, Decision))
        except msgspec.ValidationError:
            continue
    return found
