"""The cleanups of the office, and a new one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.cleanup_campaigns import open_campaign
from models.domain.cleanup_campaign import CampaignEntry
from models.domain.roles import ActName
from models.errors import AppError
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer


class CleanupsViewModel(QObject):
    """State and intents of the list; ``opened`` gives the id of a cleanup just begun."""

    opened = Signal(int)
    list_changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self._name = ""
        desk.changes.happened.connect(self._follow)

    @property
    def may_open(self) -> bool:
        """Whether the person may begin a cleanup."""
        return self._desk.person.may(ActName.OPEN_CLEANUP)

    def begin(self, entry: CampaignEntry) -> None:
        """Begin a cleanup."""
        self._name = entry.name
        self.performer.perform(open_campaign, entry, done=self._begun, failed=self._refuse)

    def fetch(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run a question of the table in the store lane."""
        self._desk.runner.store.run(work, owner=self, done=done, failed=self._refuse)

    def _begun(self, campaign_id: int) -> None:
        self._desk.announce(Done(f"已立项：{self._name}"))
        self._desk.changes.publish(Changes(cleanups=True))
        self.opened.emit(campaign_id)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.cleanups:
            self.list_changed.emit()
