"""One filing: what it is, what the law lets happen next, and what has happened."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from models.acts.decide_filing import Acceptance
from models.acts.reviews import OpenedReview
from models.domain.lifecycle import FilingState
from models.errors import AppError
from resources.terms import name_of
from ui.desk import Desk, Done, NextStep, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.filing.dialogs import FilingDialogs
from ui.pages.filing.life import life_of
from ui.pages.filing.steps import (
    FilingStep,
    faulty_titles,
    missing_materials,
    next_step,
    possible_letters,
    possible_steps,
)
from ui.pages.filing.tabs import FilingTabs
from ui.pages.filing.view_model import FilingView, FilingViewModel
from ui.parts.due_words import timely_status
from ui.parts.missing_codes import way_to_codes
from ui.parts.sheet_menu import letters_step, sheets_step
from ui.parts.tones import filing_status
from ui.parts.trail_list import scrolled
from ui.widgets.life_line import LifeLine
from ui.widgets.record_head import RecordHead, Step

_LIFE_SHARE = 360


class FilingRecordPage(Page):
    """Head with the next steps, life line at the left, tabs at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = FilingViewModel(desk, self)
        self.head = RecordHead()
        self.panel = ErrorPanel()
        self.life = LifeLine()
        self.tabs = FilingTabs()
        self.dialogs = FilingDialogs(self.view_model, desk.person.login, self)
        self._steps: dict[FilingStep, Callable[[FilingView], None]] = {
            FilingStep.FORMAL_CHECK: self.dialogs.ask_to_check,
            FilingStep.ACCEPT: self.dialogs.ask_to_accept,
            FilingStep.REQUEST_SUPPLEMENT: self.dialogs.ask_for_defects,
            FilingStep.RECORD_SUPPLEMENT: self.dialogs.ask_for_supplement,
            FilingStep.REFUSE: self.dialogs.ask_for_reason,
            FilingStep.WRITE_RECEIPT: self.write_receipt,
            FilingStep.OPEN_REVIEW: self.dialogs.ask_for_review,
            FilingStep.GO_TO_REVIEW: self.go_to_review,
        }
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Show the filing the route names."""
        self.panel.hide()
        if route.record_id is not None:
            self.view_model.show(route.record_id)
        if self.view_model.view is None:
            self.head.offer(())

    def refresh(self) -> None:
        """Read the filing again."""
        self.view_model.read_again()

    def write_receipt(self, view: FilingView) -> None:
        """Go to the receipt as it would be issued."""
        extra = (("kind", "filing_receipt"), ("filing", str(view.page.id)))
        self.desk.navigate(Route("letter", extra=extra))

    def go_to_review(self, view: FilingView) -> None:
        """Go to the review of this filing."""
        self.desk.navigate(Route("review", view.page.open_review_id))

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(scrolled(self.life))
        splitter.addWidget(self.tabs)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_LIFE_SHARE, 2 * _LIFE_SHARE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.panel)
        layout.addWidget(splitter, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.shown.connect(self._show)
        model.accepted.connect(self._tell_accepted)
        model.checked.connect(self._tell_checked)
        model.supplement_requested.connect(self._tell_requested)
        model.supplement_recorded.connect(self._tell_recorded)
        model.filing_refused.connect(self._tell_refused)
        model.review_opened.connect(self._tell_review)
        model.refused.connect(self._show_refusal)
        model.performer.busy_changed.connect(self.head.setDisabled)

    def _show(self, view: FilingView) -> None:
        page = view.page
        self.crumb_changed.emit(page.filing_register_number or page.title)
        self.head.show_record(
            page.title,
            (
                ("备案登记号", page.filing_register_number),
                ("发文字号", page.document_number),
                ("报备文号", page.filing_report_number),
            ),
            (
                filing_status(page.state),
                timely_status(page.received_date, page.filing_due_date, page.days_used),
            ),
            self._hindrance(view),
        )
        self.head.offer(self._offers(view))
        self.life.show_items(life_of(view, self._way_to_letter))
        self.tabs.show_filing(view, self._way_to_letter)

    def _offers(self, view: FilingView) -> list[Step]:
        hindrance = self._hindrance(view)
        return [
            sheets_step(self.desk, ("filing_intake_sheet",), view.page.id),
            *self._letters(view),
            *self._acts(view, hindrance),
        ]

    def _letters(self, view: FilingView) -> list[Step]:
        kinds = possible_letters(view.page, self.desk.person)
        return [letters_step(self.desk, kinds, "filing", view.page.id)] if kinds else []

    def _acts(self, view: FilingView, hindrance: str) -> list[Step]:
        steps = possible_steps(view.page, self.desk.person)
        natural = next_step(view.page, steps)
        return [
            Step(
                step.value,
                partial(self._take, step, view),
                is_primary=step is natural,
                hindrance=hindrance if step is FilingStep.ACCEPT else "",
            )
            for step in steps
        ]

    def _hindrance(self, view: FilingView) -> str:
        """Say why the filing cannot be registered now."""
        if view.page.state is not FilingState.RECEIVED:
            return ""
        missing = "、".join(name_of(row.kind) for row in missing_materials(view.page))
        if missing:
            return f"还缺：{missing}。补正以后才能登记。"
        faulty = "、".join(faulty_titles(view.page))
        return f"形式审查不符合：{faulty}。补正以后才能登记。" if faulty else ""

    def _take(self, step: FilingStep, view: FilingView) -> None:
        self.panel.hide()
        self._steps[step](view)

    def _tell_accepted(self, acceptance: Acceptance) -> None:
        self._close_dialog()
        view = self.view_model.view
        self.desk.announce(
            Done(
                f"已予以备案登记，备案登记号 {acceptance.filing_register_number}",
                (NextStep(FilingStep.WRITE_RECEIPT.value, partial(self.write_receipt, view)),)
                if view
                else (),
            )
        )

    def _tell_checked(self) -> None:
        self._close_dialog()
        self.desk.announce(Done("已保存形式审查"))

    def _tell_requested(self, due_date: date) -> None:
        self._close_dialog()
        self.desk.announce(Done(f"已要求补正，期限 {due_date.isoformat()}"))

    def _tell_recorded(self) -> None:
        self._close_dialog()
        self.desk.announce(Done("已记录补正，形式审查期限重新计算"))

    def _tell_refused(self) -> None:
        self._close_dialog()
        self.desk.announce(Done("已不予备案登记"))

    def _tell_review(self, opened: OpenedReview) -> None:
        self._close_dialog()
        go = partial(self.desk.navigate, Route("review", opened.review_id))
        self.desk.announce(
            Done(
                f"已启动审查，{opened.due_date.isoformat()} 前审结",
                (NextStep(FilingStep.GO_TO_REVIEW.value, go),),
            )
        )

    def _show_refusal(self, error: AppError) -> None:
        if not self.dialogs.takes_refusal(error):
            self.panel.show_error(error, way_to_codes(error, self.desk.navigate))

    def _close_dialog(self) -> None:
        self.panel.hide()
        self.dialogs.close()

    def _way_to_letter(self, letter_id: int) -> Callable[[], None]:
        return partial(self.desk.navigate, Route("letter", letter_id))
