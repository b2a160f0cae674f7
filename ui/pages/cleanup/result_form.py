"""What the decision of a cleanup says of itself: who decides, from when, how far it reaches."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.cleanup_result import ResultTerms
from review.letters.drafting.cleanup_decision import DecisionPaper
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem

_EFFECT, _CUTOFF, _UNLISTED, _BODY = "effect", "cutoff", "unlisted", "body"
_NUMBER, _ADDRESSEE, _MEETING, _MANDATE = "number", "addressee", "meeting", "mandate"
_UNLISTED_WORDS = "决定写明：没有列入目录的，自施行之日起不再作为依据"
_NO_DAY = "请填写日期，写成 2026-03-02 的样子。"


class ResultForm(QWidget):
    """The terms of a result and the words of its paper; ``changed`` says that terms changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.effect, self.cutoff = DateField("施行日期"), DateField("清理截止日期")
        self.unlisted = QCheckBox(_UNLISTED_WORDS)
        self.body, self.number = QLineEdit(), QLineEdit()
        self.addressee, self.meeting = QLineEdit(), QLineEdit()
        self.mandate = QLineEdit()
        self.mandate.setPlaceholderText(
            "不填时是立项时写的，例如：《县政府关于开展清理工作的通知》"
        )
        self.body.setPlaceholderText("不填时是本单位；由政府决定的，写政府的全称")
        self.number.setPlaceholderText("由本单位发出的不填，发出时编号")
        self.addressee.setPlaceholderText("不填时是“各有关单位”")
        self.meeting.setPlaceholderText("例如：2026年3月16日县政府常务会议通过")
        self.form = FieldForm(self._fields())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        for day in (self.effect, self.cutoff):
            day.changed.connect(self._say_changed)
        self.unlisted.toggled.connect(self._say_changed)

    def show_terms(self, terms: ResultTerms) -> None:
        """Show from when a result works and how far it reaches."""
        self.effect.show_value(terms.effect_date)
        self.cutoff.show_value(terms.cutoff_date)
        self.unlisted.setChecked(terms.ends_unlisted)

    def hold_still(self, *, is_fixed: bool) -> None:
        """Let the form be read only, since its words went out in a letter."""
        self.form.setEnabled(not is_fixed)

    def terms(self) -> ResultTerms | None:
        """Return the terms as they are written; None while a day is missing."""
        effect, cutoff = self.effect.value(), self.cutoff.value()
        if effect is None or cutoff is None:
            return None
        return ResultTerms(
            effect_date=effect, cutoff_date=cutoff, ends_unlisted=self.unlisted.isChecked()
        )

    def is_whole(self) -> bool:
        """Tell whether both days are there; say beside the field which is not."""
        days = ((_EFFECT, self.effect), (_CUTOFF, self.cutoff))
        problems = [Problem(name, _NO_DAY) for name, day in days if day.value() is None]
        self.form.show_problems(problems)
        return not problems

    def paper(self) -> DecisionPaper | None:
        """Return what the paper says; None while a day is missing."""
        terms = self.terms()
        if terms is None:
            return None
        return DecisionPaper(
            terms=terms,
            decided_by=self.body.text().strip(),
            decision_number=self.number.text().strip(),
            addressee=self.addressee.text().strip(),
            meeting=self.meeting.text().strip(),
            mandate=self.mandate.text().strip(),
        )

    def _fields(self) -> list[Field]:
        effect, cutoff, unlisted = self.effect, self.cutoff, self.unlisted
        lines = (
            (_BODY, "作出决定的机关", self.body),
            (_NUMBER, "决定的文号", self.number),
            (_ADDRESSEE, "主送", self.addressee),
            (_MEETING, "通过的会议", self.meeting),
            (_MANDATE, "根据", self.mandate),
        )
        return [
            Field(_EFFECT, "施行日期", effect, effect.value, effect.show_value, is_required=True),
            Field(
                _CUTOFF, "清理截止日期", cutoff, cutoff.value, cutoff.show_value, is_required=True
            ),
            Field(_UNLISTED, "没有列入的", unlisted, unlisted.isChecked, unlisted.setChecked),
            *(Field(key, name, line, line.text, line.setText) for key, name, line in lines),
        ]

    def _say_changed(self) -> None:
        self.changed.emit()
