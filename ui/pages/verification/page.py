"""A paper is verified against the register, without any network (核验文书)."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.errors import AppError
from review.letters.verifying import Verification
from ui.desk import Desk, Route
from ui.feedback.error_panel import ErrorPanel
from ui.page import Page
from ui.pages.verification.view_model import VerificationViewModel
from ui.parts.verification_words import spoken_verdict
from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardLine
from ui.widgets.facts_grid import FactsGrid
from ui.widgets.file_choice import ask_for_file
from ui.widgets.file_drop import FileDrop
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.scrolled import scrolled

_PATTERNS = "文书 (*.pdf *.docx *.doc *.wps *.ofd *.rtf)"
_HOW = (
    "录入文书上的核验码，或者把光标放在这里用扫码枪扫二维码；有电子文件的，拖到这里，"
    "或者选择文件。全部在本机核验，不用联网。"
)
_READING = "正在读取文件……"
_WIDEST = 720


class VerificationPage(Page):
    """One line to type or scan into, and what the register says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = VerificationViewModel(desk)
        self.error = ErrorPanel()
        self.code = QLineEdit()
        self.verify = Button("核验", "primary", "check")
        self.choose = Button("选择文件…", icon_name="folder")
        self.open_letter = Button("打开文书", "quiet", "letter")
        self.facts = FactsGrid()
        self.result = QVBoxLayout()
        self._letter_id: int | None = None
        self._lay_out()
        self._drop = FileDrop(self)
        self._connect()
        self.offers = {"file.import": self._ask_for_file}
        self._clear()

    def open(self, route: Route) -> None:
        """Begin anew; a file named by the caller is verified."""
        self.code.setFocus()
        named = route.asked("file")
        if named is not None:
            self._take_files([Path(named)])

    def refresh(self) -> None:
        """Ask once more for the code that stands there."""
        self._ask()

    def _lay_out(self) -> None:
        self.code.setAccessibleName("核验码")
        self.code.setPlaceholderText("核验码，例如 7K3M9-QXD2F")
        self.code.setClearButtonEnabled(True)
        # A scanner types letters; an input method would turn them into words.
        self.code.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.code.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.code, 1)
        line.addWidget(self.verify)
        line.addWidget(self.choose)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        label = Label("核验码或者二维码", "name")
        label.setBuddy(self.code)
        inside.addWidget(WrappedLabel(_HOW))
        inside.addWidget(label)
        inside.addLayout(line)
        inside.addWidget(self.error)
        inside.addLayout(self.result)
        inside.addWidget(self.facts)
        inside.addWidget(self.open_letter, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(scrolled(content), 1)

    def _connect(self) -> None:
        self.view_model.began.connect(self._show_reading)
        self.view_model.verified.connect(self._show)
        self.view_model.refused.connect(self._refuse)
        self.code.returnPressed.connect(self._ask)
        self.verify.clicked.connect(self._ask)
        self.choose.clicked.connect(self._ask_for_file)
        self.open_letter.clicked.connect(self._open_letter)
        self._drop.dropped.connect(self._take_files)

    def _ask(self) -> None:
        self._clear()
        self.view_model.ask_text(self.code.text())

    def _ask_for_file(self) -> None:
        path = ask_for_file(self, "选择要核验的文书", _PATTERNS)
        if path is not None:
            self._take_files([path])

    def _take_files(self, files: list[Path]) -> None:
        if files:
            self._clear()
            self.code.clear()
            self.view_model.ask_file(files[0])

    def _show_reading(self) -> None:
        self.result.addWidget(WrappedLabel(_READING, "quiet"))

    def _show(self, found: Verification) -> None:
        self._clear()
        spoken = spoken_verdict(found)
        lines = [CardLine(words) for words in spoken.differences]
        self.result.addWidget(Card(spoken.headline, spoken.note, lines, spoken.tone))
        self.facts.show_facts(spoken.facts)
        self._letter_id = found.letter.id if found.letter else None
        self.facts.setVisible(bool(spoken.facts))
        self.open_letter.setVisible(self._letter_id is not None)
        # The next scan takes the place of this one.
        self.code.selectAll()

    def _refuse(self, error: AppError) -> None:
        self._clear()
        self.error.show_error(error)
        self.code.selectAll()

    def _open_letter(self) -> None:
        if self._letter_id is not None:
            self.desk.navigate(Route("letter", self._letter_id))

    def _clear(self) -> None:
        self.error.hide()
        self._letter_id = None
        self.facts.hide()
        self.open_letter.hide()
        while (item := self.result.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
