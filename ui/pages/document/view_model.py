"""One document: what its page shows, and the acts that can be performed on it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from models.acts.add_evidence import add_evidence
from models.acts.allot_number import Allotment, allot_number
from models.acts.correct_record import Correction, correct_record
from models.acts.document_effects import end_document, record_amendment
from models.acts.historic_numbers import enter_historic_number
from models.acts.life_events import Effect
from models.acts.performing import Order
from models.acts.record_issuance import record_issuance
from models.acts.void_number import void_number
from models.domain.calendar import Deadline
from models.domain.profile import Profile
from models.domain.records import EvidenceEntry, FileEntry, FileRole, Origin
from models.domain.terms import IssuanceKind
from models.domain.validity import EndingKind
from models.due_dates import compute
from models.errors import AppError
from models.files import FileStore
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentPage, FileRow
from models.queries.life_plan import LifePlan, life_plan
from models.queries.numbers import allotted_entry
from models.queries.office import today
from models.queries.trail import TrailRow, trail_of
from resources.terms import name_of
from review.extraction.file_of_document import FileOfDocument
from ui.desk import Changes, Desk
from ui.pages.document.life_change import LifeChange
from ui.pages.document.supplement import attach
from ui.parts.performer import Performer
from ui.parts.reading_copy import copy_to_read
from ui.tasks.ticket import Ticket


@dataclass(frozen=True)
class ReportDeadline:
    """Until when an own document is to be filed with a higher body (报备)."""

    recipient: str
    computed: Deadline


@dataclass(frozen=True)
class DocumentView:
    """Everything the page shows; ``number_entry_id`` is the ledger's line of the number."""

    page: DocumentPage
    trail: tuple[TrailRow, ...]
    profile: Profile
    number_entry_id: int | None
    report_deadlines: tuple[ReportDeadline, ...]
    today: date

    @property
    def id(self) -> int:
        """The document's id."""
        return self.page.facts.id


def read_document(document_id: int, profile: Profile) -> DocumentView:
    """Read one document as the rules in force judge it.

    Raises:
        DocumentMissingError: there is no such document.
    """
    day = today()
    page = document_page(document_id, profile, day)
    return DocumentView(
        page,
        trail_of("document", document_id),
        profile,
        allotted_entry(document_id),
        _report_deadlines(page, profile),
        day,
    )


def _report_deadlines(page: DocumentPage, profile: Profile) -> tuple[ReportDeadline, ...]:
    published = page.facts.published_date
    if page.facts.origin is not Origin.OWN or published is None:
        return ()
    return tuple(
        ReportDeadline(
            one.title,
            compute(
                profile,
                "published_date",
                published,
                profile.filing_limit(one.recipient).value,
            ),
        )
        for one in profile.outgoing_recipients.value
    )


def _add_with_file(
    order: Order, store: FileStore, document_id: int, evidence: EvidenceEntry, file: Path | None
) -> int:
    if file is None:
        return add_evidence(order, document_id, evidence)
    kept = store.put_file(file)
    paper = FileEntry(kept.sha256, kept.size, kept.original_name, FileRole.ATTACHMENT)
    return add_evidence(order, document_id, replace(evidence, file=paper))


