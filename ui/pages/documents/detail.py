"""What the register tells of the selected document, beside the table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.queries.document_rows import DocumentPage
from resources.terms import name_of
from ui.parts.days import day_words, judgement_words, term_words
from ui.parts.steps import STEP_VERBS, gate_sentence
from ui.parts.tones import making_status, validity_status
from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate


class DetailPanel(QFrame):
    """Title, states, numbers and dates of one document; ``open_wanted`` asks for its page."""

    open_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Paper")
        self.setAccessibleName("所选文件")
        self._document_id: int | None = None
        self._title = WrappedLabel("", "heading")
        self._making = StatusPlate()
        self._validity = StatusPlate()
        self._why = WrappedLabel("", "quiet")
        self._facts = FactsGrid()
        self._next = WrappedLabel("", "name")
        self.open_button = Button("打开文件页", "quiet", "right")
        self._hint = Label("选中一行，这里显示该文件的概要。", "quiet")
        self._hint.setWordWrap(True)
        self._body = QWidget()
        self._lay_out()
        self._show_body(is_shown=False)
        self.open_button.clicked.connect(self._want_open)

    def show_document(self, page: DocumentPage) -> None:
        """Show a document."""
        facts = page.facts
        self._document_id = facts.id
        self._title.setText(facts.title)
        self._making.show_status(*making_status(facts.making_state))
        self._validity.show_status(*validity_status(page.validity.status))
        self._why.setText(judgement_words(page.validity))
        self._facts.show_facts(_facts(page))
        self._next.setText(_next_words(page))
        self._next.setVisible(bool(self._next.text()))
        self._show_body(is_shown=True)

    def clear(self) -> None:
        """Show no document."""
        self._document_id = None
        self._show_body(is_shown=False)

    def _show_body(self, *, is_shown: bool) -> None:
        self._body.setVisible(is_shown)
        self.open_button.setVisible(is_shown)
        self._hint.setVisible(not is_shown)

    def _lay_out(self) -> None:
        plates = QHBoxLayout()
        plates.setSpacing(8)
        plates.addWidget(self._making)
        plates.addWidget(self._validity)
        plates.addStretch(1)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(12)
        inside.addWidget(self._title)
        inside.addLayout(plates)
        inside.addWidget(self._why)
        inside.addWidget(self._facts)
        inside.addWidget(self._next)
        inside.addStretch(1)
        self._body.setProperty("kind", "scrolled")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self._hint)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.open_button)

    def _want_open(self) -> None:
        if self._document_id is not None:
            self.open_wanted.emit(self._document_id)


def _facts(page: DocumentPage) -> list[Fact]:
    facts = page.facts
    joint = "、".join(issuer.name for issuer in page.joint_issuers)
    lines = [
        Fact("统一登记号", facts.unified_number),
        Fact("发文字号", facts.document_number),
        Fact("制定机关", joint or facts.issuing_body_name),
        Fact("来源", name_of(facts.origin)),
        Fact("登记", f"{day_words(facts.registered_date)}　{facts.registered_by}"),
        Fact("成文日期", day_words(facts.adopted_date)),
        Fact("公布日期", day_words(facts.published_date)),
        Fact("施行日期", day_words(facts.effective_date)),
        Fact("有效期", term_words(facts.validity_term)),
        Fact("失效日期", day_words(facts.expiry_date)),
    ]
    return [*lines, Fact("不予登记理由", facts.refusal_reason)] if facts.refusal_reason else lines


def _next_words(page: DocumentPage) -> str:
    if page.next_step is None:
        return ""
    words = [f"下一步：{STEP_VERBS[page.next_step]}"]
    missing = [gate for gate in page.missing_gates if gate.is_required]
    words += [f"还缺：{gate_sentence(gate)}" for gate in missing]
    return "\n".join(words)
