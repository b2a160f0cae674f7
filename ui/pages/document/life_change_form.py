"""What is asked before a document is stopped, resumed, prolonged, kept or finished.

Below the fields stands the life it leads to, as it will be recorded.
"""

import re

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from models.domain.validity import ValidityTerm
from models.domain.validity_errors import ShortensValidityError
from models.domain.validity_events import ValidityEventKind
from models.domain.validity_plan import Allowance
from models.errors import AppError
from models.queries.life_plan import LifePlan
from ui.pages.document.forms import ActForm
from ui.pages.document.life_change import LifeChange
from ui.pages.document.life_plan_pane import LifePlanPane
from ui.pages.document.view_model import DocumentView
from ui.parts.validity_field import ValidityField
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, Problem

_WITH_CLAUSES = frozenset({ValidityEventKind.SUSPENDED, ValidityEventKind.RESUMED})
_WITH_TERM = frozenset(
    {ValidityEventKind.EXTENDED, ValidityEventKind.CONTINUED, ValidityEventKind.RENEWED}
)
_FOLLOWS = {
    ValidityEventKind.SUSPENDED: "停止执行期间，文件或者条款不作为依据；有效期照常计算。",
    ValidityEventKind.RESUMED: "从这一天起，文件或者条款重新作为依据。",
    ValidityEventKind.EXTENDED: "年、月接着原来的最后有效日计算；也可以写到哪一天为止。",
    ValidityEventKind.CONTINUED: (
        "评估、清理以后继续有效，起算日按规则；没有写新的有效期的，按文件原来的有效期。"
    ),
    ValidityEventKind.RENEWED: "沿用原来的登记号；没有写新的有效期的，按文件原来的有效期。",
    ValidityEventKind.TASK_DONE: "任务已经完成，文件从这一天起失效。记录以后不能取消，请核对。",
}
_BETWEEN_CLAUSES = re.compile("[、，,；;\\s]+")
_REST_BEFORE_LOOKING = 250


class LifeChangeForm(ActForm):
    """Day, ground, clauses or term; ``changed`` tells the change whose life is to be shown."""

    changed = Signal(object)

    def __init__(self, kind: ValidityEventKind, view: DocumentView) -> None:
        self.kind = kind
        self.begin_date = DateField("从哪一天起")
        self.begin_date.show_value(view.today)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("决定的文号和条款，会议纪要，或者其他依据")
        self.clauses = QLineEdit("、".join(_suspended(kind, view)))
        self.clauses.setPlaceholderText("如：第八条、第九条第二款；不填为整件")
        self.term = ValidityField("新的有效期")
        day, ground, named, term = self.begin_date, self.reason, self.clauses, self.term
        fields = [
            Field("begin_date", "从哪一天起", day, day.value, day.show_value, is_required=True),
            Field("reason", "依据", ground, ground.text, ground.setText, is_required=True),
        ]
        if kind in _WITH_CLAUSES:
            fields.append(Field("clauses", "条款", named, named.text, named.setText))
        if kind in _WITH_TERM:
            is_required = kind is ValidityEventKind.EXTENDED
            fields.append(
                Field("validity_term", "新的有效期", term, term.value, term.show_value, is_required)
            )
        super().__init__(fields, _FOLLOWS[kind])
        self.may_shorten = QCheckBox("有意缩短有效期")
        self.may_shorten.hide()
        self.plan = LifePlanPane()
        self.layout_below(self.may_shorten)
        self.layout_below(self.plan)
        self._wait_and_look()

    def _wait_and_look(self) -> None:
        """Look at the life a moment after the last change of a field."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_BEFORE_LOOKING)
        self._timer.timeout.connect(self.look)
        self.begin_date.changed.connect(self._timer.start)
        self.term.changed.connect(self._timer.start)
        self.clauses.textChanged.connect(self._wait)
        self.may_shorten.toggled.connect(self._wait)

    def change(self) -> LifeChange | None:
        """Return what is to be recorded; None while the day is missing."""
        day = self.begin_date.value()
        if day is None:
            return None
        return LifeChange(
            self.kind,
            day,
            self.reason.text().strip(),
            self._clauses(),
            self._term(),
            Allowance(may_shorten=self.may_shorten.isChecked()),
        )

    def look(self) -> None:
        """Ask for the life that the change leads to, or show none while it is not whole."""
        change = self.change()
        if change is None or self._lacks_term():
            self.plan.clear()
        else:
            self.changed.emit(change)

    def problems(self) -> list[Problem]:
        """A day and a ground are needed, for an extension a term too."""
        found = []
        if self.begin_date.value() is None:
            found.append(Problem("begin_date", "请照决定填写日期，如 2026-03-02。"))
        if not self.reason.text().strip():
            found.append(Problem("reason", "请写明依据，依据会留在记录里。"))
        if self._lacks_term():
            found.append(Problem("validity_term", "请照决定填写新的有效期。"))
        return found

    def show_plan(self, plan: LifePlan) -> None:
        """Show the life it leads to, with every step."""
        self.plan.show_plan(plan)

    def show_trouble(self, error: AppError) -> None:
        """Say why it cannot be recorded so; a shortening can be confirmed."""
        if isinstance(error, ShortensValidityError):
            self.may_shorten.show()
        self.plan.show_trouble(error)

    def _lacks_term(self) -> bool:
        is_wanted = self.kind is ValidityEventKind.EXTENDED and self.term.value() is None
        return self.kind in _WITH_TERM and (is_wanted or self.term.is_unfinished())

    def _clauses(self) -> tuple[str, ...]:
        return tuple(filter(None, _BETWEEN_CLAUSES.split(self.clauses.text())))

    def _term(self) -> ValidityTerm | None:
        return self.term.value() if self.kind in _WITH_TERM else None

    def _wait(self, _value: object) -> None:
        self._timer.start()


def _suspended(kind: ValidityEventKind, view: DocumentView) -> tuple[str, ...]:
    return view.page.life.suspended_clauses if kind is ValidityEventKind.RESUMED else ()
