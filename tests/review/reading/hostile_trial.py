"""Try one hostile file in the child, and tell what came of it and what it took."""

from pathlib import Path
from time import monotonic
from typing import NamedTuple

from review.errors import ReadingError
from review.isolation.limits import MEGABYTE
from review.isolation.worker import IsolatedWorker
from review.ledgers.reader import load_readers as load_sheet_readers
from review.ledgers.reader import read_ledger_file
from review.reading.reader import load_readers, read_file, read_here
from review.reading.text import NoteKind, ReadText
from tests.review.reading.hostile_files import HostileFile


class Trial(NamedTuple):
    """What came of a file: a refusal or the notes; seconds; the child's largest memory."""

    refusal: ReadingError | None
    notes: frozenset[NoteKind]
    seconds: float
    peak_megabytes: float

    @property
    def outcome(self) -> str:
        """Say it in a word."""
        if self.refusal is not None:
            return self.refusal.code
        return "read" + "".join(f", {note}" for note in sorted(self.notes))


class Bench:
    """A child for documents and one for ledgers, both kept over all files.

    Both have the limits of a document: what harms must not get more for calling itself a ledger.
    Without conversion an old file is read from its own streams alone, by no office program.
    """

    def __init__(self, *, may_convert: bool = True) -> None:
        self._may_convert = may_convert
        self.documents = IsolatedWorker(prepare=load_readers)
        self.ledgers = IsolatedWorker(prepare=load_sheet_readers)

    def close(self) -> None:
        """End both."""
        self.documents.close()
        self.ledgers.close()

    def _read(self, path: Path) -> ReadText:
        if self._may_convert:
            return read_file(path, worker=self.documents)
        return self.documents.run(read_here, path, file_name=path.name)

    def attempt(self, case: HostileFile, folder: Path) -> Trial:
        """Make the file and read it."""
        path = case.make(folder)
        worker = self.ledgers if case.is_ledger else self.documents
        began, refusal, notes = monotonic(), None, frozenset[NoteKind]()
        try:
            if case.is_ledger:
                read_ledger_file(path, worker=worker)
            else:
                notes = frozenset(note.kind for note in self._read(path).notes)
        except ReadingError as raised:
            refusal = raised
        seconds = worker.usage.seconds or monotonic() - began
        return Trial(refusal, notes, seconds, worker.usage.peak_bytes / MEGABYTE)
