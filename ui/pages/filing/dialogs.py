"""The questions before the steps of a filing; each stays open while its act is refused."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.domain.records import MaterialEntry
from models.errors import AppError
from ui.pages.filing.formal_form import FormalCheckForm
from ui.pages.filing.forms import DefectForm, ReviewForm, SupplementForm
from ui.pages.filing.steps import FilingStep, defects_of
from ui.pages.filing.view_model import FilingView, FilingViewModel
from ui.parts.act_dialog import ActDialog
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog

_ACCEPT_CONSEQUENCE = "登记后取得备案登记号，号码不能收回。"
_REFUSE_CONSEQUENCE = "不予备案登记后，这件备案办结；同一文件可以重新报送。"


class FilingDialogs(QObject):
    """Asks what a step needs and hands it to the view-model."""

    def __init__(self, view_model: FilingViewModel, login: str, window: QWidget) -> None:
        super().__init__(window)
        self._view_model = view_model
        self._login = login
        self._window = window
        self.dialog: ActDialog | None = None
        self.confirm: ConfirmDialog | None = None
        self.reason: ReasonDialog | None = None

    def ask_to_accept(self, view: FilingView) -> None:
        """Repeat what will be registered, then register it."""
        facts = (
            ("文件名称", view.page.title),
            ("发文字号", view.page.document_number),
            ("报送机关", view.page.filing_body_name),
        )
        verb = FilingStep.ACCEPT.value
        self.confirm = ConfirmDialog(verb, facts, _ACCEPT_CONSEQUENCE, self._window)
        self.confirm.ask(self._view_model.accept)

    def ask_for_reason(self, view: FilingView) -> None:
        """Ask why the filing is refused."""
        facts = (("文件名称", view.page.title), ("报送机关", view.page.filing_body_name))
        verb = FilingStep.REFUSE.value
        self.reason = ReasonDialog(verb, facts, _REFUSE_CONSEQUENCE, self._window)
        self.reason.ask_reason(self._view_model.refuse)

    def ask_to_check(self, view: FilingView) -> None:
        """Show the checklist with what the program can answer."""
        form = FormalCheckForm(view.checklist)
        self._open(FilingStep.FORMAL_CHECK, form, partial(self._keep_check, form))

    def ask_for_defects(self, view: FilingView) -> None:
        """Ask what is to be mended."""
        due = view.supplement_due.due_date.isoformat()
        form = DefectForm(defects_of(view), due, self._view_model.supplement_words())
        self._open(FilingStep.REQUEST_SUPPLEMENT, form, partial(self._request, form))

    def ask_for_supplement(self, view: FilingView) -> None:
        """Ask when the supplement came and what the filing has now."""
        came = [MaterialEntry(row.kind, row.copies, row.remark) for row in view.page.materials]
        form = SupplementForm(view.profile, came, view.today)
        self._open(FilingStep.RECORD_SUPPLEMENT, form, partial(self._record, form))

    def ask_for_review(self, view: FilingView) -> None:
        """Ask what sets the review going and who reviews."""
        form = ReviewForm(view.reviewers, self._login)
        self._open(FilingStep.OPEN_REVIEW, form, partial(self._open_review, form))

    def takes_refusal(self, error: AppError) -> bool:
        """Say a refusal in the dialog that is open; tell whether one is."""
        if self.dialog is None:
            return False
        self.dialog.show_refusal(error)
        return True

    def close(self) -> None:
        """Close the dialog whose act is done."""
        if self.dialog is not None:
            self.dialog.accept()

    def _open(self, step: FilingStep, form: QWidget, take: Callable[[], None]) -> None:
        self.dialog = ActDialog(step.value, form, self._window)
        self.dialog.wanted.connect(take)
        self.dialog.finished.connect(self._forget)
        self._view_model.performer.busy_changed.connect(self.dialog.proceed.setDisabled)
        self.dialog.open()

    def _keep_check(self, form: FormalCheckForm) -> None:
        self._view_model.keep_check(form.answers())

    def _request(self, form: DefectForm) -> None:
        self._view_model.request_supplement(form.defects())

    def _record(self, form: SupplementForm) -> None:
        day = form.answered_date.value()
        if day is not None:
            self._view_model.record_supplement(day, form.materials.entries())
        elif self.dialog is not None:
            self.dialog.show_problem("请填写补正日期，写成 2026-03-02 的样子。")

    def _open_review(self, form: ReviewForm) -> None:
        self._view_model.open_review(form.chosen_trigger(), form.chosen_login())

    def _forget(self) -> None:
        self.dialog = None
