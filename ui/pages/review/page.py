"""The review desk: structure, text and findings side by side."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.acts.refusals import QuoteNotInTextError
from models.derivations import explain
from models.domain.records import FindingEntry
from models.errors import AppError
from resources.terms import name_of
from review.reading.articles import Part
from ui.desk import Desk, Done, NextStep, Route
from ui.feedback.catalogue import words_of
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.review.conclusion_form import ConclusionForm
from ui.pages.review.finding_cards import FindingCards, finding_tone
from ui.pages.review.finding_form import FindingForm
from ui.pages.review.structure import StructureList
from ui.pages.review.view_model import PlacedFinding, ReviewView, ReviewViewModel
from ui.parts.due_words import due_status, met_status
from ui.parts.tones import review_status
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.field_form import Problem
from ui.widgets.labels import Label
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.record_head import RecordHead, Step
from ui.widgets.text_pane import Place, TextPane

_WIDTHS = (170, 640, 370)
_CONCLUDE = "审查终结"
_WRITE_OPINION = "出具意见书"
_CONSEQUENCE = "终结以后，审查发现不能再增加或者撤回。"
_WITHDRAW_CONSEQUENCE = "撤回的问题留在页面上，显示为灰色，不写进意见书。"


class ReviewDeskPage(Page):
    """Three columns; M marks the words selected, J and K walk through the findings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = ReviewViewModel(desk, self)
        self.head = RecordHead()
        self.panel = ErrorPanel()
        self.structure = StructureList()
        self.text = TextPane("被审查文件的正文")
        self.count = Label("审查发现", "heading")
        self.mark = Button("标为问题（M）", "quiet", "edit")
        self.cards = FindingCards()
        self.form = FindingForm()
        self.conclusion = ConclusionForm()
        self.side = QStackedWidget()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Show the review the route names."""
        self.panel.hide()
        self.show_findings()
        if route.record_id is not None:
            self.view_model.show(route.record_id)

    def refresh(self) -> None:
        """Read the review again."""
        self.view_model.read_again()

    def mark_selection(self) -> None:
        """Begin a finding about the words selected, its clause filled in."""
        if not self.view_model.may_review:
            return
        place = self.text.selected_place()
        self.side.setCurrentWidget(self.form)
        self.form.begin(*self.view_model.quoted(place.start, place.end) if place else ("", ""))

    def ask_to_conclude(self) -> None:
        """Show the conclusion the findings lead to, and ask what belongs to it."""
        if self.view_model.view is not None:
            self.conclusion.show_review(self.view_model.view)
            self.side.setCurrentWidget(self.conclusion)
            self.conclusion.requested_act.setFocus()

    def ask_to_withdraw(self, finding_id: int) -> None:
        """Ask why a finding is taken back."""
        self.view_model.stand_on(finding_id)
        current = self.view_model.current
        if current is None:
            return
        facts = (("条款", current.row.clause), ("问题", current.row.problem))
        self.reason = ReasonDialog("撤回审查发现", facts, _WITHDRAW_CONSEQUENCE, self)
        self.reason.ask_reason(partial(self.view_model.withdraw, finding_id))

    def write_opinion(self) -> None:
        """Go to the opinion as it would be issued."""
        view = self.view_model.view
        if view is not None:
            extra = (("kind", "review_opinion"), ("review", str(view.page.id)))
            self.desk.navigate(Route("letter", extra=extra))

    def show_findings(self) -> None:
        """Show the cards again."""
        self.side.setCurrentIndex(0)

    def _lay_out(self) -> None:
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for part in (self._findings_side(), self.form, self.conclusion):
            self.side.addWidget(part)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.structure, self.text, self._padded(self.side)):
            splitter.addWidget(part)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(list(_WIDTHS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.panel)
        layout.addWidget(splitter, 1)

    def _findings_side(self) -> QWidget:
        side = QWidget()
        head = QHBoxLayout()
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.mark)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.cards, 1)
        layout.addWidget(Label("J 下一个，K 上一个，Delete 撤回", "quiet"))
        return side

    def _padded(self, part: QWidget) -> QWidget:
        padded = QWidget()
        layout = QVBoxLayout(padded)
        layout.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(part)
        return padded

    def _connect(self) -> None:
        model = self.view_model
        model.shown.connect(self._show)
        model.current_changed.connect(self._stand_on)
        model.finding_added.connect(self._tell_added)
        model.finding_withdrawn.connect(self._tell_withdrawn)
        model.concluded.connect(self._tell_concluded)
        model.refused.connect(self._show_refusal)
        model.performer.busy_changed.connect(self.side.setDisabled)
        self.side.currentChanged.connect(self._offer)
        self.structure.part_wanted.connect(self._go_to_part)
        self.mark.clicked.connect(self.mark_selection)
        self.cards.chosen.connect(model.stand_on)
        self.cards.withdraw_wanted.connect(self.ask_to_withdraw)
        self.form.submitted.connect(self._add)
        self.form.left.connect(self.show_findings)
        self.conclusion.wanted.connect(self._confirm_conclusion)
        self.conclusion.left.connect(self.show_findings)
        for key, take in (
            ("J", self._go_on),
            ("K", self._go_back),
            ("M", self.mark_selection),
            ("Delete", self._withdraw_current),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(take)
        self.offers = {"file.save": self._save}

    def _show(self, view: ReviewView) -> None:
        page = view.page
        due = page.due_date
        self.crumb_changed.emit(page.filing_register_number or page.title)
        self.head.show_record(
            page.title,
            (
                ("发文字号", page.document_number),
                ("备案登记号", page.filing_register_number),
                (name_of(page.trigger), page.reviewer),
            ),
            (
                review_status(page.state),
                met_status(due, page.concluded_date)
                if page.concluded_date
                else due_status(due, view.today),
            ),
            "；".join(f"审结期限：{explain(one.computed)}" for one in page.deadlines),
        )
        self._offer()
        if self.text.toPlainText() != page.text:
            self.text.show_text(page.text)
        self.structure.show_parts(view.parts)
        self.structure.setVisible(bool(view.parts))
        may_review = self.view_model.may_review
        self.mark.setVisible(may_review)
        self.count.setText(f"审查发现 {sum(one.is_standing for one in view.findings)}")
        self.cards.show_findings(view.findings, may_withdraw=may_review)
        self._stand_on(self.view_model.current)

    def _offer(self) -> None:
        """Offer the next steps; beside an open form none of them is the primary one."""
        view = self.view_model.view
        if view is None:
            return
        is_free = self.side.currentIndex() == 0
        steps = []
        if self.view_model.may_review:
            steps.append(Step(_CONCLUDE, self.ask_to_conclude, is_primary=is_free))
        if view.wants_opinion:
            steps.append(Step(_WRITE_OPINION, self.write_opinion, is_primary=is_free))
        if view.page.filing_id is not None:
            steps.append(Step("打开备案件", self._open_filing))
        self.head.offer(steps)

    def _stand_on(self, finding: PlacedFinding | None) -> None:
        self.cards.stand_on(finding)
        findings = self.view_model.view.findings if self.view_model.view else ()
        here = finding.place if finding else None
        places = [
            (Place(one.place.start, one.place.end), finding_tone(one.row.finding_class))
            for one in findings
            if one.place and one.is_standing and one.place != here
        ]
        if here is None:
            self.text.highlight(places)
            return
        place = Place(here.start, here.end)
        self.text.highlight([*places, (place, None)])
        self.text.scroll_to(place)

    def _go_to_part(self, part: Part) -> None:
        self.text.scroll_to(Place(part.place.start, part.place.end))

    def _go_on(self) -> None:
        self.view_model.step(1)

    def _go_back(self) -> None:
        self.view_model.step(-1)

    def _withdraw_current(self) -> None:
        current = self.view_model.current
        if current is not None and current.is_standing and self.view_model.may_review:
            self.ask_to_withdraw(current.row.id)

    def _save(self) -> None:
        if self.side.currentWidget() is self.form:
            self.form.submit()

    def _add(self, finding: FindingEntry) -> None:
        self.panel.hide()
        self.view_model.add(finding)

    def _confirm_conclusion(self, requested_act: str, summary: str) -> None:
        view = self.view_model.view
        if view is None:
            return
        self.panel.hide()
        facts = (
            ("文件名称", view.page.title),
            ("审查结论", name_of(view.page.conclusion)),
            ("处理要求", requested_act or "无"),
        )
        self.confirm = ConfirmDialog(_CONCLUDE, facts, _CONSEQUENCE, self)
        self.confirm.ask(partial(self.view_model.conclude, requested_act, summary))

    def _tell_added(self) -> None:
        self.show_findings()
        self.text.setFocus()
        self.desk.announce(Done("已提出一个问题"))

    def _tell_withdrawn(self) -> None:
        self.desk.announce(Done("已撤回一个问题"))

    def _tell_concluded(self, day: date) -> None:
        self.show_findings()
        view = self.view_model.view
        is_defect = view is not None and self.conclusion.must_request
        steps = (NextStep(_WRITE_OPINION, self.write_opinion),) if is_defect else ()
        self.desk.announce(Done(f"审查已于 {day.isoformat()} 终结", steps))

    def _show_refusal(self, error: AppError) -> None:
        field = "quote" if isinstance(error, QuoteNotInTextError) else ""
        field = field or str(error.values.get("field", ""))
        problem = Problem(field, words_of(error).text)
        if self.side.currentWidget() is self.form and self.form.has_field(field):
            self.form.show_problem(problem)
        elif self.side.currentWidget() is self.conclusion and field == "requested_act":
            self.conclusion.show_problem(problem)
        else:
            self.panel.show_error(error)

    def _open_filing(self) -> None:
        view = self.view_model.view
        if view is not None:
            self.desk.navigate(Route("filing", view.page.filing_id))
