"""What is asked when another document ends or amends this one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit

from models.acts.life_events import Effect
from models.domain.terms import RelationKind
from models.domain.validity import EndingKind
from models.queries.document_rows import RelationRow
from resources.terms import name_of
from ui.pages.document.forms import ActForm
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, Problem

ENDING_RELATIONS = frozenset({RelationKind.REPEALS, RelationKind.REPLACES})
# What renews a document ends it too, by itself when it is published.
_CAUSES = ENDING_RELATIONS | {RelationKind.RENEWS}
_ENDS = "从这一天起，文件不再有效。废止、失效和撤销记录以后不能取消，请对照决定原件核对。"
_AMENDS = "文件继续有效，时效显示为“已修改”。请对照修改决定原件核对。"
_NOT_HERE = "不在本登记簿"


class EffectForm(ActForm):
    """How it ends (left out for an amendment), from when, why, and by which document."""

    def __init__(self, *, ends: bool, relations: Sequence[RelationRow], begin_date: date) -> None:
        self.kind = QComboBox()
        self.kind.addItems([name_of(one) for one in EndingKind])
        self.begin_date = DateField("生效日期")
        self.begin_date.show_value(begin_date)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("决定的文号和条款，或者其他理由")
        self.caused_by = QComboBox()
        self.caused_by.addItem(_NOT_HERE, None)
        for row in _causes(relations, ends=ends):
            self.caused_by.addItem(row.title, row.document_id)
            self.caused_by.setCurrentIndex(1)
            if not self.reason.text():
                self.reason.setText(row.number or f"《{row.title}》")
        kind, day, reason, cause = self.kind, self.begin_date, self.reason, self.caused_by
        how = Field("kind", "方式", kind, kind.currentIndex, kind.setCurrentIndex)
        super().__init__(
            [
                *([how] if ends else []),
                Field("begin_date", "从哪一天起", day, day.value, day.show_value, is_required=True),
                Field("reason", "依据", reason, reason.text, reason.setText, is_required=True),
                Field(
                    "caused_by", "作出决定的文件", cause, cause.currentData, cause.setCurrentIndex
                ),
            ],
            _ENDS if ends else _AMENDS,
        )

    def problems(self) -> list[Problem]:
        """A day and a reason are needed."""
        found = []
        if self.begin_date.value() is None:
            found.append(Problem("begin_date", "请照决定填写日期，如 2026-03-02。"))
        if not self.reason.text().strip():
            found.append(Problem("reason", "请写明依据，依据会留在记录里。"))
        return found

    def ending(self) -> EndingKind:
        """Return how the document ends."""
        return list(EndingKind)[self.kind.currentIndex()]

    def effect(self, begin_date: date) -> Effect:
        """Return the effect that begins on this day."""
        return Effect(begin_date, self.reason.text().strip(), self.caused_by.currentData())


def _causes(relations: Sequence[RelationRow], *, ends: bool) -> list[RelationRow]:
    kinds = _CAUSES if ends else {RelationKind.AMENDS}
    return [row for row in relations if row.is_incoming and row.kind in kinds]
