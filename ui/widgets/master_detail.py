"""A table with the detail of the row stood on beside it; the detail folds away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.widgets.buttons import Button
from ui.widgets.table_view import TableView

_TABLE_SHARE = 4
_GAP = 9


class MasterDetail(QSplitter):
    """Brings the buttons that fold the detail and choose columns, for the head of the page."""

    def __init__(self, table: TableView, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._table = table
        self.fold = Button("概要", "flat", "right")
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.setToolTip("显示或者收起所选一件的概要")
        self.columns = Button("列和排序", "flat", "down")
        self.columns.setToolTip("选择显示哪些列、按哪一列排序，在表格上点右键也可以")
        self.setChildrenCollapsible(False)
        self.setProperty("kind", "gap")
        self.setHandleWidth(_GAP)
        self.addWidget(table)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        width = detail.minimumWidth()
        self.setSizes([_TABLE_SHARE * width, width])
        self.fold.toggled.connect(detail.setVisible)
        self.columns.clicked.connect(self._show_menu)

    def remembered(self) -> str:
        """Return whether the detail is shown, to be remembered."""
        return "shown" if self.fold.isChecked() else "folded"

    def recall(self, remembered: str) -> None:
        """Fold the detail away when it was."""
        self.fold.setChecked(remembered != "folded")

    def _show_menu(self) -> None:
        place = self.columns.mapToGlobal(self.columns.rect().bottomLeft())
        menu = self._table.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
