"""The outgoing log: one year at a time; deliveries are recorded, the log is exported."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.acts.letter_delivery import record_delivery
from models.domain.deliveries import DeliveryEntry
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.letters import LetterPage, letter_page
from models.queries.office import today
from models.queries.outgoing_log import OutgoingRow, outgoing_log, outgoing_years
from review.letters.outgoing_workbook import log_workbook
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer
from ui.parts.saving import save_copy


class OutgoingViewModel(QObject):
    """``shown`` gives years and rows; ``delivery_asked`` the letter whose delivery is recorded."""

    shown = Signal(tuple, tuple)
    delivery_asked = Signal(object)
    delivered = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.performer = Performer(desk, self)
        self.year = today().year
        desk.changes.happened.connect(self._follow)

    @property
    def may_deliver(self) -> bool:
        """Whether the person may record deliveries."""
        return self._desk.person.may(ActName.RECORD_DELIVERY)

    def read(self) -> None:
        """Read the log of the year chosen."""
        self._desk.runner.store.run(
            _log_of, self.year, owner=self, done=self._tell, failed=self._refuse
        )

    def ask_delivery(self, letter_id: int) -> None:
        """Read the letter whose delivery is to be recorded."""
        self._desk.runner.store.run(
            letter_page, letter_id, owner=self, done=self._ask, failed=self._refuse
        )

    def deliver(self, letter_id: int, entry: DeliveryEntry) -> None:
        """Record a delivery."""
        self.performer.perform(
            record_delivery, letter_id, entry, done=self._delivered, failed=self._refuse
        )

    def export(self, target: Path) -> None:
        """Write the log of the year into an Excel file."""
        self._desk.runner.store.run(
            _export, self.year, target, owner=self, done=self._exported, failed=self._refuse
        )

    def _tell(self, found: tuple[tuple[int, ...], tuple[OutgoingRow, ...]]) -> None:
        self.shown.emit(*found)

    def _ask(self, letter: LetterPage) -> None:
        self.delivery_asked.emit(letter)

    def _delivered(self, _letter_id: int) -> None:
        self.delivered.emit()
        self._desk.announce(Done("已记录送达"))
        self._desk.changes.publish(Changes(letters=True))

    def _exported(self, target: Path) -> None:
        self._desk.announce(Done(f"已导出 {target.name}"))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.letters:
            self.read()


def _log_of(year: int) -> tuple[tuple[int, ...], tuple[OutgoingRow, ...]]:
    years = outgoing_years()
    return tuple(dict.fromkeys((*years, year))), outgoing_log(year)


def _export(year: int, target: Path) -> Path:
    return save_copy(target, log_workbook(outgoing_log(year), f"{year}年"))
