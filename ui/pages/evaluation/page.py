"""One post-evaluation (后评估): facts at the left, score sheet, words and papers at the right."""

from collections.abc import Callable
from enum import IntEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QSplitter, QTabWidget, QVBoxLayout, QWidget

from models.acts.evaluation_sheet import SheetEntry
from models.domain.evaluation import EvaluationResult
from models.domain.terms import LetterSeries
from models.errors import AppError
from models.queries.evaluation_page import MaterialRow
from ui.desk import Desk, Done, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.evaluation.course_form import CourseForm
from ui.pages.evaluation.facts import evaluation_facts, never_evaluated
from ui.pages.evaluation.forms import ConclusionForm, PlanForm
from ui.pages.evaluation.materials import MaterialList
from ui.pages.evaluation.score_sheet import ScoreSheet
from ui.pages.evaluation.steps import (
    EvaluationStep,
    may_add_papers,
    may_fill_in,
    next_step,
    possible_steps,
)
from ui.pages.evaluation.view_model import EvaluationView, EvaluationViewModel
from ui.parts.act_dialog import ActDialog
from ui.parts.tones import evaluation_status, follow_up_status
from ui.parts.trail_list import TrailList, scrolled
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.reason_dialog import ReasonDialog
from ui.widgets.record_head import RecordHead, Step

_FACTS_SHARE = 340
_CONTINUED, _RENEWED = "CONTINUE", "RENEW"
# What the page of the document calls the acts that carry a result out.
_ACT_ASKED = {
    EvaluationResult.CONTINUE: _CONTINUED,
    EvaluationResult.AMEND: "AMEND",
    EvaluationResult.REPEAL: "END",
    EvaluationResult.LAPSE: "END",
}
_WITHDRAWING = "撤销以后，这次评估不再办理，评分和材料仍留在登记簿里；需要时可以重新列入。"
_TAKING_BACK = "撤回以后，这份材料不再列入评估报告，原件仍留在登记簿里。"
_LEAVING = "评分表写了还没有保存，离开以后所写的内容就没有了。"


class Tab(IntEnum):
    """The tabs in their order."""

    SHEET = 0
    COURSE = 1
    MATERIALS = 2
    TRAIL = 3


