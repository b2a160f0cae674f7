"""Asks the register about a paper, in the lane."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from review.letters.verifying import Verification, verify_file, verify_text
from ui.desk import Desk
from ui.tasks.ticket import Ticket


class VerificationViewModel(QObject):
    """``verified`` gives what the register says; ``began`` says that a file is being read."""

    began = Signal()
    verified = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asking: Ticket | None = None

    def ask_text(self, text: str) -> None:
        """Verify what was typed or scanned."""
        if text.strip():
            self._stop()
            self._asking = self._desk.runner.store.run(
                verify_text,
                text,
                self._desk.office.letter_code,
                owner=self,
                done=self._tell,
                failed=self._refuse,
            )

    def ask_file(self, path: Path) -> None:
        """Verify a file."""
        self._stop()
        self.began.emit()
        self._asking = self._desk.runner.store.run(
            verify_file,
            path,
            self._desk.register.letters,
            owner=self,
            done=self._tell,
            failed=self._refuse,
        )

    def _stop(self) -> None:
        if self._asking is not None:
            self._asking.cancel()

    def _tell(self, found: Verification) -> None:
        self.verified.emit(found)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
