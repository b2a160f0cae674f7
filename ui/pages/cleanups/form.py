"""What is asked when a cleanup begins: its name, its kind, what ordered it, whom the units ask."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.cleanup_campaign import CampaignEntry, CampaignKind
from resources.terms import name_of
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel
from ui.widgets.wheel_guard import WheelGuard

_NAME, _DUE = "name", "reply_due_date"
_NEXT = "立项以后先确定清理范围，再把意见表发给各单位。范围、单位和意见都可以分几天办理。"


class CleanupForm(QWidget):
    """The fields of a cleanup that is to begin."""

    def __init__(self, name: str, contact: str) -> None:
        super().__init__()
        self.name = QLineEdit(name)
        self.kind = QComboBox()
        self.kind.addItems([name_of(one) for one in CampaignKind])
        self.mandate = QLineEdit()
        self.mandate.setPlaceholderText(
            "例如：《云溪县人民政府办公室关于开展规范性文件清理工作的通知》"
        )
        self.contact = QLineEdit(contact)
        self.due = DateField("意见交回期限")
        WheelGuard(self.kind)
        lines = (self.name, self.mandate, self.contact)
        name_field, mandate_field, contact_field = (
            Field(key, title, line, line.text, line.setText, is_required=key == _NAME)
            for (key, title), line in zip(_LINES, lines, strict=True)
        )
        kind, due = self.kind, self.due
        self.form = FieldForm(
            [
                name_field,
                Field("kind", "清理方式", kind, kind.currentIndex, kind.setCurrentIndex),
                mandate_field,
                contact_field,
                Field(_DUE, "意见交回期限", due, due.value, due.show_value),
            ]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addWidget(WrappedLabel(_NEXT, "quiet"))
        self.setFocusProxy(self.name)

    def is_whole(self) -> bool:
        """Tell whether everything needed was written; say beside the field what is missing."""
        problems = []
        if not self.name.text().strip():
            problems.append(Problem(_NAME, "请写清理的名称，例如“2026年规范性文件定期清理”。"))
        if self.due.is_unreadable():
            problems.append(Problem(_DUE, "请填写日期，写成 2026-03-02 的样子。"))
        self.form.show_problems(problems)
        return not problems

    def entry(self) -> CampaignEntry:
        """Return what was written."""
        return CampaignEntry(
            name=self.name.text().strip(),
            kind=list(CampaignKind)[self.kind.currentIndex()],
            mandate=self.mandate.text().strip(),
            contact=self.contact.text().strip(),
            reply_due_date=self.due.value(),
        )


_LINES = ((_NAME, "名称"), ("mandate", "根据"), ("contact", "联系人和电话"))
