"""The question before lines are decided: what, how many, and the reason."""

from PySide6.QtWidgets import QLineEdit, QWidget

from models.domain.omissions import RowDecision
from resources.terms import name_of
from ui.parts.act_dialog import ActDialog
from ui.widgets.field_form import Field, FieldForm, Problem

_REASON, _NUMBER = "reason", "document_number"


class DecideDialog(ActDialog):
    """Asks for the reason, and of a line registered as another document for its number."""

    def __init__(
        self, decision: RowDecision, count: int, suggested: tuple[str, str], parent: QWidget
    ) -> None:
        self.decision = decision
        self.reason = QLineEdit(suggested[0])
        self.number = QLineEdit(suggested[1])
        line = self.reason
        fields = [Field(_REASON, "理由", line, line.text, line.setText, is_required=True)]
        if decision is RowDecision.REGISTERED_AS:
            line = self.number
            words = "登记簿中的文号"
            fields.insert(0, Field(_NUMBER, words, line, line.text, line.setText, is_required=True))
        self.form = FieldForm(fields)
        super().__init__(f"{name_of(decision)}（{count} 行）", self.form, parent)

    def is_whole(self) -> bool:
        """Tell whether everything needed was written; say beside the field what is missing."""
        problems = []
        if not self.reason.text().strip():
            problems.append(Problem(_REASON, "请写明理由，理由会留在记录里。"))
        if self.decision is RowDecision.REGISTERED_AS and not self.number.text().strip():
            problems.append(Problem(_NUMBER, "请写登记簿中这一件的发文字号。"))
        self.form.show_problems(problems)
        return not problems

    def show_unknown_number(self) -> None:
        """Say that the register has no such number."""
        words = "登记簿中没有这个文号，或者不止一件。请核对后再填。"
        self.form.show_problems([Problem(_NUMBER, words)])
