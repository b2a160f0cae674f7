"""What is asked of an issuing body: a new one, one corrected, or the one that follows others."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.records import BodyEntry
from models.domain.terms import BodyLevel, DocumentClass
from models.queries.bodies import BodyRow
from resources.terms import name_of
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel

_ELIGIBLE = "有权制定规范性文件"
_NAME_STAYS = "名称不能在这里更改：机关更名的，请用“更名或者合并”。"


class BodyForm(QWidget):
    """The facts of a body; with ``ended``, also the day on which the bodies before it ended.

    With ``corrected`` the form shows that body, whose name stays.
    """

    def __init__(self, ended: tuple[BodyRow, ...] = (), corrected: BodyRow | None = None) -> None:
        super().__init__()
        self._ended = ended
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.organ_code, self.document_code = QLineEdit(), QLineEdit()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("例如 议事协调机构、临时机构、内设机构")
        self.body_class = QComboBox()
        for kind in DocumentClass:
            self.body_class.addItem(name_of(kind), kind)
        self.level = QComboBox()
        for level in BodyLevel:
            self.level.addItem(name_of(level), level)
        self.level.setCurrentIndex(self.level.findData(BodyLevel.COUNTY))
        self.eligible = QCheckBox(_ELIGIBLE)
        self.eligible.setChecked(True)
        self.ended_date = DateField("原机关名称停用日期")
        self.form = FieldForm(self._fields())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if ended:
            names = "、".join(body.name for body in ended)
            layout.addWidget(WrappedLabel(f"{names} 停用，由下面的机关承接。旧文件仍显示原名。"))
            self._follow(ended[0])
        if corrected is not None:
            self._show(corrected)
        layout.addWidget(self.form)

    def entry(self) -> BodyEntry:
        """Return the body the form describes."""
        return BodyEntry(
            name=self.name.text().strip(),
            short_name=self.short_name.text().strip(),
            body_class=DocumentClass(self.body_class.currentData()),
            level=BodyLevel(self.level.currentData()),
            organ_code=self.organ_code.text().strip(),
            document_code=self.document_code.text().strip(),
            is_eligible=self.eligible.isChecked(),
            ineligible_reason="" if self.eligible.isChecked() else self.reason.text().strip(),
        )

    def check(self) -> bool:
        """Show what is missing beside its field; tell whether nothing is."""
        problems = []
        if not self.name.text().strip():
            problems.append(Problem("name", "请填写机关名称。"))
        if not self.eligible.isChecked() and not self.reason.text().strip():
            problems.append(Problem("reason", "请写明为什么无权制定。"))
        if self._ended and self.ended_date.value() is None:
            problems.append(Problem("ended_date", "请填写停用日期。"))
        self.form.show_problems(problems)
        return not problems

    def _show(self, body: BodyRow) -> None:
        self.name.setText(body.name)
        self.name.setReadOnly(True)
        self.name.setToolTip(_NAME_STAYS)
        self.eligible.setChecked(body.is_eligible)
        self.reason.setText(body.ineligible_reason)
        self._follow(body)

    def _follow(self, body: BodyRow) -> None:
        self.short_name.setText(body.short_name)
        self.organ_code.setText(body.organ_code)
        self.document_code.setText(body.document_code)
        self.body_class.setCurrentIndex(self.body_class.findData(body.body_class))
        self.level.setCurrentIndex(self.level.findData(body.level))

    def _fields(self) -> list[Field]:
        ended = (
            [
                Field(
                    "ended_date",
                    "停用日期",
                    self.ended_date,
                    self.ended_date.value,
                    self.ended_date.show_value,
                    is_required=True,
                )
            ]
            if self._ended
            else []
        )
        return [
            *ended,
            Field(
                "name", "机关名称", self.name, self.name.text, self.name.setText, is_required=True
            ),
            _line("short_name", "简称", self.short_name),
            Field(
                "body_class",
                "类别",
                self.body_class,
                self.body_class.currentData,
                self.body_class.setCurrentText,
            ),
            Field(
                "level",
                "行政层级",
                self.level,
                self.level.currentData,
                self.level.setCurrentText,
            ),
            _line("organ_code", "机关编码", self.organ_code),
            _line("document_code", "机关代字", self.document_code),
            Field(
                "eligible",
                "制定资格",
                self.eligible,
                self.eligible.isChecked,
                self.eligible.setChecked,
            ),
            _line("reason", "无权制定的原因", self.reason),
        ]


def _line(name: str, title: str, widget: QLineEdit) -> Field:
    return Field(name, title, widget, widget.text, widget.setText)
