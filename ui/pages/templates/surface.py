"""Kinds, text and page side by side; the sides may be moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui.pages.templates.fault_list import FaultList
from ui.pages.templates.field_list import FieldList
from ui.pages.templates.highlighter import TemplateHighlighter
from ui.pages.templates.kind_list import KindList
from ui.widgets.code_edit import CodeEdit
from ui.widgets.letter_preview import LetterPreview

_KINDS_IN_CHARACTERS = 13
_PAPER_WIDTH = 500
_GAP = 9


class TemplateSurface(QSplitter):
    """The widgets of the editor, laid out; what they do is the page's."""

    def __init__(self, *, may_change: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.kinds = KindList()
        self.edit = CodeEdit("模板文字")
        self.edit.setReadOnly(not may_change)
        self._highlighter = TemplateHighlighter(self.edit)
        self.faults = FaultList()
        self.preview = LetterPreview()
        self.fields = FieldList()
        self.sides = QTabWidget()
        self._lay_out()
        self.faults.line_wanted.connect(self.edit.go_to_line)
        if may_change:
            self.fields.insert_wanted.connect(self.edit.insert)

    def show_text(self, text: str) -> None:
        """Show a text without its being typed."""
        if self.edit.toPlainText() != text:
            self.edit.blockSignals(True)  # noqa: FBT003 - Qt takes it by place only
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)  # noqa: FBT003 - Qt takes it by place only
            self._highlighter.rehighlight()

    def _lay_out(self) -> None:
        for button in (
            self.preview.print_button,
            self.preview.word_button,
            self.preview.pdf_button,
        ):
            button.hide()
        self.sides.addTab(self.preview, "页面")
        self.sides.addTab(self.fields, "数据项")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.edit, 1)
        column.addWidget(self.faults)
        self.setChildrenCollapsible(False)
        self.setProperty("kind", "gap")
        self.setHandleWidth(_GAP)
        for place, part in enumerate((self.kinds, middle, self.sides)):
            self.addWidget(part)
            self.setStretchFactor(place, min(place, 1))
        self.kinds.ensurePolished()
        width = self.kinds.fontMetrics().horizontalAdvance("文") * _KINDS_IN_CHARACTERS
        self.setSizes([width, _PAPER_WIDTH, _PAPER_WIDTH])
