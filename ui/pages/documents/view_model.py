"""What the register's page knows: the filter, the counts beside it, the document looked at."""

from PySide6.QtCore import QObject, QTimer, Signal

from models.domain.profile import Profile
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentPage
from models.queries.documents import DocumentFacets, DocumentFilter, document_facets
from models.queries.office import today
from ui.desk import Changes, Desk

# Typing and walking with the arrow keys ask the register only when the hand rests.
_REST_AFTER_TYPING = 180
_REST_AFTER_STEP = 90


class DocumentsViewModel(QObject):
    """State of the register's page; all reading happens in the store lane."""

    narrowed = Signal(object)
    facets_read = Signal(object)
    detail_read = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.narrowing = DocumentFilter()
        self.is_stale = False
        self._looked_at: int | None = None
        self._typing = _timer(self, _REST_AFTER_TYPING)
        self._stepping = _timer(self, _REST_AFTER_STEP)
        self._typing.timeout.connect(self._tell_narrowed)
        self._stepping.timeout.connect(self._read_detail)
        desk.changes.happened.connect(self._note_changes)

    def narrow(self, narrowing: DocumentFilter) -> None:
        """Narrow the register, once the hand rests."""
        if narrowing != self.narrowing:
            self.narrowing = narrowing
            self._typing.start()

    def look_at(self, document_id: int) -> None:
        """Read what the detail shows of a document, once the hand rests."""
        self._looked_at = document_id
        self._stepping.start()

    def rest(self) -> None:
        """Ask nothing more: the page is not looked at."""
        self._typing.stop()
        self._stepping.stop()

    def read_facets(self) -> None:
        """Count what the filters offer."""
        self.is_stale = False
        self._desk.runner.store.run(
            document_facets, today(), owner=self, done=self._take_facets, failed=self._refuse
        )

    def _tell_narrowed(self) -> None:
        self.narrowed.emit(self.narrowing)

    def _read_detail(self) -> None:
        if self._looked_at is not None:
            self._desk.runner.store.run(
                _page_of,
                self._looked_at,
                self._desk.profile,
                owner=self,
                done=self._take_detail,
                failed=self._refuse,
            )

    def _take_facets(self, facets: DocumentFacets) -> None:
        self.facets_read.emit(facets)

    def _take_detail(self, page: DocumentPage) -> None:
        if page.facts.id == self._looked_at:
            self.detail_read.emit(page)

    def _refuse(self, error: object) -> None:
        self.refused.emit(error)

    def _note_changes(self, changes: Changes) -> None:
        if changes.documents or changes.numbers:
            self.is_stale = True


def _timer(owner: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer


def _page_of(document_id: int, profile: Profile) -> DocumentPage:
    return document_page(document_id, profile, today())
