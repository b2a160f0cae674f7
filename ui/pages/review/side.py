"""The right side of the desk: the findings, or the form for a new one, or the conclusion."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.acts.refusals import QuoteNotInTextError
from models.errors import AppError
from ui.feedback.catalogue import words_of
from ui.pages.review.conclusion_form import ConclusionForm
from ui.pages.review.finding_cards import FindingCards
from ui.pages.review.finding_form import FindingForm
from ui.pages.review.view_model import ReviewView
from ui.widgets.buttons import Button
from ui.widgets.field_form import Problem
from ui.widgets.labels import Label

_KEYS = "J 下一个，K 上一个"
_KEYS_OF_REVIEWER = f"{_KEYS}，Delete 撤回"


class ReviewSide(QStackedWidget):
    """Shows one of the three; a refusal that belongs to a field stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.counted = Label("审查发现", "heading")
        self.mark = Button("标为问题（M）", "quiet", "edit")
        self.keys = Label("", "quiet")
        self.cards = FindingCards()
        self.form = FindingForm()
        self.conclusion = ConclusionForm()
        for part in (self._findings(), self.form, self.conclusion):
            self.addWidget(part)
        self.form.left.connect(self.show_findings)
        self.conclusion.left.connect(self.show_findings)

    @property
    def is_free(self) -> bool:
        """Whether no form is open."""
        return self.currentIndex() == 0

    def show_review(self, view: ReviewView, *, may_review: bool) -> None:
        """Show the findings of a review."""
        self.mark.setVisible(may_review)
        self.keys.setText(_KEYS_OF_REVIEWER if may_review else _KEYS)
        self.counted.setText(f"审查发现 {sum(one.is_standing for one in view.findings)}")
        self.cards.show_findings(view.findings, may_withdraw=may_review)

    def show_findings(self) -> None:
        """Show the cards."""
        self.setCurrentIndex(0)

    def begin_finding(self, clause: str, quote: str) -> None:
        """Show the form for a new finding."""
        self.setCurrentWidget(self.form)
        self.form.begin(clause, quote)

    def begin_conclusion(self, view: ReviewView) -> None:
        """Show the conclusion the findings lead to."""
        self.conclusion.show_review(view)
        self.setCurrentWidget(self.conclusion)
        self.conclusion.requested_act.setFocus()

    def takes_refusal(self, error: AppError) -> bool:
        """Say a refusal beside its field; tell whether there is such a field."""
        is_quote = isinstance(error, QuoteNotInTextError)
        field = "quote" if is_quote else str(error.values.get("field", ""))
        problem = Problem(field, words_of(error).text)
        form = self.currentWidget()
        if isinstance(form, FindingForm | ConclusionForm) and form.has_field(field):
            form.show_problem(problem)
            return True
        return False

    def _findings(self) -> QWidget:
        side = QWidget()
        head = QHBoxLayout()
        head.addWidget(self.counted)
        head.addStretch(1)
        head.addWidget(self.mark)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.cards, 1)
        layout.addWidget(self.keys)
        return side
