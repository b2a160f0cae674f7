"""What a clerk is shown while receiving a filing, and the act of receiving it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.issuing_bodies import add_issuing_body
from models.acts.performing import Order
from models.acts.receive_filing import receive_filing
from models.domain.profile import Profile
from models.domain.records import (
    BodyEntry,
    DocumentEntry,
    DuplicateHandling,
    FileEntry,
    IntakeEntry,
    MaterialEntry,
)
from models.domain.validity import ValidityTerm
from models.due_dates import Timeliness, filing_timeliness
from models.errors import AppError
from models.files import FileStore
from models.queries.bodies import BodyRow, issuing_bodies
from models.queries.duplicates import SimilarRow, similar_documents
from models.queries.office import profile, today
from review.extraction.examination import ExaminedFile
from ui.desk import Changes, Desk
from ui.pages.intake.proposed_values import ProposedValues, values_of
from ui.parts.examining import examine_paper
from ui.parts.field_proposals import FieldProposal
from ui.parts.performer import Performer
from ui.tasks.ticket import Progress, Ticket


@dataclass(frozen=True)
class IntakeOffice:
    """What the form offers: the bodies, the rules in force, and the day."""

    bodies: tuple[BodyRow, ...]
    profile: Profile
    today: date

    def body_named(self, name: str) -> BodyRow | None:
        """Return the body with this name or short name."""
        named = (body for body in self.bodies if name and name in {body.name, body.short_name})
        return next(named, None)

    def body(self, body_id: int) -> BodyRow:
        """Return the body with this id."""
        return next(body for body in self.bodies if body.id == body_id)


@dataclass(frozen=True)
class ReadPaper:
    """The file that was dropped, as it was examined, and the values proposed."""

    path: Path
    examined: ExaminedFile
    proposed: ProposedValues

    @property
    def file(self) -> FileEntry:
        """Return the file as a record holds it."""
        read = self.examined.read
        return FileEntry(read.sha256, read.size, self.path.name, text=read.text)


@dataclass(frozen=True)
class FiledFacts:
    """The form as a clerk has confirmed it."""

    filing_body_id: int
    received_date: date
    received_way: str
    filing_report_number: str
    materials: tuple[MaterialEntry, ...]
    title: str
    document_number: str
    issuing_body_id: int
    document_kind: str
    adopted_date: date | None
    published_date: date | None
    effective_date: date | None
    validity_term: ValidityTerm | None


def read_office() -> IntakeOffice:
    """Read what the form offers."""
    return IntakeOffice(issuing_bodies(), profile(), today())


def read_paper(ticket: Ticket, path: Path) -> ReadPaper:
    """Read a file and propose the record of its document.

    Raises:
        ReadingError: it cannot be read.
    """
    examined = examine_paper(ticket, path)
    return ReadPaper(path, examined, values_of(examined.proposal))


def judge(published_date: date, received_date: date) -> Timeliness:
    """Judge by the rules in force whether a filing came in time."""
    return filing_timeliness(profile(), published_date, received_date)


def receive(
    order: Order,
    store: FileStore,
    path: Path | None,
    intake: IntakeEntry,
    handling: DuplicateHandling,
) -> int:
    """Put the file into the store and receive the filing.

    Raises:
        FileChangedError: the file is no longer the one whose text was shown.
    """
    if path is not None and intake.document is not None:
        for file in intake.document.files:
            store.put_read_file(path, file.sha256)
    return receive_filing(order, intake, handling)


class IntakeViewModel(QObject):
    """One filing on its way into the register."""

    office_read = Signal(IntakeOffice)
    paper_read = Signal(ReadPaper)
    progressed = Signal(object)
    doubles_found = Signal(tuple)
    judged = Signal(object)
    body_added = Signal(BodyRow)
    received = Signal(int)
    refused = Signal(AppError)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.office: IntakeOffice | None = None
        self.paper: ReadPaper | None = None
        self._ticket: Ticket | None = None
        self.handling = DuplicateHandling.REFUSE
        self.known_document_id: int | None = None
        self._new_body_id = 0

    def begin(self) -> None:
        """Forget the filing before and read what the form offers."""
        self.stop()
        self.paper = None
        self.decide_again()
        self._desk.runner.store.run(
            read_office, owner=self, done=self._take_office, failed=self._refuse
        )

    def read(self, path: Path) -> None:
        """Read the file that was dropped or chosen; one still being read is given up."""
        self.stop()
        self._ticket = self._desk.runner.paper.run_long(
            read_paper,
            path,
            owner=self,
            done=self._take_paper,
            failed=self._fail_reading,
            progress=self._tell_progress,
        )

    def stop(self) -> None:
        """Stop reading."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._end_reading()

    def form_values(self, proposed: Mapping[str, Any]) -> dict[str, Any]:
        """Return the proposal for the form: names of bodies become the bodies of the list.

        A department or township files its own documents, so the issuer is proposed as the body
        that files.
        """
        name = proposed.get("issuing_body")
        body = self.office.body_named(name) if self.office and name else None
        values = {key: value for key, value in proposed.items() if key != "issuing_body"}
        if body is None:
            return values
        return {**values, "issuing_body": body.id, "filing_body": body.id}

    def standing_proposals(self, shown: Mapping[str, Any]) -> dict[str, FieldProposal]:
        """Return the proposals of the fields in which the value proposed still stands."""
        if self.paper is None:
            return {}
        found = self.paper.proposed.values
        proposed = self.form_values(found)
        return {
            name: one
            for name, one in self.paper.proposed.proposals.items()
            if (name in proposed or name not in found)
            and (shown.get(name) or None) == proposed.get(name)
        }

    def unknown_body(self) -> str:
        """Return the issuer that the text names and the list does not hold."""
        values = self.paper.proposed.values if self.paper else {}
        name = str(values.get("issuing_body") or "")
        is_known = self.office is None or self.office.body_named(name) is not None
        return "" if is_known else name

    def add_body(self, body: BodyEntry) -> None:
        """Enter an issuing body into the list."""
        self.performer.perform(
            add_issuing_body, body, done=self._take_new_body, failed=self._refuse
        )

    def is_undecided(self) -> bool:
        """Tell whether the clerk has not yet decided about doubles."""
        return self.known_document_id is None and self.handling is DuplicateHandling.REFUSE

    def decide_again(self) -> None:
        """Forget what the clerk decided about doubles."""
        self.handling = DuplicateHandling.REFUSE
        self.known_document_id = None

    def look_for_doubles(self, title: str, document_number: str) -> None:
        """Look whether the document is in the register already."""
        hashes = (self.paper.file.sha256,) if self.paper else ()
        self._desk.runner.store.run(
            similar_documents,
            title,
            document_number,
            hashes,
            owner=self,
            done=self._take_doubles,
            failed=self._refuse,
        )

    def judge(self, published_date: date | None, received_date: date | None) -> None:
        """Say whether the filing came in time, as soon as both dates are there."""
        if published_date is None or received_date is None:
            self.judged.emit(None)
            return
        self._desk.runner.store.run(
            judge,
            published_date,
            received_date,
            owner=self,
            done=self._take_judgement,
            failed=self._refuse,
        )

    def receive(self, facts: FiledFacts) -> None:
        """Receive the filing with these facts."""
        path = self.paper.path if self.paper and self.known_document_id is None else None
        self.performer.perform(
            receive,
            self._desk.register.files,
            path,
            self._entry(facts),
            self.handling,
            done=self._take_received,
            failed=self._refuse,
        )

    def _entry(self, facts: FiledFacts) -> IntakeEntry:
        is_known = self.known_document_id is not None
        return IntakeEntry(
            filing_body_id=facts.filing_body_id,
            received_date=facts.received_date,
            received_way=facts.received_way,
            filing_report_number=facts.filing_report_number,
            materials=facts.materials,
            document_id=self.known_document_id,
            document=None if is_known else self._document(facts),
        )

    def _document(self, facts: FiledFacts) -> DocumentEntry | None:
        if self.office is None:
            return None
        return DocumentEntry(
            title=facts.title,
            issuing_body_id=facts.issuing_body_id,
            document_class=self.office.body(facts.issuing_body_id).body_class,
            document_kind=facts.document_kind,
            document_number=facts.document_number,
            is_trial=bool(self.paper and self.paper.proposed.is_trial),
            adopted_date=facts.adopted_date,
            published_date=facts.published_date,
            effective_date=facts.effective_date,
            validity_term=facts.validity_term,
            files=(self.paper.file,) if self.paper else (),
        )

    def _take_office(self, office: IntakeOffice) -> None:
        self.office = office
        self.office_read.emit(office)

    def _take_new_body(self, body_id: int) -> None:
        self._new_body_id = body_id
        self._desk.changes.publish(Changes(settings=True))
        self._desk.runner.store.run(
            read_office, owner=self, done=self._take_longer_list, failed=self._refuse
        )

    def _take_longer_list(self, office: IntakeOffice) -> None:
        self.office = office
        self.body_added.emit(office.body(self._new_body_id))

    def _take_paper(self, paper: ReadPaper) -> None:
        self._end_reading()
        self.paper = paper
        self.paper_read.emit(paper)

    def _fail_reading(self, error: AppError) -> None:
        self._end_reading()
        self.refused.emit(error)

    def _end_reading(self) -> None:
        self._ticket = None
        self.progressed.emit(None)

    def _tell_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _take_doubles(self, doubles: tuple[SimilarRow, ...]) -> None:
        self.doubles_found.emit(doubles)

    def _take_judgement(self, judgement: Timeliness) -> None:
        self.judged.emit(judgement)

    def _take_received(self, filing_id: int) -> None:
        self._desk.changes.publish(Changes(documents=True, filings=True))
        self.received.emit(filing_id)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
