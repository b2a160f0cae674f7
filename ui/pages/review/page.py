"""The review desk: structure, text and findings side by side."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.derivations import explain
from models.domain.records import FindingEntry
from models.domain.terms import LetterSeries
from models.errors import AppError
from resources.terms import name_of
from review.reading.text import Place as ReadingPlace
from ui.desk import Desk, Done, NextStep, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.review.letters import issued_letters, letters_to_write
from ui.pages.review.marked_text import MarkedText
from ui.pages.review.side import ReviewSide
from ui.pages.review.view_model import PlacedFinding, ReviewView, ReviewViewModel
from ui.parts.due_words import due_status, met_status
from ui.parts.structure_list import StructureList
from ui.parts.tones import review_status
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.record_head import RecordHead, Step
from ui.widgets.text_pane import Place

_STRUCTURE_EMS, _SIDE_EMS, _TEXT_EMS = 11, 25, 44
_CONCLUDE = "审查终结"
_WRITE_OPINION = "出具意见书"
_LETTERS = "文书 ▾"
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
        self.text = MarkedText()
        self.side = ReviewSide()
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Show the review the route names."""
        self.panel.hide()
        if route.record_id is not None:
            self.view_model.show(route.record_id)
        if self.view_model.view is None:
            self.head.offer(())
            self.side.show_findings()

    def refresh(self) -> None:
        """Read the review again."""
        self.view_model.read_again()

    def mark_selection(self) -> None:
        """Begin a finding about the words selected, its clause filled in."""
        if not self.view_model.may_review:
            return
        place = self.text.selected_place()
        quoted = self.view_model.quoted(place.start, place.end) if place else ("", "")
        self.side.begin_finding(*quoted)

    def ask_to_conclude(self) -> None:
        """Show the conclusion the findings lead to, and ask what belongs to it."""
        if self.view_model.view is not None:
            self.side.begin_conclusion(self.view_model.view)

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
        self.write_letter(LetterSeries.REVIEW_OPINION)

    def write_letter(self, kind: LetterSeries) -> None:
        """Go to a letter of the review as it would be issued."""
        view = self.view_model.view
        if view is not None:
            extra = (("kind", kind.value), ("review", str(view.page.id)))
            self.desk.navigate(Route("letter", extra=extra))

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.structure, self.text, self._padded(self.side)):
            splitter.addWidget(part)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(1, 1)
        em = self.fontMetrics().horizontalAdvance("国")
        splitter.setSizes([em * ems for ems in (_STRUCTURE_EMS, _TEXT_EMS, _SIDE_EMS)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.panel)
        layout.addWidget(splitter, 1)

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
        self.structure.place_wanted.connect(self._go_to_part)
        self.side.mark.clicked.connect(self.mark_selection)
        self.side.cards.chosen.connect(model.stand_on)
        self.side.cards.withdraw_wanted.connect(self.ask_to_withdraw)
        self.side.form.submitted.connect(self._add)
        self.side.conclusion.wanted.connect(self._confirm_conclusion)
        for key, take in (
            ("J", self._go_on),
            ("K", self._go_back),
            ("M", self.mark_selection),
            ("Delete", self._withdraw_current),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(take)

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
        self.structure.show_structure(view.parts)
        self.structure.setVisible(bool(view.parts))
        self.side.show_review(view, may_review=self.view_model.may_review)
        self._stand_on(self.view_model.current)

    def _offer(self) -> None:
        """Offer the next steps; beside an open form none of them is the primary one."""
        view = self.view_model.view
        if view is None:
            return
        is_free = self.side.is_free
        steps = []
        if self.view_model.may_review:
            steps.append(Step(_CONCLUDE, self.ask_to_conclude, is_primary=is_free))
        if view.wants_opinion:
            steps.append(Step(_WRITE_OPINION, self.write_opinion, is_primary=is_free))
        if view.page.filing_id is not None:
            steps.append(Step("打开备案件", self._open_filing))
        choices = self._letter_choices(view)
        if choices:
            steps.append(Step(_LETTERS, self._stay, choices=choices))
        self.head.offer(steps)

    def _letter_choices(self, view: ReviewView) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the letters that can be written and those that were issued."""
        to_write = letters_to_write(view.page, self.desk.person)
        return (
            *((f"出具{name_of(kind)}", partial(self.write_letter, kind)) for kind in to_write),
            *(
                (
                    f"打开{name_of(row.kind)}　{row.letter_number}",
                    partial(self.desk.navigate, Route("letter", row.id)),
                )
                for row in issued_letters(view.page)
            ),
        )

    def _stay(self) -> None:
        """A menu is opened; nothing happens until something of it is chosen."""

    def _stand_on(self, finding: PlacedFinding | None) -> None:
        self.side.cards.stand_on(finding)
        view = self.view_model.view
        self.text.show_findings(view.findings if view else (), finding)

    def _go_to_part(self, place: ReadingPlace) -> None:
        self.text.scroll_to(Place(place.start, place.end))

    def _go_on(self) -> None:
        self.view_model.step(1)

    def _go_back(self) -> None:
        self.view_model.step(-1)

    def _withdraw_current(self) -> None:
        current = self.view_model.current
        if current is not None and current.is_standing and self.view_model.may_review:
            self.ask_to_withdraw(current.row.id)

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
        self.side.show_findings()
        self.text.select_nothing()
        self.text.setFocus()
        self.desk.announce(Done("已提出一个问题"))

    def _tell_withdrawn(self) -> None:
        self.desk.announce(Done("已撤回一个问题"))

    def _tell_concluded(self, day: date) -> None:
        self.side.show_findings()
        view = self.view_model.view
        is_defect = view is not None and self.side.conclusion.must_request
        steps = (NextStep(_WRITE_OPINION, self.write_opinion),) if is_defect else ()
        self.desk.announce(Done(f"审查已于 {day.isoformat()} 终结", steps))

    def _show_refusal(self, error: AppError) -> None:
        if not self.side.takes_refusal(error):
            self.panel.show_error(error)

    def _open_filing(self) -> None:
        view = self.view_model.view
        if view is not None:
            self.desk.navigate(Route("filing", view.page.filing_id))
