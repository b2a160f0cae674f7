"""Take the replies of units down: what counts becomes opinions, the original files are kept."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from models.acts.cleanup_replies import record_unit_opinions
from models.acts.performing import Order
from models.domain.cleanup_campaign import OpinionEntry, ReplyEntry
from models.domain.records import FileEntry
from models.files import FileStore
from models.queries.cleanup import UnitProgress, progress_by_unit
from models.queries.cleanup_entries import EntryRow, entries
from review.cleanup.opinion_sheets.asked import AskedUnit
from review.cleanup.opinion_sheets.collecting import Collected, collect
from review.cleanup.opinion_sheets.judging import JudgedReply, UnitOpinion


@dataclass(frozen=True)
class ReadReplies:
    """Replies that were read and held against the cleanup; nothing is recorded yet.

    Attributes:
        places: Where each file stands, by its hash.
    """

    campaign_id: int
    collected: Collected
    units: tuple[AskedUnit, ...]
    places: dict[str, Path]

    def counting(self) -> dict[int, list[UnitOpinion]]:
        """Return the opinions that count by the place of their reply; one repeated counts once."""
        given = {(one.unit_id, one.document_id): one for one in self.collected.opinions}
        return {
            place: [one for one in reply.opinions if given.get(_key(one)) is one]
            for place, reply in enumerate(self.collected.replies)
        }


@dataclass(frozen=True)
class RecordedReply:
    """A reply that was taken down."""

    unit_name: str
    file_name: str
    opinions: int


@dataclass(frozen=True)
class TakenDown:
    """What a round brought.

    Attributes:
        known: Files that had been taken down before, and were left out.
        silent: Units of which no reply has come to this day.
        unanswered: Units that replied, though not for every document.
        conflicts: Documents on which the unit and the office now differ.
    """

    read: ReadReplies
    recorded: tuple[RecordedReply, ...]
    known: tuple[str, ...]
    silent: tuple[UnitProgress, ...]
    unanswered: tuple[UnitProgress, ...]
    conflicts: tuple[EntryRow, ...]


def read_replies(
    campaign_id: int,
    units: tuple[AskedUnit, ...],
    files: Sequence[Path],
    cancelled: Callable[[], bool] | None = None,
) -> ReadReplies:
    """Read the files of replies; a broken one stops no other.

    Raises:
        ReadingCancelledError: the person asked to stop.
    """
    collected = collect(files, units, campaign_id=campaign_id, cancelled=cancelled)
    places = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in _readable(files)}
    return ReadReplies(campaign_id, collected, units, places)


def take_down(order: Order, read: ReadReplies, store: FileStore, day: date) -> TakenDown:
    """Record every reply that has opinions, each in one act, and keep its file.

    Raises:
        FileChangedError: a file was changed since it was read; what came before it is recorded.
        AppError: the act is refused.
    """
    before = entries(read.campaign_id, day)
    known_hashes = {row.opinion.file_sha256 for row in before if row.opinion is not None}
    names = {unit.unit_id: unit.unit_name for unit in read.units}
    opinions = read.counting()
    recorded, known = [], []
    for place, reply in enumerate(read.collected.replies):
        counting = opinions[place]
        if reply.sha256 in known_hashes:
            known.append(reply.file_name)
        elif counting and reply.unit_id is not None:
            step = replace(order, op_id=f"{order.op_id}-{place}")
            kept = store.put_read_file(read.places[reply.sha256], reply.sha256)
            file = FileEntry(kept.sha256, kept.size, kept.original_name)
            record_unit_opinions(step, read.campaign_id, _entry(reply, counting, file, day))
            name = names[reply.unit_id]
            recorded.append(RecordedReply(name, reply.file_name, len(counting)))
    now = entries(read.campaign_id, day)
    conflicts = sorted(
        (row for row in now if row.has_conflict), key=lambda row: not row.has_grave_conflict
    )
    units = progress_by_unit(read.campaign_id)
    return TakenDown(
        read=read,
        recorded=tuple(recorded),
        known=tuple(known),
        silent=tuple(unit for unit in units if unit.returned_date is None),
        unanswered=tuple(
            unit for unit in units if unit.returned_date and unit.opinions < unit.documents
        ),
        conflicts=tuple(conflicts),
    )


def _key(opinion: UnitOpinion) -> tuple[int, int]:
    return opinion.unit_id, opinion.document_id


def _readable(files: Sequence[Path]) -> list[Path]:
    return [path for path in files if path.is_file()]


def _entry(
    reply: JudgedReply, counting: Sequence[UnitOpinion], file: FileEntry, day: date
) -> ReplyEntry:
    return ReplyEntry(
        unit_id=reply.unit_id or 0,
        received_date=day,
        opinions=tuple(
            OpinionEntry(
                document_id=one.document_id,
                choice=one.choice,
                reason=one.reason,
                basis=one.basis,
                replacing_document=one.replacing_document,
                planned_date=one.planned_date,
                remark=one.remark,
                row_number=one.row_number,
            )
            for one in counting
        ),
        file=file,
        filled_by=reply.filled_by,
        filled_on=reply.filled_on,
    )
