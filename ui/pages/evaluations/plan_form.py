"""What is asked before a plan that was read is taken over: its name, its year, its lines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget

from review.evaluation.plan_list import PlanLine, PlanList
from ui.parts.evaluation_words import fault_words
from ui.widgets.card import Card, CardLine
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel
from ui.widgets.tokens import Tone

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
# More lines than these make a dialog higher than a small screen; the command lists them all.
_LINES_SHOWN = 8


class PlanListForm(QWidget):
    """Name and year of the plan, how many lines are in order, and what is wrong with the others."""

    def __init__(self, plan: PlanList, year: int) -> None:
        super().__init__()
        self.plan = plan
        self.name = QLineEdit(plan.name)
        self.year = QSpinBox()
        self.year.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year.setValue(year)
        name, chosen = self.name, self.year
        self.form = FieldForm(
            [
                Field("plan_name", "计划名称", name, name.text, name.setText, is_required=True),
                Field("plan_year", "计划年度", chosen, chosen.value, chosen.setValue),
            ]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        good = len(plan.lines) - len(plan.faulty)
        layout.addWidget(WrappedLabel(f"读出 {len(plan.lines)} 行，可以列入 {good} 件。"))
        if plan.faulty:
            layout.addWidget(_faults(plan.faulty))
        self.setFocusProxy(self.name)

    def is_sound(self) -> bool:
        """Tell whether the plan can be taken over."""
        found = []
        if not self.name.text().strip():
            found.append(Problem("plan_name", "请填写计划名称。"))
        self.form.show_problems(found)
        return not found


def _faults(lines: Sequence[PlanLine]) -> Card:
    shown = [
        CardLine(
            f"第 {line.row_number} 行　{line.title or line.document_number}："
            f"{fault_words(line.fault)}"
        )
        for line in lines[:_LINES_SHOWN]
    ]
    if len(lines) > _LINES_SHOWN:
        shown.append(CardLine(f"另有 {len(lines) - _LINES_SHOWN} 行"))
    return Card(f"有 {len(lines)} 行不能列入，其余各行照常列入", lines=shown, tone=Tone.WAIT)