class DocumentViewModel(QObject):
    """The document that is shown; ``acted`` says in one sentence what was just done."""

    shown = Signal(object)
    acted = Signal(str)
    refused = Signal(object)
    copied = Signal(object)
    planned = Signal(object)
    plan_refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.view: DocumentView | None = None
        self.is_stale = False
        self._document_id: int | None = None
        self._sentence = ""
        self._looking: Ticket | None = None
        self._copies = QTemporaryDir()
        desk.changes.happened.connect(self._note_changes)

    def show(self, document_id: int) -> None:
        """Read another document, or this one again."""
        if self._document_id != document_id:
            self.view = None
        self._document_id = document_id
        self.read_again()

    def read_again(self) -> None:
        """Read the document again."""
        self.is_stale = False
        if self._document_id is not None:
            self._desk.runner.store.run(
                read_document,
                self._document_id,
                self._desk.profile,
                owner=self,
                done=self._take,
                failed=self._refuse,
            )

    def number(self) -> None:
        """Give the document the next unified number."""
        self.performer.perform(
            allot_number, self._id(), done=self._finish_numbering, failed=self._refuse
        )

    def enter_number(self, printed: str) -> None:
        """Give a historic document the number it has on paper."""
        self.performer.perform(
            enter_historic_number,
            self._id(),
            printed,
            done=self._finish_numbering,
            failed=self._refuse,
        )

    def issue(self, kind: IssuanceKind, medium: str, issued_date: date) -> None:
        """Record that the document was printed or published."""
        self._sentence = f"已记录{name_of(kind)}：{issued_date.isoformat()}，{medium}"
        self.performer.perform(
            record_issuance,
            self._id(),
            kind,
            medium,
            issued_date,
            done=self._finish,
            failed=self._refuse,
        )

    def add_evidence(self, evidence: EvidenceEntry, file: Path | None = None) -> None:
        """Add proof of a step of the procedure, with its file if there is one."""
        self._sentence = f"已补充{name_of(evidence.kind)}"
        self.performer.perform(
            _add_with_file,
            self._desk.register.files,
            self._id(),
            evidence,
            file,
            done=self._finish,
            failed=self._refuse,
        )

    def attach(self, file: FileOfDocument, role: FileRole) -> None:
        """Add a file that was looked at."""
        self._sentence = f"已补充{name_of(role)}：{file.path.name}"
        self.performer.perform(
            attach,
            self._desk.register.files,
            self._id(),
            file,
            role,
            done=self._finish,
            failed=self._refuse,
        )

    def correct(self, correction: Correction, reason: str) -> None:
        """Correct one field of the record as it is shown."""
        self._sentence = f"已更正{name_of(correction.field)}，原值和理由留在痕迹中"
        self.performer.perform(
            correct_record,
            self._id(),
            self.view.page.facts.revision if self.view else 0,
            (correction,),
            reason,
            done=self._finish,
            failed=self._refuse,
        )

    def void_number(self, reason: str) -> None:
        """Void the number the document has."""
        if self.view is not None and self.view.number_entry_id is not None:
            number = self.view.page.facts.unified_number
            self._sentence = f"已作废 {number}，号码不再使用，可以重新编号"
            self.performer.perform(
                void_number,
                self.view.number_entry_id,
                reason,
                done=self._finish,
                failed=self._refuse,
            )

    def end(self, kind: EndingKind, effect: Effect) -> None:
        """Record that the document is repealed, declared lapsed or revoked."""
        self._sentence = f"已记录{name_of(kind)}，自 {effect.begin_date.isoformat()} 起"
        self.performer.perform(
            end_document, self._id(), kind, effect, done=self._finish, failed=self._refuse
        )

    def amend(self, effect: Effect) -> None:
        """Record that the document is amended and stays in force."""
        self._sentence = f"已记录修改，自 {effect.begin_date.isoformat()} 起"
        self.performer.perform(
            record_amendment, self._id(), effect, done=self._finish, failed=self._refuse
        )

    def look_ahead(self, change: LifeChange) -> None:
        """Find the life that a change would lead to; of several questions the last is answered."""
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._desk.runner.store.run(
            life_plan,
            self._id(),
            change.event(self._desk.profile.continued_clock.value),
            change.allowance,
            owner=self,
            done=self._tell_plan,
            failed=self._tell_no_plan,
        )

    def change_life(self, change: LifeChange) -> None:
        """Record that the document is stopped, resumed, prolonged, kept or finished."""
        self._sentence = f"已记录{name_of(change.kind)}，自 {change.begin_date.isoformat()} 起"
        act, arguments = change.act()
        self.performer.perform(act, self._id(), *arguments, done=self._finish, failed=self._refuse)

    def open_file(self, file: FileRow) -> None:
        """Have a copy of an original made for another program to show."""
        self._desk.runner.paper.run(
            copy_to_read,
            self._desk.register.files,
            file,
            self._copies.path(),
            owner=self,
            done=self._tell_copied,
            failed=self._refuse,
        )

    def _id(self) -> int:
        return self._document_id or 0

    def _take(self, view: DocumentView) -> None:
        if view.id != self._document_id:
            return
        self.view = view
        self.shown.emit(view)
        if self._sentence:
            sentence, self._sentence = self._sentence, ""
            self.acted.emit(sentence)

    def _finish_numbering(self, allotment: Allotment) -> None:
        self._sentence = f"统一登记号 {allotment.number}"
        self._finish(allotment.entry_id)

    def _finish(self, _answer: object) -> None:
        self._desk.changes.publish(Changes(documents=True, numbers=True))
        if self.is_stale:
            self.read_again()

    def _tell_plan(self, plan: LifePlan) -> None:
        self.planned.emit(plan)

    def _tell_no_plan(self, error: AppError) -> None:
        self.plan_refused.emit(error)

    def _tell_copied(self, place: Path) -> None:
        self.copied.emit(place)

    def _refuse(self, error: AppError) -> None:
        self._sentence = ""
        self.refused.emit(error)

    def _note_changes(self, _changes: Changes) -> None:
        self.is_stale = True
