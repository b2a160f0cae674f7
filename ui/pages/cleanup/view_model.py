"""One cleanup: read whole, its scope frozen and changed, taken from stage to stage."""

from PySide6.QtCore import QObject, QTimer, Signal

from models.acts.cleanup_campaigns import advance_campaign
from models.acts.cleanup_scopes import add_entry, freeze_scope, remove_entry
from models.domain.cleanup_campaign import STEPPED_BY_HAND, ScopeFilter
from models.domain.lifecycle import CAMPAIGN, CampaignState
from models.domain.roles import ActName
from models.errors import AppError
from models.queries.cleanup import scope_ids
from models.queries.duplicates import known_document
from models.queries.office import today
from ui.desk import Changes, Desk, Done
from ui.pages.cleanup.deciding import Deciding
from ui.pages.cleanup.reading import CampaignShown, read_campaign
from ui.parts.performer import Performer

# After the last key, before everything is counted anew.
_PAUSE_MS = 700


class CleanupViewModel(QObject):
    """State and intents of the page of one cleanup."""

    campaign_read = Signal(object)
    scope_counted = Signal(int)
    document_unknown = Signal()
    done = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.performer = Performer(desk, self)
        self.deciding = Deciding(desk, self)
        self.campaign_id = 0
        self.shown: CampaignShown | None = None
        self._addition = ("", "")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell_decided)
        self.deciding.settled.connect(self._pause.start)
        self.deciding.refused.connect(self._refuse)
        desk.changes.happened.connect(self._follow)

    def open(self, campaign_id: int) -> None:
        """Show a cleanup."""
        if campaign_id != self.campaign_id:
            self.campaign_id, self.shown = campaign_id, None
            self.deciding.open(campaign_id)
        self.read_again()

    def read_again(self) -> None:
        """Read everything that is shown."""
        if self.campaign_id:
            self._desk.runner.store.run(
                read_campaign, self.campaign_id, owner=self, done=self._take, failed=self._refuse
            )

    def may(self, act: ActName) -> bool:
        """Tell whether the person may do this while the cleanup is in work."""
        is_in_work = self.shown is not None and self.shown.is_in_work
        return is_in_work and self._desk.person.may(act)

    @property
    def may_freeze(self) -> bool:
        """Whether the person may fix the scope, which is done once."""
        is_planned = self.shown is not None and self.shown.state is CampaignState.PLANNED
        return is_planned and self._desk.person.may(ActName.FREEZE_CLEANUP_SCOPE)

    def next_states(self) -> list[CampaignState]:
        """Return where the person may take the cleanup from here, in the order of the law."""
        if self.shown is None or not self._desk.person.may(ActName.ADVANCE_CLEANUP):
            return []
        reachable = CAMPAIGN[self.shown.state] & STEPPED_BY_HAND
        return [state for state in CampaignState if state in reachable]

    def count_scope(self, scope: ScopeFilter) -> None:
        """Count the documents that a filter finds today."""
        self._desk.runner.store.run(
            _count, scope, owner=self, done=self.scope_counted.emit, failed=self._refuse
        )

    def freeze(self, scope: ScopeFilter) -> None:
        """Fix the list of documents."""
        self.performer.perform(
            freeze_scope, self.campaign_id, scope, done=self._frozen, failed=self._refuse
        )

    def add(self, number: str, reason: str) -> None:
        """Take a document in, named by its number or its title."""
        self._addition = (number, reason)
        self._desk.runner.store.run(
            _document_named, number, owner=self, done=self._found, failed=self._refuse
        )

    def remove(self, document_id: int, reason: str) -> None:
        """Take a document out."""
        self.performer.perform(
            remove_entry,
            self.campaign_id,
            document_id,
            reason,
            done=self._removed,
            failed=self._refuse,
        )

    def advance(self, target: CampaignState, note: str) -> None:
        """Take the cleanup to another stage."""
        self.performer.perform(
            advance_campaign,
            self.campaign_id,
            target,
            note,
            done=self._advanced,
            failed=self._refuse,
        )

    def tell(self, sentence: str) -> None:
        """Say what was done, and let everybody read again."""
        self._desk.announce(Done(sentence))
        self._desk.changes.publish(Changes(cleanups=True))
        self.done.emit()

    def _take(self, shown: CampaignShown) -> None:
        if shown.page.row.id == self.campaign_id:
            self.shown = shown
            self.campaign_read.emit(shown)

    def _found(self, document_id: int | None) -> None:
        if document_id is None:
            self.document_unknown.emit()
            return
        self.performer.perform(
            add_entry,
            self.campaign_id,
            document_id,
            self._addition[1],
            done=self._added,
            failed=self._refuse,
        )

    def _frozen(self, count: int) -> None:
        self.tell(f"清理范围已确定，共 {count} 件")

    def _added(self, _entry_id: int) -> None:
        self.tell("已增补列入清理目录")

    def _removed(self, _entry_id: int) -> None:
        self.tell("已移出清理目录")

    def _advanced(self, _campaign_id: int) -> None:
        self.tell("清理已推进到下一环节")

    def _tell_decided(self) -> None:
        """Once no key is pressed any more, everything that counts decisions is read again."""
        self._desk.changes.publish(Changes(cleanups=True))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _follow(self, changes: Changes) -> None:
        if changes.cleanups or changes.documents:
            self.read_again()


def _count(scope: ScopeFilter) -> int:
    return len(scope_ids(scope, today()))


def _document_named(words: str) -> int | None:
    return known_document("", words) or known_document(words.strip("《》"), "")
