"""What a newer catalogue would change, and what is asked before it is brought into use."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from resources.terms import name_of
from review.law_files.changes import CatalogueChanges, Manner
from review.law_files.updating import PlannedUpdate
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel

_AS_OF = "as_of_date"
_MOST = 200
_LINES = 10


class LawUpdateForm(QWidget):
    """The changes in words, the manner, and the day up to which the file knows the law."""

    def __init__(self, planned: PlannedUpdate) -> None:
        super().__init__()
        self.planned = planned
        self.summary = WrappedLabel("")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("变动的内容")
        self.details.setMinimumHeight(self.details.fontMetrics().lineSpacing() * _LINES)
        self.replace = QCheckBox("整体替换：文件里没有的，从目录中去掉")
        self.as_of_date = DateField("时效截至")
        day = Field(
            _AS_OF,
            "时效截至",
            self.as_of_date,
            self.as_of_date.value,
            self.as_of_date.show_value,
            is_required=True,
        )
        self.form = FieldForm([day])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.form, self.replace, self.details):
            layout.addWidget(widget)
        self.replace.toggled.connect(self._show_changes)
        self._show_changes()

    def manner(self) -> Manner:
        """Return how the file meets the catalogue."""
        return Manner.REPLACE if self.replace.isChecked() else Manner.SUPPLEMENT

    def check(self) -> bool:
        """Ask for the day where it is missing; tell whether nothing is."""
        is_missing = self.as_of_date.value() is None
        words = "请填写文件里的时效截至哪一天，例如下载目录的日期。"
        self.form.show_problems([Problem(_AS_OF, words)] if is_missing else [])
        return not is_missing

    def _show_changes(self) -> None:
        changes = self.planned.by_manner[self.manner()]
        left_out = f"，{len(self.planned.faulty)} 行没有采用" if self.planned.faulty else ""
        self.summary.setText(
            f"“{self.planned.path.name}”：新增 {len(changes.added)} 条，"
            f"变动 {len(changes.changed)} 条，去掉 {len(changes.removed)} 条{left_out}。"
        )
        self.details.setPlainText("\n".join(self._lines(changes)))

    def _lines(self, changes: CatalogueChanges) -> Iterator[str]:
        for row in self.planned.faulty:
            place = f"“{row.sheet}”第 {row.number} 行"
            yield f"没有采用：{place}，{name_of(row.fault)}：{row.words}"
        for law in changes.overtaken:
            yield f"请核对：《{law.name}》的旧版本（{law.id}）仍标为有效"
        for law in changes.added[:_MOST]:
            yield f"新增：《{law.name}》{name_of(law.status)}"
        for before, after in changes.changed[:_MOST]:
            yield f"变动：《{after.name}》{name_of(before.status)}，改为{name_of(after.status)}"
        for law in changes.removed[:_MOST]:
            yield f"去掉：《{law.name}》"
