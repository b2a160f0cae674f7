"""A file is added to a document of the register: looked at first, then attached by one act."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from models.acts.attach_file import attach_file
from models.acts.performing import Order
from models.domain.records import FileRole
from models.errors import AppError
from models.files import FileStore
from models.queries.document_rows import DocumentFacts, FileRow
from models.queries.duplicates import SimilarRow, similar_documents
from resources.terms import name_of
from review.extraction.file_of_document import FileOfDocument, look_at_file
from ui.desk import Desk
from ui.pages.document.forms import ActForm, FileField
from ui.parts.supplement_words import supplement_lines
from ui.tasks.ticket import Ticket
from ui.widgets.field_form import Field, Problem
from ui.widgets.labels import WrappedLabel

_CONSEQUENCE = "补充的文件随记录保存，不能撤回；记录的各栏不会改动，需要改动的请用“更正”。"


@dataclass(frozen=True)
class LookedAt:
    """A file that was read, and the documents that hold the same one."""

    file: FileOfDocument
    holders: tuple[SimilarRow, ...]


class SupplementForm(ActForm):
    """The file, what it is to the document, and what was found in it; ``chosen`` names it."""

    chosen = Signal(Path)

    def __init__(self, facts: DocumentFacts, files: tuple[FileRow, ...]) -> None:
        self._facts = facts
        self.looked_at: LookedAt | None = None
        self.file = FileField("选择要补充的文件")
        self.role = QComboBox()
        self.role.addItems([name_of(one) for one in FileRole])
        has_text = any(file.role is FileRole.OFFICIAL_TEXT for file in files)
        likely = FileRole.ATTACHMENT if has_text else FileRole.OFFICIAL_TEXT
        self.role.setCurrentIndex(list(FileRole).index(likely))
        role = self.role
        super().__init__(
            [
                Field(
                    "file",
                    "文件",
                    self.file,
                    self.file.value,
                    self.file.show_value,
                    is_required=True,
                ),
                Field("role", "作为", role, role.currentIndex, role.setCurrentIndex),
            ],
            f"《{facts.title}》：{_CONSEQUENCE}",
        )
        self.found = WrappedLabel()
        self.layout_below(self.found)
        self.file.chosen.connect(self._want)

    def show_found(self, looked_at: LookedAt) -> None:
        """Say what was found in the file, and what a person should look at before adding it."""
        if looked_at.file.path == self.file.place:
            self.looked_at = looked_at
            lines = supplement_lines(looked_at.file, looked_at.holders, self._facts)
            self.found.setText("\n".join(lines))
            self.fields.clear_problem("file")

    def problems(self) -> list[Problem]:
        """A file that was read is needed."""
        if self.file.place is None:
            return [Problem("file", "请选择文件。")]
        if self.looked_at is None or self.looked_at.file.path != self.file.place:
            return [Problem("file", "正在读取这个文件，请稍候。")]
        return []

    def chosen_role(self) -> FileRole:
        """Return what the file is to the document."""
        return list(FileRole)[self.role.currentIndex()]

    def _want(self, place: Path) -> None:
        self.looked_at = None
        self.found.setText("正在读取……")
        self.chosen.emit(place)


class SupplementLook(QObject):
    """Reads the file in the paper lane and asks the register who holds it already."""

    looked = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = desk.runner
        self._ticket: Ticket | None = None
        self._file: FileOfDocument | None = None

    def look_at(self, place: Path) -> None:
        """Read this file; one still being read is given up."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._runner.paper.run_long(
            _look, place, owner=self, done=self._take_file, failed=self._refuse
        )

    def _take_file(self, file: FileOfDocument) -> None:
        self._ticket = None
        self._file = file
        self._runner.store.run(
            similar_documents,
            "",
            "",
            (file.sha256,),
            owner=self,
            done=self._take_holders,
            failed=self._refuse,
        )

    def _take_holders(self, holders: tuple[SimilarRow, ...]) -> None:
        if self._file is not None:
            self.looked.emit(LookedAt(self._file, holders))

    def _refuse(self, error: AppError) -> None:
        self._ticket = None
        self.refused.emit(error)


def attach(
    order: Order, store: FileStore, document_id: int, file: FileOfDocument, role: FileRole
) -> int:
    """Put a file into the store and add it to a document.

    Raises:
        FileChangedError: it is no longer the one that was shown.
        FileAttachedError, FileRefusedError: as in ``attach_file``.
    """
    store.put_read_file(file.path, file.sha256)
    return attach_file(order, document_id, file.as_entry(role))


def _look(ticket: Ticket, place: Path) -> FileOfDocument:
    return look_at_file(place, cancelled=ticket.stopped)
