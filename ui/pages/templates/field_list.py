"""The fields of a paper with their sample values; double click or Enter inserts one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from review.letters.wording_inserts import FieldLine

_INSERT = Qt.ItemDataRole.UserRole


class FieldList(QTreeWidget):
    """Rows of a field stand below it; fields the text does not use are said to be unused."""

    insert_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("数据项")
        self.setColumnCount(3)
        self.setHeaderLabels(["数据项", "示例", ""])
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._want)

    def show_fields(self, lines: Sequence[FieldLine]) -> None:
        """Show the fields of a paper."""
        self.clear()
        parents: dict[str, QTreeWidgetItem] = {}
        for line in lines:
            item = QTreeWidgetItem([line.name, line.sample, ""])
            item.setData(0, _INSERT, line.insert)
            item.setToolTip(0, f"双击或者回车写入：{line.insert}")
            item.setToolTip(1, line.sample)
            if line.owner in parents:
                parents[line.owner].addChild(item)
            else:
                self.addTopLevelItem(item)
            parents.setdefault(line.name.rpartition(".")[2], item)
        self.expandAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def tell_unused(self, names: Sequence[str]) -> None:
        """Say which fields the text does not use."""
        for place in range(self.topLevelItemCount()):
            top = self.topLevelItem(place)
            if top is None:
                continue
            top.setText(2, "未使用" if top.text(0) in names else "")
            for row in range(top.childCount()):
                child = top.child(row)
                full = f"{top.text(0)}.{child.text(0).rpartition('.')[2]}"
                child.setText(2, "未使用" if full in names else "")

    def _want(self, item: QTreeWidgetItem) -> None:
        self.insert_wanted.emit(item.data(0, _INSERT))
