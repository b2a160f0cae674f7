"""The right side of a sheet: its time, what a person may write on it, what stays empty."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.pages.sheet.period_box import PeriodBox
from ui.widgets.field_form import FieldForm
from ui.widgets.labels import Label, WrappedLabel

_NO_NUMBER = "这种材料不编文号，可以随时打印。左边就是将要印出的纸面，内容取自登记簿。"
_BY_HAND = "没有内容、印出后留空的栏："


class SheetSide(QFrame):
    """Says what the sheet is and takes what the register does not know."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("打印内容")
        self.title = Label("", "heading")
        self.period = PeriodBox()
        self.empty = WrappedLabel("", "quiet")
        self._form: FieldForm | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.title)
        self._layout.addWidget(WrappedLabel(_NO_NUMBER))
        self._layout.addWidget(self.period)
        self._place = self._layout.count()
        self._layout.addWidget(self.empty)

    def show_form(self, form: FieldForm) -> None:
        """Show the fields that a person may write."""
        if self._form is not None:
            self._layout.removeWidget(self._form)
            self._form.deleteLater()
        self._form = form
        self._layout.insertWidget(self._place, form)

    def say_empty(self, names: tuple[str, ...]) -> None:
        """Say which fields the paper leaves empty."""
        self.empty.setText(_BY_HAND + "、".join(names) + "。" if names else "")
        self.empty.setVisible(bool(names))
