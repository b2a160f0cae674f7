"""The filing the list stands on, beside the list."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.queries.filings import FilingPage
from resources.terms import RECEIVED_WAYS, name_in, name_of
from ui.parts.due_words import due_status, timely_status
from ui.parts.tones import filing_status
from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate

_WIDTH = 264


class FilingDetail(QFrame):
    """Says what the filing is, what it lacks and by when it must be decided."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Paper")
        self.setAccessibleName("所选备案件")
        self.setMinimumWidth(_WIDTH)
        self.title = WrappedLabel("", "heading")
        self.state = StatusPlate()
        self.timely = StatusPlate()
        self.facts = FactsGrid()
        self.hint = Label("选中一行，在这里看这件备案。", "quiet")
        self.hint.setWordWrap(True)
        self.open_button = Button("打开备案件", "quiet", "right")
        self.open_button.clicked.connect(self._want)
        self._content = QWidget()
        self._lay_out()
        self._content.hide()

    def show_filing(self, page: FilingPage, today: date) -> None:
        """Show one filing."""
        self.title.setText(page.title)
        self.state.show_status(*filing_status(page.state))
        self.timely.show_status(
            *timely_status(page.received_date, page.filing_due_date, page.days_used)
        )
        self.facts.show_facts(_facts(page, today))
        self.hint.hide()
        self._content.show()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.title)
        inner.addWidget(self.state)
        inner.addWidget(self.timely)
        inner.addWidget(self.facts)
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


def _facts(page: FilingPage, today: date) -> list[Fact]:
    missing = [name_of(row.kind) for row in page.materials if row.is_demanded and not row.copies]
    open_dates = [one for one in page.deadlines if one.met_date is None]
    due = [
        f"{one.computed.due_date.isoformat()}，{due_status(one.computed.due_date, today)[0]}"
        for one in open_dates
    ]
    facts = [
        Fact("发文字号", page.document_number),
        Fact("备案登记号", page.filing_register_number),
        Fact("报备文号", page.filing_report_number),
        Fact("报送机关", page.filing_body_name),
        Fact("收到日期", page.received_date.isoformat()),
        Fact("收件方式", name_in(RECEIVED_WAYS, page.received_way)),
        Fact("还缺材料", "、".join(missing)),
        Fact("办理期限", "；".join(due)),
        Fact("经办人", page.handled_by),
    ]
    return [fact for fact in facts if fact.value]
