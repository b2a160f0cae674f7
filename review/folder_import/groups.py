"""Papers that belong together: versions of one document, its attachments, what goes with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from rapidfuzz import fuzz

from review.extraction.proposal import Confidence
from review.folder_import.belonging import owner_of
from review.folder_import.file_names import PaperKind, Stage
from review.folder_import.likeness import likeness
from review.folder_import.papers import Paper

# Measured on kept drafts: a corrected draft shares nine tenths of its phrases with the issued text,
# two documents made after one pattern share at most three quarters.
_SAME_TEXT = 0.97
_NEAR_TEXT = 0.8
_DRAFT_TEXT = 0.4
_NEAR_TITLE = 88
_SHARED_HASHES = 24
# A phrase that stands in so many texts is a formula and leads nowhere.
_FORMULA = 40
_FINISHED = {Stage.FINAL: 2, Stage.PLAIN: 1, Stage.DRAFT: 0}
_EDITABLE = ("docx", "wps", "doc", "ofd", "pdf", "html", "rtf", "txt")


class Part(StrEnum):
    """What a paper is to the document of its group."""

    MAIN = "main"  # 正文
    SAME = "same"  # 同一文件的另一格式
    DRAFT = "draft"  # 过程稿
    ATTACHMENT = "attachment"  # 附件
    ACCOMPANYING = "accompanying"  # 随附材料


@dataclass(frozen=True)
class Member:
    """A paper and its part."""

    paper: Paper
    part: Part


@dataclass(frozen=True)
class Group:
    """One document with all that belongs to it; the main text comes first.

    ``is_by_hand`` says that a person has put it together, ``differs`` that it holds another text
    of which neither name nor text tells that it is a draft.
    """

    members: tuple[Member, ...]
    is_by_hand: bool = False
    differs: bool = False

    @property
    def main(self) -> Paper:
        """Return the main text, or the paper that stands alone."""
        return self.members[0].paper

    @property
    def number(self) -> int:
        """Return the number by which the group is known."""
        return self.main.number

    @property
    def kind(self) -> PaperKind:
        """Return what the group is."""
        return PaperKind.DOCUMENT if self.is_by_hand else self.main.kind

    def numbers(self) -> frozenset[int]:
        """Return the numbers of all papers."""
        return frozenset(member.paper.number for member in self.members)


def groups_of(papers: Sequence[Paper]) -> tuple[Group, ...]:
    """Put papers together, by number of the main text."""
    documents = [paper for paper in papers if paper.kind is PaperKind.DOCUMENT]
    groups = [_group_of(cluster) for cluster in _clusters(documents)]
    return with_belongings(groups, [one for one in papers if one.kind is not PaperKind.DOCUMENT])


def with_belongings(groups: Sequence[Group], others: Iterable[Paper]) -> tuple[Group, ...]:
    """Give attachments and accompanying papers to their documents; the rest stand alone."""
    mains = [group.main for group in groups]
    owned: dict[int, list[Member]] = defaultdict(list)
    alone = []
    for paper in others:
        owner = owner_of(paper, mains)
        part = Part.ATTACHMENT if paper.kind is PaperKind.ATTACHMENT else Part.ACCOMPANYING
        if owner is None:
            alone.append(Group((Member(paper, Part.MAIN),)))
        else:
            owned[owner.number].append(Member(paper, part))
    whole = [
        replace(group, members=(*group.members, *owned.get(group.number, ()))) for group in groups
    ]
    return tuple(sorted([*whole, *alone], key=lambda group: group.number))


def _clusters(documents: Sequence[Paper]) -> list[list[Paper]]:
    """Put versions of one document together, the surest pairs first; numbers never mix."""
    home = {paper.number: [paper] for paper in documents}
    pairs = sorted(_candidates(documents), key=_is_unsure)
    for one, other in pairs:
        first, second = home[one.number], home[other.number]
        if first is second or not is_same_document(one, other):
            continue
        if len(_numbers(first) | _numbers(second)) <= 1:
            first += second
            for paper in second:
                home[paper.number] = first
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _is_unsure(pair: tuple[Paper, Paper]) -> bool:
    one, other = pair
    return not set(one.title_keys) & set(other.title_keys) - {""}


def _numbers(cluster: Sequence[Paper]) -> set[str]:
    return {paper.document_number for paper in cluster} - {""}


def _candidates(documents: Sequence[Paper]) -> Iterator[tuple[Paper, Paper]]:
    buckets: dict[object, list[Paper]] = defaultdict(list)
    for paper in documents:
        for words in {*paper.title_keys, paper.document_number, paper.sketch.key} - {""}:
            buckets[words].append(paper)
        buckets[paper.folder, paper.name.core].append(paper)
        for hashed in paper.sketch.hashes[:_SHARED_HASHES]:
            buckets[hashed].append(paper)
    seen: set[tuple[int, int]] = set()
    for key, bucket in buckets.items():
        if isinstance(key, int) and len(bucket) > _FORMULA:
            continue
        for one, other in combinations(bucket[:_FORMULA], 2):
            pair = (one.number, other.number)
            if pair not in seen:
                seen.add(pair)
                yield one, other


def is_same_document(one: Paper, other: Paper) -> bool:
    """Tell whether two papers are versions of one document."""
    if len(_numbers([one, other])) > 1:
        return False
    if not (one.has_text and other.has_text):
        return _is_same_by_name(one, other)
    alike = likeness(one.sketch, other.sketch)
    if alike >= _SAME_TEXT:
        return True
    has_same_title = bool(set(one.title_keys) & set(other.title_keys) - {""})
    if one.document_number and one.document_number == other.document_number:
        return has_same_title or alike >= _NEAR_TEXT
    if not (has_same_title or _is_near_title(one, other)):
        return False
    is_draft = Stage.DRAFT in {one.name.stage, other.name.stage}
    return alike >= (_DRAFT_TEXT if is_draft else _NEAR_TEXT)


def _is_same_by_name(one: Paper, other: Paper) -> bool:
    """A scan has no words to compare: the same name in the same folder is all there is."""
    if one.folder != other.folder or not one.name.core:
        return False
    keys = {*one.title_keys, *other.title_keys} - {""}
    return one.name.core == other.name.core or bool({one.name.core, other.name.core} & keys)


def _is_near_title(one: Paper, other: Paper) -> bool:
    """The cores are compared: the frame 关于印发…的通知 would make all titles alike."""
    first, second = one.title_keys[1], other.title_keys[1]
    return bool(first and second) and fuzz.ratio(first, second) >= _NEAR_TITLE


def _group_of(cluster: Sequence[Paper]) -> Group:
    main = max(cluster, key=_rank)
    others = [paper for paper in cluster if paper is not main]
    parts = [Member(paper, _part(paper, main)) for paper in others]
    differs = any(
        member.part is Part.DRAFT
        and member.paper.name.stage is not Stage.DRAFT
        and not (main.document_number and not member.paper.document_number)
        for member in parts
    )
    return Group((Member(main, Part.MAIN), *parts), differs=differs)


def group_around(main: Paper, others: Iterable[tuple[Paper, Part]]) -> Group:
    """Return the group that a person has put together."""
    members = (Member(paper, _by_hand(paper, part, main)) for paper, part in others)
    return Group((Member(main, Part.MAIN), *members), is_by_hand=True)


def _by_hand(paper: Paper, part: Part, main: Paper) -> Part:
    return _part(paper, main) if part is Part.MAIN else part


def _part(paper: Paper, main: Paper) -> Part:
    if paper.kind is not PaperKind.DOCUMENT:
        return Part.ATTACHMENT if paper.kind is PaperKind.ATTACHMENT else Part.ACCOMPANYING
    if not paper.has_text:
        return Part.SAME
    has_same_number = bool(paper.document_number) and paper.document_number == main.document_number
    alike = likeness(paper.sketch, main.sketch)
    if paper.name.stage is not Stage.DRAFT and (
        alike >= _SAME_TEXT or (has_same_number and alike >= _NEAR_TEXT)
    ):
        return Part.SAME
    return Part.DRAFT


def _rank(paper: Paper) -> tuple[object, ...]:
    """What was issued goes before drafts, what was read before a scan, the first before others."""
    fields = paper.record.digest.fields.values() if paper.record.digest else ()
    certain = sum(kept.confidence is Confidence.CERTAIN and bool(kept.value) for kept in fields)
    form = paper.record.digest.format if paper.record.digest else ""
    place = _EDITABLE.index(form) if form in _EDITABLE else len(_EDITABLE)
    return (
        paper.has_text,
        bool(paper.document_number),
        _FINISHED[paper.name.stage],
        certain,
        -place,
        -paper.number,
    )
