"""The changed laws that documents in force cite, and the documents of one of them."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from models.acts.law_citations import record_law_reviews
from models.acts.performing import Order
from models.domain.law_citations import LawChangeOutcome, LawReviewEntry
from models.domain.roles import ActName
from models.errors import AppError
from models.files import FileStore
from models.queries.law_citations import CitingDocument
from models.queries.office import today
from review.laws.changed_laws import ChangedLaw, affected_by, changed_laws
from review.laws.citation_index import search_texts
from review.laws.office_catalogue import office_index
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket

_SEARCHING = "查找文件引用的法律、法规"


class LawChangesViewModel(QObject):
    """``laws_read`` gives the day of the catalogue and the laws; ``documents_read`` one law's."""

    laws_read = Signal(object, tuple)
    documents_read = Signal(object, tuple)
    progressed = Signal(object)
    stopped = Signal()
    recorded = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ticket: Ticket | None = None
        self._law: ChangedLaw | None = None
        self.performer = Performer(desk, self)
        desk.changes.happened.connect(self._follow)

    @property
    def may_review(self) -> bool:
        """Whether the person may record what was found."""
        return self._desk.person.may(ActName.RECORD_LAW_REVIEW)

    def read(self) -> None:
        """Search the texts that wait, then read the laws that have changed."""
        if self._ticket is not None:
            return
        self._ticket = self._desk.runner.store.run_long(
            _read_laws,
            self._desk.person.login,
            self._desk.register.files,
            owner=self,
            done=self._tell_laws,
            failed=self._refuse,
            progress=self.progressed.emit,
        )

    def stop(self) -> None:
        """Stop searching; what was found so far is kept."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self.stopped.emit()

    def read_documents(self, law: ChangedLaw) -> None:
        """Read the documents that cite a law as it was."""
        self._law = law
        self._desk.runner.store.run(
            _documents_of,
            law,
            owner=self,
            done=partial(self._tell_documents, law),
            failed=self._refuse,
        )

    def record(
        self,
        law: ChangedLaw,
        documents: tuple[CitingDocument, ...],
        outcome: LawChangeOutcome,
        note: str,
    ) -> None:
        """Record the same finding about some documents."""
        entries = tuple(_entry(law, one.document_id, outcome, note) for one in documents)
        self.performer.perform(
            record_law_reviews, entries, done=self._recorded, failed=self.refused.emit
        )

    def _recorded(self, count: int) -> None:
        self.recorded.emit()
        self._desk.announce(Done(f"已记录 {count} 件的核对结果"))
        self._desk.changes.publish(Changes(documents=True))

    def _tell_laws(self, found: tuple[date, tuple[ChangedLaw, ...]]) -> None:
        self._ticket = None
        self.laws_read.emit(*found)

    def _tell_documents(self, law: ChangedLaw, documents: tuple[CitingDocument, ...]) -> None:
        if law == self._law:
            self.documents_read.emit(law, documents)

    def _refuse(self, error: AppError) -> None:
        self._ticket = None
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.documents or changes.settings:
            self.read()


def _entry(
    law: ChangedLaw, document_id: int, outcome: LawChangeOutcome, note: str
) -> LawReviewEntry:
    change = law.change
    return LawReviewEntry(
        document_id, change.law_key, change.law_name, change.since_date, outcome, note
    )


def _read_laws(ticket: Ticket, login: str, files: FileStore) -> tuple[date, tuple[ChangedLaw, ...]]:
    index = office_index(files)
    search_texts(
        partial(Order, login),
        index,
        progress=partial(ticket.report, _SEARCHING),
        cancelled=ticket.stopped,
    )
    return index.catalogue.as_of_date, changed_laws(index, today())


def _documents_of(law: ChangedLaw) -> tuple[CitingDocument, ...]:
    return affected_by(law, today())
