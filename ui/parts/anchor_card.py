"""The anchor of the trail as a small card: to read, copy, print and keep with the paper ledger."""

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.domain.audit_chain import Anchor
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.slip import Slip, ask_to_print_slip

_WHY = "请打印后由负责人签字，与纸质登记簿放在一起。此前的记录被截去、被重写，都能凭它查出来。"


def anchor_slip(office_name: str, anchor: Anchor, day: date) -> Slip:
    """Return the paper on which an anchor is kept."""
    return Slip(
        "留痕锚点",
        (
            ("单位", office_name),
            ("日期", day.isoformat()),
            ("留痕行数", str(anchor.count)),
            ("锚点", str(anchor)),
            ("负责人签字", ""),
        ),
        ("核验时在“设置—留痕”中照纸面输入锚点。",),
    )


class AnchorCard(QFrame):
    """Shows today's anchor with the ways to take it along."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("今日锚点")
        self._slip = Slip("", ())
        self.anchor = Label("", "mono")
        self.lines = Label("", "quiet")
        self.copy = Button("复制", "quiet", "copy")
        self.print = Button("打印", "quiet", "print")
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(6)
        layout.addWidget(Label("今日锚点", "heading"))
        layout.addWidget(self.anchor)
        layout.addWidget(self.lines)
        layout.addWidget(WrappedLabel(_WHY, "quiet"))
        layout.addLayout(buttons)

    def show_anchor(self, office_name: str, anchor: Anchor, day: date) -> None:
        """Show the anchor as it stands."""
        self._slip = anchor_slip(office_name, anchor, day)
        self.anchor.setText(str(anchor))
        self.lines.setText(f"共 {anchor.count} 行留痕，{day.isoformat()}")

    def slip(self) -> Slip:
        """Return the paper that would be printed."""
        return self._slip

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._slip.text())

    def _print(self) -> None:
        ask_to_print_slip(self._slip, self)
