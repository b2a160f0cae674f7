"""The hash chain of the audit trail and the anchor that is kept outside the register.

The chain alone cannot tell that its tail was cut off or that all of it was rewritten; an anchor
printed on paper (count and head of the chain on a day) can.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.errors import InputError

GENESIS_HASH = "0" * 64

# Sixteen hex digits are short enough to type from paper and long enough that nobody can forge.
ANCHOR_DIGITS = 16

_ANCHOR = re.compile(r"\s*(?P<count>\d{1,12})\s*[-—–－]\s*(?P<head>[0-9a-fA-F]{16})\s*")


class AnchorFormatError(InputError):
    """What was typed is not an anchor."""

    code = "input.anchor"
    facts = ("text",)


class FaultKind(StrEnum):
    """How a line of the trail differs from what was written."""

    EDITED = "edited"  # 被改动
    DELETED = "deleted"  # 被删除
    REORDERED = "reordered"  # 次序被改
    TRUNCATED = "truncated"  # 末尾被截去
    REWRITTEN = "rewritten"  # 锚点之前被重写


@dataclass(frozen=True)
class ChainLine:
    """One line of the trail as it stands in the register; ``sequence`` counts from 1."""

    sequence: int
    at: str
    login: str
    act: str
    subject_kind: str
    subject_id: int
    payload: str
    op_id: str
    previous_hash: str
    hash: str


@dataclass(frozen=True)
class Anchor:
    """Count of lines and the first 16 hex digits of the last hash at a moment."""

    count: int
    head: str

    def __str__(self) -> str:
        return f"{self.count}-{self.head}"


@dataclass(frozen=True)
class ChainFault:
    """One fault of the trail and the line it stands at."""

    kind: FaultKind
    sequence: int


@dataclass(frozen=True)
class ChainVerdict:
    """What a check of the whole trail found."""

    count: int
    head: str
    faults: tuple[ChainFault, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether no fault was found."""
        return not self.faults

    @property
    def anchor(self) -> Anchor:
        """The anchor of the trail as it stands now."""
        return Anchor(self.count, self.head[:ANCHOR_DIGITS])


def canonical_json(values: Mapping[str, object]) -> str:
    """Return the one JSON text of these values: sorted keys, no blanks, Chinese as it is."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(line: ChainLine) -> str:
    """Return the hash a line must carry, from all its fields and the hash before it."""
    content = [
        line.sequence,
        line.at,
        line.login,
        line.act,
        line.subject_kind,
        line.subject_id,
        line.payload,
        line.op_id,
        line.previous_hash,
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def parse_anchor(text: str) -> Anchor:
    """Return the anchor a person typed from paper.

    Raises:
        AnchorFormatError: it is not a count, a dash and 16 hex digits.
    """
    match = _ANCHOR.fullmatch(text)
    if match is None:
        raise AnchorFormatError(text=text)
    return Anchor(int(match["count"]), match["head"].lower())


def verify(lines: Iterable[ChainLine], anchor: Anchor | None = None) -> ChainVerdict:
    """Check the trail in the order of its sequence numbers, and against an anchor if there is one.

    Every edited, deleted or reordered line is named. Lines after a fault are checked against the
    hash that stands there, so that one fault is not reported as a thousand.
    """
    faults: list[ChainFault] = []
    known: dict[str, int] = {GENESIS_HASH: 0}
    count, head = 0, GENESIS_HASH
    head_at_anchor: str | None = None
    for line in lines:
        faults.extend(
            ChainFault(FaultKind.DELETED, lost) for lost in range(count + 1, line.sequence)
        )
        fault = _fault_of(line, head, known, is_after_gap=line.sequence != count + 1)
        if fault is not None and fault.sequence not in {
            known_fault.sequence for known_fault in faults
        }:
            faults.append(fault)
        known[line.hash] = line.sequence
        count, head = line.sequence, line.hash
        if anchor is not None and count == anchor.count:
            head_at_anchor = head
    if anchor is not None:
        faults.extend(_anchor_faults(anchor, count, head_at_anchor))
    return ChainVerdict(count, head, tuple(faults))


def _fault_of(
    line: ChainLine, head: str, known: Mapping[str, int], *, is_after_gap: bool
) -> ChainFault | None:
    is_chained = line.previous_hash == head
    if hash_of(line) != line.hash:
        moved = not is_chained and not is_after_gap
        return ChainFault(FaultKind.REORDERED if moved else FaultKind.EDITED, line.sequence)
    if is_chained or is_after_gap:
        return None
    if line.previous_hash in known:
        return ChainFault(FaultKind.REORDERED, line.sequence)
    # The line itself is whole: the one before it was changed and given a new hash.
    return ChainFault(FaultKind.EDITED, line.sequence - 1)


def _anchor_faults(anchor: Anchor, count: int, head: str | None) -> tuple[ChainFault, ...]:
    if count < anchor.count:
        return (ChainFault(FaultKind.TRUNCATED, count + 1),)
    if head is None or not head.startswith(anchor.head):
        return (ChainFault(FaultKind.REWRITTEN, anchor.count),)
    return ()
