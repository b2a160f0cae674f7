"""Sort a batch into its work list: each group judged by its fields, the register and decisions."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from models.domain.records import Sameness
from models.queries.bodies import BodyRow, issuing_bodies
from models.queries.known_documents import known_documents
from models.queries.office import office, profile, today
from review.folder_import.batch import Handling
from review.folder_import.decisions import Decisions
from review.folder_import.file_names import PaperKind
from review.folder_import.file_reading import KeptValue
from review.folder_import.groups import Group, Part
from review.folder_import.judging import Candidate, Rules, looks_of, must_mend
from review.folder_import.papers import Paper
from review.folder_import.register_knowledge import RegisterKnowledge
from review.folder_import.work_list import (
    Gathered,
    ItemState,
    KnownTwin,
    Look,
    LookReason,
    WorkItem,
    item_files,
    lost_item,
)


@dataclass(frozen=True)
class Surroundings:
    """All that is asked of the register to sort a batch, read once."""

    register: RegisterKnowledge
    bodies: tuple[BodyRow, ...]
    rules: Rules

    def body(self, name: str, chosen: dict[str, int]) -> BodyRow | None:
        """Return the body a paper names; what a person chose for the name goes first."""
        if name in chosen:
            return next((body for body in self.bodies if body.id == chosen[name]), None)
        return next((body for body in self.bodies if name in {body.name, body.short_name}), None)


def surroundings() -> Surroundings:
    """Read the register."""
    return Surroundings(
        RegisterKnowledge(known_documents()), issuing_bodies(), Rules(profile(), office(), today())
    )


def work_items(
    gathered: Gathered, decisions: Decisions, around: Surroundings
) -> tuple[WorkItem, ...]:
    """Return the work list, in the order of the files."""
    groups = gathered.decided(decisions)
    numbers = Counter(
        group.main.document_number
        for group in groups
        if group.kind is PaperKind.DOCUMENT and group.main.document_number
    )
    items = [
        _Sorter(group, decisions, around, gathered.handling).item(
            is_number_shared=numbers[group.main.document_number] > 1
        )
        for group in groups
    ]
    items += [
        _decided(lost_item(file, record), frozenset((file.number,)), decisions)
        for file, record in gathered.lost
    ]
    return tuple(sorted(items, key=lambda item: item.number))


def _decided(item: WorkItem, numbers: frozenset[int], decisions: Decisions) -> WorkItem:
    for number in numbers & decisions.documents.keys():
        document_id = decisions.documents[number]
        return replace(item, state=ItemState.REGISTERED, document_id=document_id)
    for number in numbers & decisions.set_aside.keys():
        reason = decisions.set_aside[number]
        return replace(item, state=ItemState.SET_ASIDE, set_aside_reason=reason)
    return item


class _Sorter:
    """Judges one group."""

    def __init__(
        self, group: Group, decisions: Decisions, around: Surroundings, handling: Handling
    ) -> None:
        self._group, self._main = group, group.main
        self._decisions, self._around, self._handling = decisions, around, handling
        self._files = item_files(group)
        self._body = around.body(self._main.value("issuing_body"), decisions.bodies)

    def item(self, *, is_number_shared: bool) -> WorkItem:
        """Return the line of the work list."""
        plain = self._plain()
        decided = _decided(plain, self._group.numbers(), self._decisions)
        if decided is not plain or plain.state is not ItemState.LOOK:
            return decided
        twin = self._twin()
        if twin is not None:
            return replace(plain, state=self._state_of(twin), twin=twin)
        looks = [*looks_of(self._candidate(), self._around.rules)]
        if is_number_shared:
            looks.append(Look("document_number", LookReason.SAME_NUMBER))
        if self._group.differs:
            looks.append(Look("files", LookReason.OTHER_TEXT))
        near = self._around.register.near(self._main.title)
        if near is not None:
            looks.append(Look("title", LookReason.NEAR_TITLE, f"《{near.title}》{near.number}"))
        return self._judged(replace(plain, looks=tuple(looks), twin=near))

    def _judged(self, item: WorkItem) -> WorkItem:
        has_looked = item.number in self._decisions.looked and not must_mend(item.looks)
        if not item.looks or has_looked:
            return replace(item, state=ItemState.READY)
        return item

    def _plain(self) -> WorkItem:
        main, group = self._main, self._group
        digest, error = main.record.digest, main.record.error
        state = ItemState.LOOK
        if error is not None or not main.has_text:
            state = ItemState.UNREADABLE
        elif group.kind is not PaperKind.DOCUMENT:
            state = ItemState.ACCOMPANYING
        return WorkItem(
            number=group.number,
            state=state,
            title=main.title or main.file.name,
            document_number=main.value("document_number"),
            issuing_body=main.value("issuing_body"),
            body_id=self._body.id if self._body else None,
            adopted_date=_day(main.value("adopted_date")),
            is_historic=self._is_historic(),
            files=self._files,
            error=error.error if error else None,
            notes=digest.notes if digest else (),
        )

    def _is_historic(self) -> bool:
        if self._handling is not Handling.BY_YEAR:
            return self._handling is Handling.HISTORIC
        adopted = _day(self._main.value("adopted_date"))
        return adopted is None or adopted.year < self._around.rules.today.year

    def _candidate(self) -> Candidate:
        kinds = (one.evidence for one in self._files if one.part is Part.ACCOMPANYING)
        return Candidate(
            fields=_fields(self._main),
            body=self._body,
            is_historic=self._is_historic(),
            adopted_date=_day(self._main.value("adopted_date")),
            evidence=frozenset(kind for kind in kinds if kind is not None),
        )

    def _twin(self) -> KnownTwin | None:
        main = self._main
        return self._around.register.twin(
            main.title,
            (main.value("document_number"), main.value("unified_number")),
            tuple(file.sha256 for file in self._files),
            self._body.id if self._body else None,
        )

    def _state_of(self, twin: KnownTwin) -> ItemState:
        can_supplement = twin.sameness is not Sameness.FILE and self._around.register.lacks_file(
            twin.id
        )
        return ItemState.SUPPLEMENT if can_supplement else ItemState.DUPLICATE


def _fields(main: Paper) -> dict[str, KeptValue]:
    return main.record.digest.fields if main.record.digest else {}


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
