"""The office (单位): what stands on numbers and letters; the administrator changes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.roles import ActName
from models.settings import OfficeKind, SettingKey
from resources.terms import name_of
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled

_ABOUT = "这些内容会出现在号码和文书上，修改以后只影响以后的号码和文书。"
_FORM_WIDTH = 620
_EXAMPLES = {
    SettingKey.REGION: "例如 YX，用于登记号开头",
    SettingKey.LEVEL: "例如 DR",
    SettingKey.AREA: "例如 云溪，用于备案登记号",
    SettingKey.GOVERNMENT_NAME: "例如 云溪县人民政府",
    SettingKey.LETTER_CODE: "例如 云司，用于文书文号",
}


class OfficeSection(Section):
    """A form of the office's settings; read-only for who may not change them."""

    def __init__(self, view_model: SettingsViewModel) -> None:
        super().__init__(view_model, "单位", _ABOUT)
        self.kind = QComboBox()
        for kind in OfficeKind:
            self.kind.addItem(name_of(kind), kind.value)
        self.lines = {key: QLineEdit() for key in SettingKey if key not in _ELSEWHERE}
        self.form = FieldForm(self._fields())
        self.save = Button("保存", "primary", "save")
        self._lay_out()
        self.save.clicked.connect(self.save_office)

    def show_view(self, view: SettingsView) -> None:
        """Show the office as it stands."""
        values = view.office.as_settings()
        self.form.show_values({key.value: values[key] for key in self.lines})
        self.kind.setCurrentIndex(self.kind.findData(values[SettingKey.OFFICE_KIND]))

    def save_office(self) -> None:
        """Ask for the change; a name must be there."""
        answers = {SettingKey(name): str(text).strip() for name, text in self.form.read().items()}
        if not answers[SettingKey.OFFICE_NAME]:
            self.form.show_problems([Problem(SettingKey.OFFICE_NAME, "请填写单位名称。")])
            return
        self.form.show_problems([])
        self.view_model.change_office(answers)

    def _fields(self) -> list[Field]:
        fields = []
        for key in SettingKey:
            if key is SettingKey.OFFICE_KIND:
                fields.append(
                    Field(
                        key.value,
                        name_of(key),
                        self.kind,
                        self.kind.currentData,
                        self.kind.setCurrentText,
                    )
                )
            elif key in self.lines:
                line = self.lines[key]
                line.setPlaceholderText(_EXAMPLES.get(key, ""))
                is_name = key is SettingKey.OFFICE_NAME
                fields.append(
                    Field(key.value, name_of(key), line, line.text, line.setText, is_name)
                )
        return fields

    def _lay_out(self) -> None:
        may_change = self.view_model.may(ActName.CHANGE_SETTING)
        for line in self.lines.values():
            line.setReadOnly(not may_change)
        self.kind.setEnabled(may_change)
        if not may_change:
            self.content.addWidget(Card("只能查看", "单位信息由管理员更改。"))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        self.form.setMaximumWidth(_FORM_WIDTH)
        layout.addWidget(self.form)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(Label("规则包在左边“规则包”中更换。", "quiet"))
        layout.addStretch(1)
        self.content.addWidget(scrolled(inside), 1)
        self.save.setVisible(may_change)


_ELSEWHERE = frozenset({SettingKey.OFFICE_KIND, SettingKey.PROFILE})
