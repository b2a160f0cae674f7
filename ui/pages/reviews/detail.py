"""The review the list stands on, beside the list."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.queries.reviews import ReviewPage
from resources.terms import name_of
from ui.parts.tones import review_status
from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate

_WIDTH = 264


class ReviewDetail(QFrame):
    """Says what is reviewed, by whom, until when, and what was found so far."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Paper")
        self.setAccessibleName("所选审查件")
        self.setMinimumWidth(_WIDTH)
        self.title = WrappedLabel("", "heading")
        self.state = StatusPlate()
        self.facts = FactsGrid()
        self.hint = Label("选中一行，在这里看这件审查。", "quiet")
        self.hint.setWordWrap(True)
        self.open_button = Button("打开审查件", "quiet", "right")
        self.open_button.clicked.connect(self._want)
        self._content = QWidget()
        self._lay_out()
        self._content.hide()

    def show_review(self, page: ReviewPage) -> None:
        """Show one review."""
        self.title.setText(page.title)
        self.state.show_status(*review_status(page.state))
        self.facts.show_facts(_facts(page))
        self.hint.hide()
        self._content.show()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (self.title, self.state, self.facts):
            inner.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self.hint)
        layout.addWidget(self._content)
        layout.addStretch(1)

    def _want(self) -> None:
        self.open_wanted.emit()


def _facts(page: ReviewPage) -> list[Fact]:
    standing = Counter(one.finding_class for one in page.findings if not one.withdrawn_reason)
    found = "，".join(f"{name_of(one)} {count} 个" for one, count in standing.items())
    facts = [
        Fact("发文字号", page.document_number),
        Fact("备案登记号", page.filing_register_number),
        Fact("制定机关", page.issuing_body_name),
        Fact("审查方式", name_of(page.trigger)),
        Fact("审查员", page.reviewer),
        Fact("启动日期", page.opened_date.isoformat()),
        Fact("审结期限", page.due_date.isoformat()),
        Fact("审结日期", page.concluded_date.isoformat() if page.concluded_date else ""),
        Fact("审查发现", found),
    ]
    return [fact for fact in facts if fact.value]
