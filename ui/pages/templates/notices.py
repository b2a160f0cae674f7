"""What the editor has to say above the text: a newer original, a check passed, something unkept."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.tokens import Tone


class TemplateNotices(QWidget):
    """Cards that come and go; nothing is shown while there is nothing to say."""

    difference_wanted = Signal()
    leaving_wanted = Signal()
    staying_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.difference = Button("查看差别", "link", "right")
        self.outdated = Card(
            "原文已更新",
            "程序新版本带来的原文与本单位文字所依据的不同。本单位文字照常使用，可以对照后决定是否改动。",
            tone=Tone.WAIT,
        )
        self.outdated.add(self.difference)
        self.checked: Card | None = None
        self.question: Card | None = None
        self.stay = Button("继续修改", "quiet")
        self.leave = Button("放弃改动并离开", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.outdated)
        self.outdated.hide()
        self.difference.clicked.connect(self.difference_wanted)
        self.hide()

    def tell_outdated(self, *, is_outdated: bool) -> None:
        """Say whether the program brings a newer original."""
        self.outdated.setVisible(is_outdated)
        self._settle()

    def tell_checked(self, remarks: int) -> None:
        """Say that the text passed, with or without remarks below it."""
        self.forget_check()
        text = f"下面有{remarks}处供参考。" if remarks else "各种示例都能印出。"
        self.checked = Card("模板没有问题", text, tone=Tone.OK)
        self._column.addWidget(self.checked)
        self._settle()

    def forget_check(self) -> None:
        """Say no more of a check: the text is another one."""
        if self.checked is not None:
            self.checked.deleteLater()
            self.checked = None
        self._settle()

    def ask_before_leaving(self, names: Sequence[str]) -> None:
        """Ask what becomes of what was typed."""
        self.end_question()
        self.stay, self.leave = Button("继续修改", "quiet"), Button("放弃改动并离开", "quiet")
        self.question = Card(
            "有改动尚未保存",
            f"{'、'.join(names)}的文字改过，还没有存为本单位文字。离开以后改动不再保留。",
            tone=Tone.LATE,
        )
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.question.add(row)
        self._column.insertWidget(0, self.question)
        self.stay.clicked.connect(self._stay)
        self.leave.clicked.connect(self.leaving_wanted)
        self._settle()
        self.stay.setFocus()

    def end_question(self) -> None:
        """Ask no more: everything is kept or given up."""
        if self.question is not None:
            self.question.deleteLater()
            self.question = None
        self._settle()

    def _stay(self) -> None:
        self.end_question()
        self.staying_wanted.emit()

    def _settle(self) -> None:
        is_outdated = not self.outdated.isHidden()
        self.setVisible(is_outdated or self.checked is not None or self.question is not None)
