"""The files of a registration: chosen, read, kept with the draft."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.domain.records import FileRole
from models.errors import AppError
from review.errors import ReadingError
from ui.desk import Desk
from ui.pages.registration.drafts import DraftShelf
from ui.pages.registration.form_values import PickedFile
from ui.pages.registration.import_item import ItemReading, StoredFileOfItem, read_item
from ui.pages.registration.imported import ImportItem
from ui.pages.registration.reading import Reading, keep_attachments, read_document
from ui.tasks.ticket import Progress, Ticket


class PaperWork(QObject):
    """Reads in the paper lane; ``text_read`` gives the document, ``text_read_again`` a draft's."""

    text_read = Signal(object)
    text_read_again = Signal(object)
    files_changed = Signal(object)
    progressed = Signal(object)
    unreadable = Signal(object)
    refused = Signal(object)
    item_read = Signal(object)

    def __init__(self, desk: Desk, shelf: DraftShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._paper = desk.runner.paper
        self._shelf = shelf
        self._store = desk.register.files
        self._draft_id = ""
        self._ticket: Ticket | None = None
        self._unread: Path | None = None
        self.files: tuple[PickedFile, ...] = ()

    def begin(self, draft_id: str, files: tuple[PickedFile, ...] = ()) -> None:
        """Turn to another registration; the text of a draft is read again for its places."""
        self.stop()
        self._draft_id = draft_id
        self._unread = None
        self._keep(files)
        main = next((file for file in files if file.is_examined or file.text), None)
        if main is not None:
            self._read(Path(main.place), is_again=True)

    def take(self, paths: list[Path]) -> None:
        """Take the first file as the document when there is none yet, the others as attachments."""
        if not paths:
            return
        if self.files or self._ticket is not None:
            self.attach(paths, FileRole.ATTACHMENT)
            return
        self._read(paths[0], is_again=False)
        if paths[1:]:
            self.attach(paths[1:], FileRole.ATTACHMENT)

    def take_item(self, item: ImportItem, files: tuple[StoredFileOfItem, ...]) -> None:
        """Take the files of an item of a folder import, with what was read of them."""
        self._ticket = self._paper.run_long(
            read_item,
            (self._shelf, self._store),
            self._draft_id,
            item,
            files,
            owner=self,
            done=self._take_item,
            failed=self._fail_reading,
            progress=self._tell_progress,
        )

    def attach(self, paths: list[Path], role: FileRole) -> None:
        """Keep files that propose nothing."""
        self._paper.run_long(
            keep_attachments,
            self._shelf,
            self._draft_id,
            tuple(paths),
            role,
            owner=self,
            done=self._take_attachments,
            failed=self._refuse,
        )

    def attach_unread(self) -> None:
        """Keep the document's file although its text could not be read."""
        if self._unread is not None:
            self.attach([self._unread], FileRole.OFFICIAL_TEXT)
            self._unread = None

    def stop(self) -> None:
        """Stop reading at the next chance."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        self.progressed.emit(None)

    def choose_role(self, place: int, role: FileRole) -> None:
        """Say what a file is to the document."""
        files = list(self.files)
        files[place] = replace(files[place], role=role)
        self._keep(tuple(files))

    def remove(self, place: int) -> None:
        """Leave a file out."""
        self._keep(self.files[:place] + self.files[place + 1 :])

    def _read(self, path: Path, *, is_again: bool) -> None:
        self._unread = path
        self._ticket = self._paper.run_long(
            read_document,
            self._shelf,
            self._draft_id,
            path,
            owner=self,
            done=self._take_again if is_again else self._take_reading,
            failed=self._fail_reading,
            progress=self._tell_progress,
        )

    def _take_reading(self, reading: Reading) -> None:
        self._end_reading()
        self._keep((reading.file, *self.files))
        self.text_read.emit(reading)

    def _take_again(self, reading: Reading) -> None:
        self._end_reading()
        self.text_read_again.emit(reading)

    def _take_item(self, item: ItemReading) -> None:
        self._end_reading()
        self._keep(item.files)
        self.item_read.emit(item)
        if item.reading is not None:
            self.text_read.emit(item.reading)

    def _take_attachments(self, files: tuple[PickedFile, ...]) -> None:
        known = {file.place for file in self.files}
        self._keep((*self.files, *(file for file in files if file.place not in known)))

    def _fail_reading(self, error: AppError) -> None:
        self._ticket = None
        self.progressed.emit(None)
        self.refused.emit(error)
        if isinstance(error, ReadingError) and self._unread and self._unread.is_file():
            self.unreadable.emit(self._unread.name)

    def _end_reading(self) -> None:
        self._ticket = None
        self._unread = None
        self.progressed.emit(None)

    def _keep(self, files: tuple[PickedFile, ...]) -> None:
        self.files = files
        self.files_changed.emit(files)

    def _tell_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
