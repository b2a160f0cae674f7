"""What a person decides about the item stood on: looked at, set aside, joined, split."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from review.folder_import.decisions import DecisionKind
from ui.pages.folder_import.detail import ItemDetail
from ui.pages.folder_import.view_model import FolderImportViewModel
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.table_view import TableView

_SET_ASIDE = "这一项不登记，文件留在本批清单中，以后可以重新办理。"


class ItemAnswers(QObject):
    """Answers the buttons of the detail and the keys of the table."""

    def __init__(
        self, model: FolderImportViewModel, table: TableView, detail: ItemDetail, page: QWidget
    ) -> None:
        super().__init__(page)
        self._model, self._table, self._detail, self._page = model, table, detail, page
        detail.looked_wanted.connect(self.mark_looked)
        detail.set_aside_wanted.connect(self.ask_to_set_aside)
        detail.take_up_wanted.connect(self.take_up)
        detail.files.split_wanted.connect(partial(self.regroup, DecisionKind.SPLIT))
        detail.files.main_wanted.connect(partial(self.regroup, DecisionKind.MAIN))

    def mark_looked(self) -> None:
        """Take the person's word that the item was looked at."""
        item = self._detail.item
        if item is not None and self._detail.looked.isVisible():
            self._model.decide(DecisionKind.LOOKED, item.number)

    def ask_to_set_aside(self) -> None:
        """Set the item aside, with a reason."""
        item = self._detail.item
        if item is not None and self._detail.set_aside.isVisible():
            facts = (("标题", item.title), ("文件", item.main.shown))
            dialog = ReasonDialog("不登记", facts, _SET_ASIDE, self._page)
            dialog.ask_reason(partial(self._set_aside, item.number))

    def _set_aside(self, number: int, reason: str) -> None:
        self._model.decide(DecisionKind.SET_ASIDE, number, words=reason)

    def take_up(self) -> None:
        """Take up again what was set aside."""
        if self._detail.item is not None:
            self._model.decide(DecisionKind.TAKEN_UP, self._detail.item.number)

    def regroup(self, kind: DecisionKind, number: int) -> None:
        """Split a file from its item, or make it the main text."""
        self._model.decide(kind, number)

    def join(self) -> None:
        """Make one document of the items selected; the one stood on leads."""
        numbers = self._table.selected_ids()
        current = self._table.current_id()
        if len(numbers) > 1 and current is not None:
            self._model.join(numbers, current)
