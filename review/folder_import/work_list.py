"""The work list of a batch: every item, what it waits for, and what the register knows of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.records import Sameness
from models.domain.terms import EvidenceKind
from models.errors import AppError
from review.folder_import.batch import Batch, FileRecord, FoundFile, Handling
from review.folder_import.decisions import Decisions
from review.folder_import.groups import Group, Part, groups_of
from review.folder_import.papers import Paper, papers_of
from review.folder_import.regrouping import regrouped


class ItemState(StrEnum):
    """What an item of the work list waits for."""

    READY = "ready"  # 可以登记
    LOOK = "look"  # 需要核对
    SUPPLEMENT = "supplement"  # 可补充到已有记录
    DUPLICATE = "duplicate"  # 登记簿中已有
    ACCOMPANYING = "accompanying"  # 随附材料
    UNREADABLE = "unreadable"  # 未读出
    REGISTERED = "registered"  # 已登记
    SET_ASIDE = "set_aside"  # 不登记


class LookReason(StrEnum):
    """Why a person has to look at a field."""

    UNCERTAIN = "uncertain"  # 程序没有把握
    MISSING = "missing"  # 没有找到
    UNKNOWN_BODY = "unknown_body"  # 机关不在名册
    BODY_NOT_FIT = "body_not_fit"  # 机关已撤并或者没有资格
    NUMBER_UNREADABLE = "number_unreadable"  # 不合编号规则
    SAME_NUMBER = "same_number"  # 本批还有同一文号
    NEAR_TITLE = "near_title"  # 登记簿有相近标题
    OTHER_TEXT = "other_text"  # 另一稿文字不同
    FUTURE_DATE = "future_date"  # 晚于今天
    OTHER_AUTHORITY = "other_authority"  # 由其他机关登记
    GATES_MISSING = "gates_missing"  # 缺程序材料
    DATES_DISAGREE = "dates_disagree"  # 文号年份与日期不一致
    NOT_NORMATIVE = "not_normative"  # 看起来不是规范性文件


@dataclass(frozen=True)
class Look:
    """A field to look at, and why; ``words`` is what the reading itself says."""

    field: str
    reason: LookReason
    words: str = ""


@dataclass(frozen=True)
class ItemFile:
    """One file of an item, with its copies."""

    number: int
    name: str
    shown: str
    part: Part
    sha256: str = ""
    size: int = 0
    format: str = ""
    evidence: EvidenceKind | None = None
    has_text: bool = False
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownTwin:
    """A document of the register that an item is, or looks like."""

    id: int
    sameness: Sameness
    title: str
    number: str


@dataclass(frozen=True)
class WorkItem:
    """One line of the work list; ``number`` is that of its main file."""

    number: int
    state: ItemState
    title: str
    document_number: str = ""
    issuing_body: str = ""
    body_id: int | None = None
    adopted_date: date | None = None
    is_historic: bool = True
    files: tuple[ItemFile, ...] = ()
    looks: tuple[Look, ...] = ()
    twin: KnownTwin | None = None
    error: AppError | None = None
    notes: tuple[str, ...] = ()
    set_aside_reason: str = ""
    document_id: int | None = None

    @property
    def main(self) -> ItemFile:
        """Return the main text."""
        return self.files[0]


@dataclass(frozen=True)
class Gathered:
    """What was read of a batch, grouped by the program; decisions come on top of it."""

    handling: Handling
    groups: tuple[Group, ...]
    lost: tuple[tuple[FoundFile, FileRecord], ...]
    total: int
    done: int

    def decided(self, decisions: Decisions) -> tuple[Group, ...]:
        """Return the groups as a person wants them."""
        return regrouped(self.groups, decisions.grouping)


def gather(batch: Batch) -> Gathered:
    """Read the journal of a batch and put its papers together."""
    found, records = batch.found(), batch.records()
    papers, lost = papers_of(found, records)
    return Gathered(batch.plan.handling, groups_of(papers), lost, len(found), len(records))


def item_files(group: Group) -> tuple[ItemFile, ...]:
    """Return the files of a group, the main text first."""
    return tuple(_item_file(member.paper, member.part) for member in group.members)


def lost_item(file: FoundFile, record: FileRecord) -> WorkItem:
    """Return the line of a file of which nothing is in the store."""
    shown = ItemFile(file.number, file.name, file.shown, Part.MAIN, size=record.size)
    error = record.error.error if record.error else None
    return WorkItem(file.number, ItemState.UNREADABLE, file.name, files=(shown,), error=error)


def _item_file(paper: Paper, part: Part) -> ItemFile:
    digest = paper.record.digest
    return ItemFile(
        number=paper.number,
        name=paper.file.name,
        shown=paper.file.shown,
        part=part,
        sha256=paper.record.sha256,
        size=paper.record.size,
        format=digest.format if digest else "",
        evidence=paper.evidence if part is Part.ACCOMPANYING else None,
        has_text=paper.has_text,
        copies=tuple(copy.shown for copy in paper.copies),
    )


def counts_of(items: Iterable[WorkItem]) -> dict[ItemState, int]:
    """Return how many items are in each state; states without any are left out."""
    counts = dict.fromkeys(ItemState, 0)
    for item in items:
        counts[item.state] += 1
    return {state: count for state, count in counts.items() if count}


def unknown_bodies(items: Sequence[WorkItem]) -> Mapping[str, int]:
    """Return the names of bodies that the register does not have, with how many items name them."""
    names: dict[str, int] = {}
    for item in items:
        is_open = item.state is ItemState.LOOK
        if is_open and any(look.reason is LookReason.UNKNOWN_BODY for look in item.looks):
            names[item.issuing_body] = names.get(item.issuing_body, 0) + 1
    return dict(sorted(names.items(), key=lambda pair: -pair[1]))
