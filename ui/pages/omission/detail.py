"""The line stood on: what the list says beside what the register has, and what to decide."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from models.domain.omissions import RowDecision
from models.queries.omissions import OmissionListRow
from resources.terms import name_of
from ui.pages.omission.table import DECISION_TONES, STANDING_TONES
from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.upright_area import UprightArea

_WIDTH = 320
_ACROSS = 2
DECISION_KEYS = {
    RowDecision.SHOULD_REGISTER: "1",
    RowDecision.NOT_NORMATIVE: "2",
    RowDecision.REGISTERED_AS: "3",
    RowDecision.FILED_ELSEWHERE: "4",
    RowDecision.LIST_FAULT: "5",
}
_WORDS = {
    RowDecision.SHOULD_REGISTER: "应当登记",
    RowDecision.NOT_NORMATIVE: "不属于",
    RowDecision.REGISTERED_AS: "已登记为…",
    RowDecision.FILED_ELSEWHERE: "已报其他机关",
    RowDecision.LIST_FAULT: "清单有误",
}


class RowDetail(QFrame):
    """Facts of one line and the buttons that decide it; their keys work in the table."""

    decision_wanted = Signal(RowDecision)
    reopen_wanted = Signal()
    register_wanted = Signal()
    document_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("所选一行")
        self.setMinimumWidth(_WIDTH)
        self.title = WrappedLabel("", "heading")
        self.standing, self.decision = StatusPlate(), StatusPlate()
        self.listed, self.registered = FactsGrid(), FactsGrid()
        self.why = WrappedLabel("", "quiet")
        self.hint = WrappedLabel("选中一行，在这里与登记簿对照，然后处理。", "quiet")
        self.open_document = Button("打开登记簿中的这一件", "quiet", "right")
        self.register = Button("登记这一件", "quiet", "plus")
        self.reopen = Button("撤回处理意见", "quiet", "undo")
        self.buttons = {
            decision: Button(f"{key} {_WORDS[decision]}") for decision, key in DECISION_KEYS.items()
        }
        self._document_id: int | None = None
        self._content, self._deciding = QWidget(), QWidget()
        self.area = UprightArea(self._content)
        self._lay_out()
        self._connect()
        self.clear()

    def show_row(self, row: OmissionListRow, *, may_decide: bool) -> None:
        """Show one line."""
        self.title.setText(row.title or "（清单没有写标题）")
        self.standing.show_status(name_of(row.standing), STANDING_TONES[row.standing])
        self.decision.setVisible(row.decision is not None)
        if row.decision is not None:
            self.decision.show_status(name_of(row.decision), DECISION_TONES[row.decision])
        self.listed.show_facts(_listed_facts(row))
        self.why.setText("判断理由：" + "；".join(row.reasons))
        self.registered.show_facts(_registered_facts(row))
        self._document_id = row.document_id
        self.open_document.setVisible(row.document_id is not None)
        self._deciding.setVisible(may_decide)
        self.reopen.setVisible(may_decide and row.decision is not None)
        self.register.setVisible(may_decide and row.decision is RowDecision.SHOULD_REGISTER)
        self.hint.hide()
        self.area.show()

    def clear(self) -> None:
        """Show no line."""
        self.area.hide()
        self._deciding.hide()
        self.hint.show()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(10)
        inner.addWidget(self.title)
        inner.addWidget(self.standing)
        inner.addWidget(self.decision)
        inner.addWidget(Label("清单所写", "name"))
        inner.addWidget(self.listed)
        inner.addWidget(self.why)
        inner.addWidget(Label("登记簿中", "name"))
        inner.addWidget(self.registered)
        inner.addWidget(self.open_document)
        inner.addWidget(self.register)
        inner.addWidget(self.reopen)
        inner.addStretch(1)
        grid = QGridLayout(self._deciding)
        grid.setContentsMargins(12, 8, 12, 12)
        grid.setSpacing(8)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, *divmod(place, _ACROSS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._deciding)
        layout.addStretch()
        self.hint.setContentsMargins(16, 14, 16, 14)

    def _connect(self) -> None:
        for decision, button in self.buttons.items():
            button.clicked.connect(partial(self._want, decision))
        self.reopen.clicked.connect(self._want_reopened)
        self.register.clicked.connect(self._want_registered)
        self.open_document.clicked.connect(self._want_document)

    def _want(self, decision: RowDecision, _checked: object = None) -> None:
        self.decision_wanted.emit(decision)

    def _want_reopened(self) -> None:
        self.reopen_wanted.emit()

    def _want_registered(self) -> None:
        self.register_wanted.emit()

    def _want_document(self) -> None:
        if self._document_id is not None:
            self.document_wanted.emit(self._document_id)


def _listed_facts(row: OmissionListRow) -> list[Fact]:
    repeats = f"第 {row.repeats_row} 行" if row.repeats_row else ""
    facts = [
        Fact("发文字号", row.document_number),
        Fact("发文机关", row.issuing_body_name),
        Fact("日期", row.adopted_date.isoformat() if row.adopted_date else ""),
        Fact("与第几行重复", repeats),
        Fact("处理理由", row.decision_reason),
        Fact("处理人", row.decided_by),
    ]
    return [fact for fact in facts if fact.value]


def _registered_facts(row: OmissionListRow) -> list[Fact]:
    if row.document_id is None:
        return [Fact("比对结果", name_of(row.match))]
    likeness = f"{row.likeness}%" if row.likeness else ""
    facts = [
        Fact("比对结果", name_of(row.match)),
        Fact("发文字号", row.registered_number),
        Fact("标题", row.document_title),
        Fact("标题相似", likeness),
    ]
    return [fact for fact in facts if fact.value]