class EvaluationRecordPage(Page):
    """Head with the next steps, facts at the left, the sheet at the right; Ctrl+S keeps it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = EvaluationViewModel(desk, self)
        self.head = RecordHead()
        self.errors = ErrorPanel()
        self.facts = FactsGrid()
        self.sheet = ScoreSheet()
        self.course = CourseForm()
        self.materials = MaterialList()
        self.trail = TrailList()
        self.keep = Button("保存评分表", "primary", "save")
        self.tabs = QTabWidget()
        self.dialog: ActDialog | ConfirmDialog | None = None
        self.open_place: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._is_changed = False
        self._steps: dict[EvaluationStep, Callable[[], None]] = {
            EvaluationStep.OPEN_DOCUMENT: self.open_document,
            EvaluationStep.PLAN: self.ask_to_plan,
            EvaluationStep.START: self.view_model.start,
            EvaluationStep.CONCLUDE: self.ask_to_conclude,
            EvaluationStep.WITHDRAW: self.ask_to_withdraw,
            EvaluationStep.NOTICE: partial(self.write, LetterSeries.EVALUATION_NOTICE),
            EvaluationStep.REPORT: partial(self.write, LetterSeries.EVALUATION_REPORT),
            EvaluationStep.CARRY_OUT: self.carry_out,
        }
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        """Show the evaluation the route names, or that of the document it names."""
        self.errors.hide()
        document = route.asked("document")
        if route.record_id is not None:
            self._is_changed = False
            self.view_model.show(route.record_id)
        elif document is not None:
            self._is_changed = False
            self.view_model.show_of(int(document))

    def refresh(self) -> None:
        """Read the evaluation again; what is written and not kept stays."""
        self.view_model.read_again()

    def may_leave(self) -> bool:
        """Ask before something written would be lost."""
        if not self._is_changed:
            return True
        dialog = ConfirmDialog("不保存，离开", (), _LEAVING, self)
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.ask(self._leave)
        return False

    def open_document(self) -> None:
        """Go to the document that is evaluated."""
        self.desk.navigate(Route("document", self._view().facts.id))

    def carry_out(self) -> None:
        """Go to the document with the question of the act that carries the conclusion out."""
        view = self._view()
        if view.page is None or view.page.row.result is None:
            return
        step = _ACT_ASKED[view.page.row.result]
        if step == _CONTINUED and view.is_renewed_anew:
            step = _RENEWED
        self.desk.navigate(Route("document", view.facts.id, (("step", step),)))

    def write(self, kind: LetterSeries) -> None:
        """Go to a paper of the evaluation as it would be issued."""
        about = (("kind", kind.value), ("document", str(self._view().facts.id)))
        self.desk.navigate(Route("letter", extra=about))

    def ask_to_plan(self) -> None:
        """Ask who evaluates and until when."""
        form = PlanForm(self._view().facts)
        self._ask(EvaluationStep.PLAN.value, form, partial(self._plan, form))

    def ask_to_conclude(self) -> None:
        """Ask what the evaluation comes to; what is not kept is kept first."""
        if self._is_changed:
            self.save()
            return
        view = self._view()
        form = ConclusionForm(view.today, is_renewed_anew=view.is_renewed_anew)
        self._ask(EvaluationStep.CONCLUDE.value, form, partial(self._conclude, form))

    def ask_to_withdraw(self) -> None:
        """Ask why the evaluation is taken back."""
        lines = (("文件名称", self._view().facts.title),)
        dialog = ReasonDialog(EvaluationStep.WITHDRAW.value, lines, _WITHDRAWING, self)
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.ask_reason(self.view_model.withdraw)

    def save(self) -> None:
        """Keep marks and words."""
        view = self._view()
        scores = self.sheet.scores()
        if view.page is None:
            return
        if scores is None:
            self.tabs.setCurrentIndex(Tab.SHEET)
            return
        self.errors.hide()
        entry = SheetEntry(scores, self.course.course(), view.page.revision)
        self.view_model.save(entry)

    def add_material(self, file: Path) -> None:
        """Keep a paper under the name of its file."""
        self.errors.hide()
        self.view_model.add_material(file.stem, file)

    def _lay_out(self) -> None:
        self.keep.setToolTip("保存评分和评估情况（Ctrl+S）")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        self.tabs.addTab(scrolled(self.sheet), "评分表")
        self.tabs.addTab(scrolled(self.course), "评估情况")
        self.tabs.addTab(scrolled(self.materials), "评估材料")
        self.tabs.addTab(scrolled(self.trail), "留痕")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setProperty("kind", "gap")
        split.setHandleWidth(9)
        split.setChildrenCollapsible(False)
        split.addWidget(scrolled(self.facts))
        split.addWidget(below)
        split.setStretchFactor(1, 1)
        split.setSizes([_FACTS_SHARE, 2 * _FACTS_SHARE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.errors)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        model = self.view_model
        model.shown.connect(self._show)
        model.acted.connect(self._tell_done)
        model.saved.connect(self._note_saved)
        model.refused.connect(self._show_refusal)
        model.copied.connect(self._open_copy)
        model.performer.busy_changed.connect(self.head.setDisabled)
        model.performer.busy_changed.connect(self.keep.setDisabled)
        self.sheet.changed.connect(self._note_change)
        self.course.changed.connect(self._note_change)
        self.keep.clicked.connect(self.save)
        self.materials.add_wanted.connect(self._ask_for_file)
        self.materials.open_wanted.connect(model.open_material)
        self.materials.withdraw_wanted.connect(self._ask_to_take_back)

    def _show(self, view: EvaluationView) -> None:
        page, person = view.page, self.desk.person
        self.crumb_changed.emit(view.facts.title)
        statuses = [evaluation_status(page.row.state)] if page else []
        if page and page.row.result:
            statuses.append(follow_up_status(page.row.follow_up))
        note = "" if page else "这份文件还没有列入后评估。"
        numbers = (
            ("发文字号", view.facts.document_number),
            ("统一登记号", view.facts.unified_number),
        )
        self.head.show_record(view.facts.title, numbers, statuses, note)
        self._offer(view)
        self.facts.show_facts(
            evaluation_facts(page, view.today) if page else never_evaluated(view.facts)
        )
        self.trail.show_trail(view.trail)
        self._show_work(view, is_open=may_fill_in(page, person))
        rows = page.materials if page else ()
        self.materials.show_materials(rows, is_open=may_add_papers(page, person))
        standing = sum(not row.withdrawn_reason for row in rows)
        self.tabs.setTabText(Tab.MATERIALS, f"评估材料 {standing}" if standing else "评估材料")

    def _show_work(self, view: EvaluationView, *, is_open: bool) -> None:
        """Show the sheet as it is kept, unless somebody is writing on it here."""
        self.keep.setVisible(is_open)
        self.offers = {"file.save": self.save} if is_open else {}
        self.offers_changed.emit()
        if self._is_changed and is_open:
            return
        self._is_changed = False
        page = view.page
        self.sheet.show_sheet(page.sheet if page else (), is_open=is_open)
        if page is not None:
            self.course.show_course(page.course, is_open=is_open)
        self.course.setVisible(page is not None and bool(page.sheet))

    def _offer(self, view: EvaluationView) -> None:
        steps = possible_steps(view.page, self.desk.person)
        natural = next_step(steps)
        self.head.offer(
            [Step(step.value, self._steps[step], is_primary=step is natural) for step in steps]
        )

    def _ask(self, verb: str, form: QWidget, take: Callable[[], None]) -> None:
        dialog = ActDialog(verb, form, self)
        self.dialog = dialog
        dialog.wanted.connect(take)
        dialog.finished.connect(self._forget_dialog)
        self.view_model.performer.busy_changed.connect(dialog.proceed.setDisabled)
        dialog.open()

    def _plan(self, form: PlanForm) -> None:
        if form.is_sound():
            self.view_model.plan(form.entry())

    def _conclude(self, form: ConclusionForm) -> None:
        if form.is_sound():
            self.view_model.conclude(form.conclusion())

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择评估材料")
        if name:
            self.add_material(Path(name))

    def _ask_to_take_back(self, row: MaterialRow) -> None:
        lines = (("材料", row.title), ("文件", row.original_name))
        dialog = ReasonDialog("撤回评估材料", lines, _TAKING_BACK, self)
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.ask_reason(partial(self.view_model.withdraw_material, row.id))

    def _leave(self) -> None:
        self._is_changed = False
        self.desk.back()

    def _note_change(self) -> None:
        self._is_changed = True

    def _note_saved(self) -> None:
        self._is_changed = False

    def _tell_done(self, sentence: str) -> None:
        self.errors.hide()
        if isinstance(self.dialog, ActDialog):
            self.dialog.accept()
        self.desk.announce(Done(sentence))

    def _show_refusal(self, error: AppError) -> None:
        if isinstance(self.dialog, ActDialog):
            self.dialog.show_refusal(error)
        else:
            self.errors.show_error(error)

    def _open_copy(self, place: Path) -> None:
        self.open_place(QUrl.fromLocalFile(str(place)))

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _view(self) -> EvaluationView:
        view = self.view_model.view
        if view is None:
            raise RuntimeError("steps are offered only for an evaluation that is shown")
        return view
