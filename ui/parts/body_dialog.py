"""Enter an issuing body that the list does not hold yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.records import BodyEntry
from models.domain.terms import BodyLevel, DocumentClass
from resources.terms import name_of
from ui.parts.act_dialog import ActDialog
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import WrappedLabel

_WHY = "机关编码和机关代字会写进统一登记号和发文字号，请照本地机关编码表填写。"


class BodyDialog(ActDialog):
    """Name, short name, class and codes; ``entered`` gives the body."""

    entered = Signal(object)

    def __init__(self, name: str, parent: QWidget) -> None:
        self.name = QLineEdit(name)
        self.short_name = QLineEdit()
        self.body_class = QComboBox()
        self.body_class.addItems([name_of(one) for one in DocumentClass])
        self.organ_code = QLineEdit()
        self.document_code = QLineEdit()
        self.form = FieldForm(
            [
                _line("name", "机关名称", self.name, is_required=True),
                _line("short_name", "简称", self.short_name),
                Field(
                    "body_class",
                    "制定的文件",
                    self.body_class,
                    self.body_class.currentIndex,
                    self.body_class.setCurrentIndex,
                ),
                _line("organ_code", "机关编码", self.organ_code),
                _line("document_code", "机关代字", self.document_code),
            ]
        )
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(WrappedLabel(_WHY, "quiet"))
        layout.addWidget(self.form)
        super().__init__("录入制定机关", content, parent)
        self.wanted.connect(self._enter)

    def _enter(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.form.show_problems([Problem("name", "请填写机关名称。")])
            return
        body_class = list(DocumentClass)[self.body_class.currentIndex()]
        is_town = body_class is DocumentClass.TOWNSHIP
        self.entered.emit(
            BodyEntry(
                name,
                self.short_name.text().strip() or name,
                body_class,
                self.organ_code.text().strip(),
                self.document_code.text().strip(),
                level=BodyLevel.TOWNSHIP if is_town else BodyLevel.COUNTY,
            )
        )
        self.accept()


def _line(name: str, title: str, line: QLineEdit, *, is_required: bool = False) -> Field:
    return Field(name, title, line, line.text, line.setText, is_required)
