"""The document stood on: what its unit and the program say, what was decided, and the keys."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from models.domain.cleanup import CleanupOutcome
from models.queries.cleanup_entries import EntryRow
from resources.terms import name_of
from ui.pages.cleanup.outcomes import KEYS, lacking, suggestion_words
from ui.parts.days import day_words
from ui.parts.tones import validity_status
from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone
from ui.widgets.upright_area import UprightArea

_WIDTH = 330
_ACROSS = 2
_NO_OPINION = "单位还没有意见。"


class EntryDetail(QFrame):
    """Facts of one document and the buttons that decide it; their keys work in the table."""

    outcome_wanted = Signal(CleanupOutcome)
    writing_wanted = Signal()
    agreeing_wanted = Signal()
    document_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Paper")
        self.setAccessibleName("所选一件")
        self.setMinimumWidth(_WIDTH)
        self.title = WrappedLabel("", "heading")
        self.status, self.conflict = StatusPlate(), StatusPlate()
        self.facts, self.opinion, self.decision = FactsGrid(), FactsGrid(), FactsGrid()
        self.suggestions = WrappedLabel("")
        self.lacking = WrappedLabel("", "problem")
        self.hint = WrappedLabel("选中一件，按 1 至 5 作出审核意见，程序自动转到下一件。", "quiet")
        self.open_document = Button("打开登记簿中的这一件", "quiet", "right")
        self.write = Button("回车 填写依据、期限…")
        self.agree = Button("0 照单位意见")
        self.buttons = {
            outcome: Button(f"{key} {name_of(outcome)}") for outcome, key in KEYS.items()
        }
        self._document_id = 0
        self._heads = {name: Label(name, "name") for name in _PARTS}
        self._content, self._deciding = QWidget(), QWidget()
        self.area = UprightArea(self._content)
        self._lay_out()
        self._connect()
        self.clear()

    def show_row(self, row: EntryRow, *, may_decide: bool) -> None:
        """Show one document."""
        self._document_id = row.document_id
        self.title.setText(row.title)
        self.status.show_status(*validity_status(row.status))
        self.conflict.setVisible(row.has_conflict)
        is_grave = row.has_grave_conflict
        words = "一方留、一方废" if is_grave else "与单位意见不一致"
        self.conflict.show_status(words, Tone.LATE if is_grave else Tone.WAIT)
        self.facts.show_facts(_document_facts(row))
        self.opinion.show_facts(_opinion_facts(row))
        self.suggestions.setText(
            "\n".join(
                f"· 建议{name_of(one.outcome)}：{suggestion_words(one)}" for one in row.suggestions
            )
        )
        self.suggestions.setVisible(bool(row.suggestions))
        self._heads["系统提示（仅供参考）"].setVisible(bool(row.suggestions))
        self.decision.show_facts(_decision_facts(row))
        self.decision.setVisible(row.decision is not None)
        self._heads["审核意见"].setVisible(row.decision is not None)
        missing = "、".join(lacking(row.decision)) if row.decision else ""
        self.lacking.setText(f"公布结果以前还要补写：{missing}。按回车填写。" if missing else "")
        self.lacking.setVisible(bool(missing))
        self._deciding.setVisible(may_decide)
        self.agree.setEnabled(row.opinion is not None)
        self.hint.hide()
        self.area.show()

    def clear(self) -> None:
        """Show no document."""
        self.area.hide()
        self._deciding.hide()
        self.hint.show()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(8)
        inner.addWidget(self.title)
        inner.addWidget(self.status)
        for name, parts in zip(
            _PARTS,
            ((self.opinion,), (self.suggestions,), (self.decision, self.conflict, self.lacking)),
            strict=True,
        ):
            inner.addSpacing(4)
            inner.addWidget(self._heads[name])
            for part in parts:
                inner.addWidget(part)
        inner.addSpacing(4)
        inner.addWidget(Label("文件", "name"))
        inner.addWidget(self.facts)
        inner.addWidget(self.open_document)
        inner.addStretch(1)
        grid = QGridLayout(self._deciding)
        grid.setContentsMargins(12, 8, 12, 12)
        grid.setSpacing(8)
        for place, button in enumerate((*self.buttons.values(), self.agree)):
            grid.addWidget(button, *divmod(place, _ACROSS))
        grid.addWidget(self.write, grid.rowCount(), 0, 1, _ACROSS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._deciding)
        layout.addStretch()
        self.hint.setContentsMargins(16, 14, 16, 14)

    def _connect(self) -> None:
        for outcome, button in self.buttons.items():
            button.clicked.connect(partial(self._want, outcome))
        self.write.clicked.connect(self.writing_wanted)
        self.agree.clicked.connect(self.agreeing_wanted)
        self.open_document.clicked.connect(self._want_document)

    def _want(self, outcome: CleanupOutcome, _checked: object = None) -> None:
        self.outcome_wanted.emit(outcome)

    def _want_document(self) -> None:
        self.document_wanted.emit(self._document_id)


_PARTS = ("单位意见", "系统提示（仅供参考）", "审核意见")


def _document_facts(row: EntryRow) -> list[Fact]:
    facts = [
        Fact("发文字号", row.document_number),
        Fact("实施单位", row.unit_name),
        Fact("公布日期", day_words(row.issued_date)),
        Fact("有效期至", day_words(row.expiry_date)),
    ]
    return [fact for fact in facts if fact.value]


def _opinion_facts(row: EntryRow) -> list[Fact]:
    opinion = row.opinion
    if opinion is None:
        return [Fact("意见", _NO_OPINION)]
    facts = [
        Fact("意见", name_of(opinion.choice)),
        Fact("理由类别", name_of(opinion.reason) if opinion.reason else ""),
        Fact("依据", opinion.basis),
        Fact("代替的文件", opinion.replacing_document),
        Fact("计划完成", day_words(opinion.planned_date)),
        Fact("备注", opinion.remark),
        Fact("收到", f"{day_words(opinion.received_date)}　{opinion.filled_by}".strip("　")),
    ]
    return [fact for fact in facts if fact.value]


def _decision_facts(row: EntryRow) -> list[Fact]:
    decision = row.decision
    if decision is None:
        return []
    facts = [
        Fact("意见", name_of(decision.outcome)),
        Fact("理由类别", name_of(decision.reason) if decision.reason else ""),
        Fact("依据", decision.basis),
        Fact("代替的文件", decision.replacing_document),
        Fact("修改单位", decision.responsible_unit),
        Fact("修改期限", day_words(decision.amendment_due_date)),
        Fact("备注", decision.remark),
        Fact("审核人", decision.decided_by),
    ]
    return [fact for fact in facts if fact.value]
