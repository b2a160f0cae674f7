"""The findings as cards in the order of the text; withdrawn ones stay, in grey."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.domain.terms import FindingClass
from resources.terms import name_of
from ui.pages.review.view_model import PlacedFinding
from ui.widgets.buttons import Button
from ui.widgets.labels import Kind, Label, WrappedLabel
from ui.widgets.restyle import restyle
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

_MARGIN = 8


def finding_tone(finding_class: FindingClass) -> Tone:
    """Return the tone of a class: faults that must be corrected, or of technique alone."""
    return Tone.WAIT if finding_class is FindingClass.TECHNICAL else Tone.LATE


class FindingCard(QFrame):
    """One finding; a click stands on it."""

    chosen = Signal(int)
    withdraw_wanted = Signal(int)

    def __init__(self, finding: PlacedFinding, number: int, *, may_withdraw: bool) -> None:
        super().__init__()
        self.finding = finding
        row = finding.row
        self.setObjectName("Card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"第{number}个问题，{row.clause}，{name_of(row.finding_class)}")
        self.setAccessibleDescription(row.problem)
        self.withdraw = Button("撤回", "link")
        self.withdraw.setAccessibleName(f"撤回第{number}个问题")
        self.withdraw.clicked.connect(self._want_withdrawal)
        self._lay_out(number)
        self.withdraw.setVisible(may_withdraw and finding.is_standing)
        self.mark(is_current=False)

    def mark(self, *, is_current: bool) -> None:
        """Show whether the reviewer stands on it."""
        tone = finding_tone(self.finding.row.finding_class).value if is_current else "none"
        self.setProperty("tone", tone)
        restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on it."""
        super().mousePressEvent(event)
        self.chosen.emit(self.finding.row.id)

    def _lay_out(self, number: int) -> None:
        row = self.finding.row
        kind: Kind = "text" if self.finding.is_standing else "quiet"
        tone = finding_tone(row.finding_class) if self.finding.is_standing else Tone.GONE
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(f"{number}. {row.clause}", kind))
        head.addWidget(StatusPlate(name_of(row.finding_class), tone))
        head.addStretch(1)
        head.addWidget(self.withdraw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(WrappedLabel(f"“{row.quote}”", "quiet"))
        layout.addWidget(WrappedLabel(row.problem, kind))
        basis = f"依据：《{row.basis_title}》{row.basis_article}"
        layout.addWidget(WrappedLabel(basis, "quiet"))
        if row.suggestion:
            layout.addWidget(WrappedLabel(f"建议：{row.suggestion}", "quiet"))
        if not self.finding.is_standing:
            layout.addWidget(WrappedLabel(f"已撤回：{row.withdrawn_reason}"))

    def _want_withdrawal(self) -> None:
        self.withdraw_wanted.emit(self.finding.row.id)


class FindingCards(QScrollArea):
    """All cards, one below the other."""

    chosen = Signal(int)
    withdraw_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("审查发现")
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch(1)
        self.setWidget(inside)
        self.cards: list[FindingCard] = []
        self._hint = WrappedLabel(
            "还没有审查发现。在正文中选中有问题的字句，按 M 标为问题。", "quiet"
        )
        self._layout.insertWidget(0, self._hint)

    def show_findings(self, findings: Sequence[PlacedFinding], *, may_withdraw: bool) -> None:
        """Show these findings."""
        for card in self.cards:
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [
            FindingCard(finding, number, may_withdraw=may_withdraw)
            for number, finding in enumerate(findings, start=1)
        ]
        self._hint.setVisible(not self.cards)
        for place, card in enumerate(self.cards):
            card.chosen.connect(self.chosen)
            card.withdraw_wanted.connect(self.withdraw_wanted)
            self._layout.insertWidget(place, card)

    def stand_on(self, finding: PlacedFinding | None) -> None:
        """Mark one card and bring it into sight."""
        for card in self.cards:
            is_current = finding is not None and card.finding.row.id == finding.row.id
            card.mark(is_current=is_current)
            if is_current:
                self.ensureWidgetVisible(card, 0, _MARGIN)
