"""Blocks, fields and remarks of a template stand out lightly."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from ui.widgets.code_edit import CodeEdit

_BLOCK = re.compile(r"^【[^】]*】")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_HEADING = re.compile(r"^\s*#{1,4}\s")
_TABLE_LINE = re.compile(r"^(?:每行|划去|末行)：")
_REMARK = re.compile(r"^//.*")


class TemplateHighlighter(QSyntaxHighlighter):
    """Colours come from the stylesheet through the editor."""

    def __init__(self, editor: CodeEdit) -> None:
        super().__init__(editor.document())
        self._editor = editor

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Colour one line."""
        remark = _REMARK.match(text)
        if remark:
            self._paint(remark, "quiet")
            return
        for pattern in (_BLOCK, _TABLE_LINE, _HEADING):
            match = pattern.match(text)
            if match:
                self._paint(match, "accent", weight=QFont.Weight.DemiBold)
        for match in _TAG.finditer(text):
            self._paint(match, "plain")

    def _paint(
        self, match: re.Match[str], colour: str, weight: QFont.Weight = QFont.Weight.Normal
    ) -> None:
        look = QTextCharFormat()
        look.setForeground(self._editor.painted(colour))
        look.setFontWeight(weight)
        self.setFormat(match.start(), match.end() - match.start(), look)
