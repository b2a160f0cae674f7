"""The wording of letters: which is in force, what is being written, and bringing it into force."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.domain.roles import ActName
from models.queries.letter_wordings import WordingVersion
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.shipped_wording import shipped_text
from review.letters.wording_in_force import keep_wording, restore_original
from ui.desk import Changes, Desk, Done
from ui.pages.templates.editing import (
    CheckedText,
    DrawnText,
    Wordings,
    check_text,
    draw_text,
    read_history,
    read_wordings,
    write_file,
)
from ui.parts.performer import Performer
from ui.parts.template_file import read_template
from ui.tasks.ticket import Ticket


class TemplatesViewModel(QObject):
    """Holds what was typed of every kind until it is kept or given up.

    ``drawn`` and ``checked`` tell of the text as it stands; what was asked of an older one is
    dropped.
    """

    wordings_read = Signal()
    drawn = Signal(object)
    checked = Signal(object)
    history_read = Signal(object)
    file_read = Signal(str)
    performed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.performer = Performer(desk, self)
        self.wordings: Wordings | None = None
        self.kind_id = next(iter(LETTER_KINDS))
        self._drafts: dict[str, str] = {}
        self._drawing: Ticket | None = None
        self._done = ""

    @property
    def may_change(self) -> bool:
        """Whether the person may change wordings."""
        return self._desk.person.may(ActName.CHANGE_WORDING)

    def read(self) -> None:
        """Read what is in force."""
        self._desk.runner.store.run(
            read_wordings, owner=self, done=self._take, failed=self.refused.emit
        )

    def choose(self, kind_id: str) -> None:
        """Turn to another kind; what was typed of this one stays."""
        self.kind_id = kind_id

    def in_force_text(self) -> str:
        """Return the text in force of the kind chosen."""
        if self.wordings is None:
            return shipped_text(self.kind_id)
        return self.wordings.in_force[self.kind_id].text

    def text(self) -> str:
        """Return the text of the kind chosen as it was last typed."""
        return self._drafts.get(self.kind_id, self.in_force_text())

    def type(self, text: str) -> None:
        """Hold what was typed."""
        if text == self.in_force_text():
            self._drafts.pop(self.kind_id, None)
        else:
            self._drafts[self.kind_id] = text

    def changed_kinds(self) -> tuple[str, ...]:
        """Return the kinds whose typed text is not kept yet."""
        return tuple(kind_id for kind_id in LETTER_KINDS if kind_id in self._drafts)

    def give_up(self) -> None:
        """Forget everything typed that is not kept."""
        self._drafts.clear()

    def newest(self) -> WordingVersion | None:
        """Return what was decided last about the kind chosen."""
        return None if self.wordings is None else self.wordings.newest.get(self.kind_id)

    def draw(self) -> None:
        """Draw the sample with the text as it stands."""
        if self.wordings is None:
            return
        if self._drawing is not None:
            self._drawing.cancel()
        self._drawing = self._desk.runner.paper.run(
            draw_text,
            self.kind_id,
            self.text(),
            self.wordings.style,
            owner=self,
            done=self._tell_drawn,
            failed=self.refused.emit,
        )

    def check(self) -> None:
        """Try the text out with all samples."""
        self._desk.runner.paper.run(
            check_text,
            self.kind_id,
            self.text(),
            owner=self,
            done=self._tell_checked,
            failed=self.refused.emit,
        )

    def keep(self, reason: str) -> None:
        """Bring the text into force."""
        self._done = f"{self._name()}已改用本单位文字"
        self.performer.perform(
            keep_wording,
            self.kind_id,
            self.text(),
            reason,
            done=self._performed,
            failed=self.refused.emit,
        )

    def restore(self, reason: str) -> None:
        """Bring the original into force again."""
        self._done = f"{self._name()}已恢复原文"
        self.performer.perform(
            restore_original,
            self.kind_id,
            reason,
            done=self._performed,
            failed=self.refused.emit,
        )

    def read_history(self) -> None:
        """Read every version of the kind chosen."""
        self._desk.runner.store.run(
            read_history,
            self.kind_id,
            owner=self,
            done=self.history_read.emit,
            failed=self.refused.emit,
        )

    def read_file(self, file: Path) -> None:
        """Read a text from outside."""
        self._desk.runner.paper.run(
            read_template, file, owner=self, done=self.file_read.emit, failed=self.refused.emit
        )

    def write_file(self, file: Path) -> None:
        """Write the text as it stands to a file."""
        self._desk.runner.paper.run(
            write_file,
            file,
            self.text(),
            owner=self,
            done=self._tell_written,
            failed=self.refused.emit,
        )

    def _name(self) -> str:
        return LETTER_KINDS[self.kind_id].name

    def _take(self, wordings: Wordings) -> None:
        self.wordings = wordings
        self.wordings_read.emit()

    def _tell_drawn(self, drawn: DrawnText) -> None:
        if (drawn.kind_id, drawn.text) == (self.kind_id, self.text()):
            self.drawn.emit(drawn)

    def _tell_checked(self, checked: CheckedText) -> None:
        if (checked.kind_id, checked.text) == (self.kind_id, self.text()):
            self.checked.emit(checked)

    def _tell_written(self, file: Path) -> None:
        self._desk.announce(Done(f"已导出 {file.name}"))

    def _performed(self, _version: int) -> None:
        self._drafts.pop(self.kind_id, None)
        self._desk.announce(Done(self._done))
        self._desk.changes.publish(Changes(letters=True))
        self.performed.emit()
        self.read()
