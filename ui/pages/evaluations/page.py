"""The list of post-evaluations (后评估)."""

from functools import partial
from pathlib import Path

from models.errors import AppError
from models.queries.evaluations_due import DueForEvaluation
from models.queries.office import today
from review.evaluation.plan_list import PlanList
from ui.desk import Desk
from ui.pages.evaluations.listing import EVALUATIONS
from ui.pages.evaluations.plan_form import PlanListForm
from ui.pages.evaluations.view_model import PlanningModel
from ui.parts.act_dialog import ActDialog
from ui.parts.list_page import ListPage, ListWords
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.file_choice import ask_for_file
from ui.widgets.filter_chips import Filter

_WORDS = ListWords(
    name="evaluations",
    title="后评估",
    record="后评估",
    filters=(
        Filter("state", "状态"),
        Filter("result", "结论"),
        Filter("follow_up", "落实情况"),
        Filter("unit", "评估单位"),
        Filter("plan_year", "计划年度"),
    ),
    hint="文件名称或者发文字号",
    nothing_yet=(
        "还没有后评估",
        "有效期将满的可以一次列入，也可以读取年度计划表，或者在文件页面按“后评估”列入。",
        "打开文件登记",
    ),
    record_page="evaluation",
    helping_page="documents",
)
_TABLES = "表格文件 (*.xlsx *.xls *.et *.ods *.csv *.tsv *.html *.htm)"
_DUE_CONSEQUENCE = (
    "列入以后，评估单位按起草单位或者制定机关填写，报告期限按规则包计算；"
    "列错的可以由负责人分别撤销。"
)
_NONE_DUE = "没有有效期将满、应当评估而没有列入的文件"
_NAMED = 5


class EvaluationsPage(ListPage):
    """All evaluations; many are planned in one go, by the ladder or from a table."""

    def __init__(self, desk: Desk) -> None:
        self.due = Button("列入应评估的文件…", "quiet", "calendar")
        self.plan = Button("读取年度计划表…", "quiet", "folder")
        super().__init__(desk, _WORDS, EVALUATIONS, self.due, self.plan)
        self.planning = PlanningModel(desk, self)
        self.dialog: ActDialog | ConfirmDialog | None = None
        self._due: tuple[DueForEvaluation, ...] = ()
        for button in (self.due, self.plan):
            button.setVisible(self.planning.may_plan)
        self._show_due(())
        self.due.clicked.connect(self.ask_to_plan_due)
        self.plan.clicked.connect(self._ask_for_file)
        self.planning.due_read.connect(self._show_due)
        self.planning.plan_read.connect(self.ask_to_plan_list)
        self.planning.planned.connect(self._close_dialog)
        self.planning.refused.connect(self._show_refusal)
        self.planning.read_due()

    def refresh(self) -> None:
        """Read the list again, and what waits to be planned."""
        super().refresh()
        self.planning.read_due()

    def ask_to_plan_due(self) -> None:
        """Repeat which documents are planned, then plan them."""
        names = [f"{one.title}（{one.expiry_date.isoformat()} 届满）" for one in self._due[:_NAMED]]
        more = len(self._due) - len(names)
        facts = (
            ("件数", f"{len(self._due)} 件"),
            ("文件", "\n".join([*names, *([f"另有 {more} 件"] if more else [])])),
        )
        dialog = ConfirmDialog("列入后评估", facts, _DUE_CONSEQUENCE, self)
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.ask(partial(self.planning.plan_due, self._due))

    def ask_to_plan_list(self, plan: PlanList) -> None:
        """Show how a plan was read, then plan its lines that are in order."""
        form = PlanListForm(plan, today().year)
        dialog = ActDialog("列入后评估", form, self)
        self.dialog = dialog
        dialog.proceed.setEnabled(len(plan.lines) > len(plan.faulty))
        dialog.wanted.connect(partial(self._plan_list, form))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def read_plan(self, path: Path) -> None:
        """Read a plan from a file."""
        self.error.hide()
        self.planning.read_plan(path)

    def _plan_list(self, form: PlanListForm) -> None:
        if form.is_sound():
            name, year = form.name.text().strip(), form.year.value()
            self.planning.plan_list(form.plan, name, year)

    def _ask_for_file(self) -> None:
        path = ask_for_file(self, "选择年度评估计划表", _TABLES)
        if path is not None:
            self.read_plan(path)

    def _show_due(self, due: tuple[DueForEvaluation, ...]) -> None:
        self._due = due
        self.due.setEnabled(bool(due))
        words = f"有效期将满、应当评估而没有列入的文件 {len(due)} 件" if due else _NONE_DUE
        self.due.setToolTip(words)
        self.due.setText(f"列入应评估的文件 {len(due)} 件…" if due else "列入应评估的文件…")

    def _show_refusal(self, error: AppError) -> None:
        if isinstance(self.dialog, ActDialog):
            self.dialog.show_refusal(error)
        else:
            self.error.show_error(error)

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget_dialog(self) -> None:
        self.dialog = None
