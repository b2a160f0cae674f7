"""What the register keeps of a result when it is applied: who decided, by which number, when."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from models.domain.cleanup_result import ResultEntry
from ui.pages.cleanup.result_reading import ResultShown
from ui.parts.act_dialog import ActDialog
from ui.parts.cleanup_result_words import listed_reason, unlisted_reason
from ui.parts.days import day_words
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel

_TERMS, _BODY, _NUMBER = "terms", "body", "number"
_DECIDED, _PUBLISHED = "decided", "published"
_CONSEQUENCE = (
    "落实以后，目录中的每件文件都记入变化：继续有效的顺延，废止、宣布失效的自施行之日终止，"
    "修改的列入督促。已经落实的不能撤销，以后有变化的逐件办理。"
)
_NO_DAY = "请填写日期，写成 2026-03-02 的样子。"


class ApplyDialog(ActDialog):
    """Repeats the terms; a decision that the office issued itself has given the rest."""

    def __init__(self, shown: ResultShown, body: str, number: str, parent: QWidget) -> None:
        self._shown = shown
        letter = shown.letter
        self.terms, self.body, self.number = QLineEdit(_terms(shown)), QLineEdit(), QLineEdit()
        self.terms.setReadOnly(True)
        self.decided, self.published = DateField("决定日期"), DateField("公布日期")
        self.number.setPlaceholderText("没有文号的不填")
        who = self.body
        self.form = FieldForm(
            [
                Field(_TERMS, "结果", self.terms, self.terms.text, self.terms.setText),
                Field(_BODY, "作出决定的机关", who, who.text, who.setText, is_required=True),
                Field(_NUMBER, "决定的文号", self.number, self.number.text, self.number.setText),
                _day(_DECIDED, "决定日期", self.decided),
                _day(_PUBLISHED, "公布日期", self.published),
            ]
        )
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addWidget(WrappedLabel(_CONSEQUENCE, "quiet"))
        super().__init__("落实到登记簿", content, parent)
        self._fill(
            letter.decided_by if letter else body, letter.letter_number if letter else number
        )
        self.decided.show_value(letter.letter_date if letter else None)
        for line in (self.body, self.number):
            line.setReadOnly(letter is not None)

    def is_whole(self) -> bool:
        """Tell whether everything needed was written; say beside the field what is missing."""
        days = ((_DECIDED, self.decided), (_PUBLISHED, self.published))
        problems = [Problem(name, _NO_DAY) for name, day in days if day.value() is None]
        if not self.body.text().strip():
            problems.insert(0, Problem(_BODY, "请写作出决定的机关，登记簿要记。"))
        self.form.show_problems(problems)
        return not problems

    def entry(self, name: str) -> ResultEntry | None:
        """Return the result of the cleanup of this name as it is applied; None without its days."""
        body, number = self.body.text().strip(), self.number.text().strip()
        decided, published = self.decided.value(), self.published.value()
        letter = self._shown.letter
        if decided is None or published is None:
            return None
        return ResultEntry(
            terms=self._shown.terms,
            decided_by=body,
            decided_date=decided,
            published_date=published,
            reason=listed_reason(name, body, number),
            unlisted_reason=unlisted_reason(name, body, number),
            decision_number=number,
            letter_id=letter.id if letter else None,
        )

    def _fill(self, body: str, number: str) -> None:
        self.form.show_values({_BODY: body, _NUMBER: number})


def _day(name: str, title: str, day: DateField) -> Field:
    return Field(name, title, day, day.value, day.show_value, is_required=True)


def _terms(shown: ResultShown) -> str:
    terms, preview = shown.terms, shown.preview
    count = len(preview.items) if preview else 0
    words = f"{count} 件，自 {day_words(terms.effect_date)} 起"
    return f"{words}，没有列入的一并失效" if terms.ends_unlisted else words
