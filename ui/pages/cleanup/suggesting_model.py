"""The program looks for what speaks for an outcome (生成提示), document by document."""

from PySide6.QtCore import QObject, Signal

from models.acts.cleanup_decisions import record_suggestions
from models.domain.cleanup_campaign import SuggestionEntry
from models.errors import AppError
from models.files import FileStore
from models.queries.office import today
from review.cleanup.suggesting.suggestions import suggest
from review.laws.office_catalogue import office_index
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer
from ui.tasks.ticket import Ticket

_LOOKING = "正在查找提示"


class SuggestingModel(QObject):
    """Looks and records what was found, in place of what was found before."""

    work_begun = Signal(object, str)
    progressed = Signal(object)
    work_ended = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)

    def look(self, campaign_id: int) -> None:
        """Look at every document of a cleanup."""
        ticket = self._desk.runner.store.run_long(
            _look,
            campaign_id,
            self._desk.register.files,
            owner=self,
            done=self._record,
            failed=self._fail,
            progress=self.progressed.emit,
        )
        self.work_begun.emit(ticket, _LOOKING)

    def _record(self, found: tuple[int, tuple[SuggestionEntry, ...]]) -> None:
        self.work_ended.emit()
        self.performer.perform(
            record_suggestions, *found, done=self._tell_recorded, failed=self._fail
        )

    def _tell_recorded(self, count: int) -> None:
        words = f"查到提示 {count} 条，供审核参考" if count else "没有查到需要提示的文件"
        self._desk.announce(Done(words))
        self._desk.changes.publish(Changes(cleanups=True))

    def _fail(self, error: AppError) -> None:
        self.work_ended.emit()
        self.refused.emit(error)


def _look(
    ticket: Ticket, campaign_id: int, files: FileStore
) -> tuple[int, tuple[SuggestionEntry, ...]]:
    def report(done: int, whole: int) -> None:
        ticket.report(_LOOKING, done, whole)

    return campaign_id, suggest(campaign_id, office_index(files), today(), progress=report)
