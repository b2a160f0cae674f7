"""The trail (留痕): its anchor for paper, and the check of the whole of it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.feedback.progress_strip import ProgressStrip
from ui.pages.settings.section import Section
from ui.pages.settings.trail_model import TrailCheck, TrailViewModel
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.parts.anchor_card import AnchorCard
from ui.tasks.ticket import Ticket
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.scrolled import scrolled
from ui.widgets.tokens import Tone

_ABOUT = (
    "每办理一件事都有一行记录，环环相扣。核验会从头到尾检查一遍，指出被改动、删除或者调换的每一行，"
    "再逐项核对登记簿的记录与留痕是否一致。"
)
_ANCHOR_HINT = "例如 128-9f3c02d4a1b7e650"


class TrailSection(Section):
    """Check, with or without an anchor from paper; the anchor of today beside it."""

    def __init__(self, view_model: SettingsViewModel, trail: TrailViewModel) -> None:
        super().__init__(view_model, "留痕", _ABOUT)
        self.trail = trail
        self.typed = QLineEdit()
        self.typed.setAccessibleName("纸面锚点")
        self.typed.setPlaceholderText(_ANCHOR_HINT)
        self.verify = Button("核验留痕", "primary", "check")
        self.progress = ProgressStrip()
        self.anchor = AnchorCard()
        self.result: Card | None = None
        self._results = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_view(self, view: SettingsView) -> None:
        """Show the anchor as it stands."""
        self.anchor.show_anchor(view.office.office_name, view.anchor, view.day)

    def _lay_out(self) -> None:
        box = QFrame()
        box.setObjectName("Paper")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 8, 12, 12)
        inside.setSpacing(8)
        inside.addWidget(Label("核验", "heading"))
        inside.addWidget(
            WrappedLabel(
                "有纸面锚点的，照纸面输入，可以查出此前的记录有没有被截去、重写。", "quiet"
            )
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        title = Label("纸面锚点", "name")
        title.setBuddy(self.typed)
        line.addWidget(title)
        line.addWidget(self.typed, 1)
        line.addWidget(self.verify)
        inside.addLayout(line)
        inside.addWidget(self.progress)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(box)
        column.addLayout(self._results)
        column.addWidget(self.anchor)
        column.addStretch(1)
        self.content.addWidget(scrolled(content), 1)

    def _connect(self) -> None:
        self.verify.clicked.connect(self._verify)
        self.typed.returnPressed.connect(self._verify)
        self.trail.started.connect(self._follow)
        self.trail.progressed.connect(self.progress.show_progress)
        self.trail.verified.connect(self._show_found)
        self.trail.refused.connect(self.refuse)

    def _verify(self) -> None:
        self.error.hide()
        self._clear()
        self.trail.verify(self.typed.text())

    def _follow(self, ticket: Ticket) -> None:
        self.progress.follow(ticket, "正在核验留痕")

    def _show_found(self, found: TrailCheck) -> None:
        self.progress.end()
        self._clear()
        self.result = _card(found)
        self._results.addWidget(self.result)

    def _clear(self) -> None:
        if self.result is not None:
            self._results.removeWidget(self.result)
            self.result.hide()
            self.result.deleteLater()
            self.result = None


def _card(found: TrailCheck) -> Card:
    verdict = found.verdict
    count = len(verdict.faults) or found.differing
    if not count:
        held = "，与纸面锚点相符" if found.has_anchor else ""
        text = f"共 {verdict.count} 行，环环相扣{held}；各项记录与留痕一致。"
        return Card("留痕全部相符", text, tone=Tone.OK)
    lines = [CardLine(words) for words in found.faults]
    if count > len(lines):
        lines.append(CardLine(f"另有 {count - len(lines)} 处"))
    text = "请停止办理，保留现场，把结果和备份交给负责人核对。"
    what = "留痕有" if verdict.faults else "留痕相符，但是记录有"
    return Card(f"{what} {count} 处不符", text, lines, Tone.LATE)
