"""A document is taken into the list of a cleanup by hand."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.parts.act_dialog import ActDialog
from ui.widgets.field_form import Field, FieldForm, Problem

_NUMBER, _REASON = "number", "reason"


class AdditionDialog(ActDialog):
    """Names a document of the register by its number or title, and says why it is taken in."""

    def __init__(self, parent: QWidget) -> None:
        self.number, self.reason = QLineEdit(), QLineEdit()
        self.number.setPlaceholderText("登记簿中的发文字号或者标题")
        number, reason = self.number, self.reason
        self.form = FieldForm(
            [
                Field(_NUMBER, "文件", number, number.text, number.setText, is_required=True),
                Field(_REASON, "理由", reason, reason.text, reason.setText, is_required=True),
            ]
        )
        super().__init__("增补清理文件", self.form, parent)

    def is_whole(self) -> bool:
        """Tell whether everything needed was written; say beside the field what is missing."""
        problems = []
        if not self.number.text().strip():
            problems.append(Problem(_NUMBER, "请写发文字号或者标题。"))
        if not self.reason.text().strip():
            problems.append(Problem(_REASON, "请写明理由，理由会留在目录里。"))
        self.form.show_problems(problems)
        return not problems

    def show_unknown(self) -> None:
        """Say that the register has no such document, or several."""
        words = "登记簿中没有这一件，或者不止一件。请核对后再填。"
        self.form.show_problems([Problem(_NUMBER, words)])
