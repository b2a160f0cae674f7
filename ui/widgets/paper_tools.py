"""The tools above a paper: pages in small, page and zoom, and the words looked for."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.paper_finder import PaperFinder
from ui.widgets.paper_view import STEPS, PaperView

_FIT_WIDTH = "适合宽度"
_FIT_PAGE = "适合整页"
_FINDING_WIDTH_IN_CHARACTERS = 9


class PageTool(QWidget):
    """Says which page is read and goes to another one; ``page_wanted`` counts from 0."""

    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.number = QSpinBox()
        self.number.setAccessibleName("页码")
        self.number.setPrefix("第 ")
        self.number.setSuffix(" 页")
        self.number.setKeyboardTracking(False)
        self.total = Label("", "quiet")
        row = _row(self)
        row.addWidget(self.number)
        row.addWidget(self.total)
        self.number.valueChanged.connect(self._want)

    def show_total(self, pages: int) -> None:
        """Say how many pages there are."""
        self.number.setRange(min(1, pages), pages)
        self.total.setText(f"共 {pages} 页")

    def show_page(self, page: int) -> None:
        """Say which page (from 0) is read; nobody is told."""
        with QSignalBlocker(self.number):
            self.number.setValue(page + 1)

    def _want(self, number: int) -> None:
        self.page_wanted.emit(number - 1)


class ZoomTool(QWidget):
    """Says how large the page is shown and changes it."""

    def __init__(self, view: PaperView) -> None:
        super().__init__()
        self._view = view
        self.smaller = Button("", "tool", "minus")
        self.larger = Button("", "tool", "plus")
        self.choice = QComboBox()
        self.choice.setAccessibleName("显示比例")
        self.choice.setToolTip("显示比例。在文书上按加号、减号放大缩小，W 适合宽度，F 适合整页")
        self.choice.addItems([_FIT_WIDTH, _FIT_PAGE, *(f"{step}%" for step in STEPS)])
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.smaller.setAccessibleName("缩小文书")
        self.smaller.setToolTip("缩小文书（按住 Ctrl 滚轮向下）")
        self.larger.setAccessibleName("放大文书")
        self.larger.setToolTip("放大文书（按住 Ctrl 滚轮向上）")
        row = _row(self)
        for part in (self.smaller, self.choice, self.larger):
            row.addWidget(part)
        self.smaller.clicked.connect(view.reduce)
        self.larger.clicked.connect(view.enlarge)
        self.choice.textActivated.connect(self._zoom)
        view.zoom_changed.connect(self.show_zoom)

    def show_zoom(self) -> None:
        """Say how large the page is shown."""
        fitted = {
            PaperView.ZoomMode.FitToWidth: _FIT_WIDTH,
            PaperView.ZoomMode.FitInView: _FIT_PAGE,
        }
        words = fitted.get(self._view.zoomMode(), f"{self._view.percent()}%")
        self.choice.setCurrentText(words)
        self.choice.setAccessibleDescription(f"{words}，{self._view.percent()}%")

    def _zoom(self, words: str) -> None:
        if words == _FIT_WIDTH:
            self._view.fit_width()
        elif words == _FIT_PAGE:
            self._view.fit_page()
        else:
            self._view.show_percent(int(words.rstrip("%")))


class _FindingLine(QLineEdit):
    """Enter goes to the next place, Shift+Enter to the one before."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, leave the rest."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)


class FindTool(QWidget):
    """Looks for words in the paper, marks them all and goes from one to the next."""

    def __init__(self, view: PaperView, finder: PaperFinder) -> None:
        super().__init__()
        self._view = view
        self._finder = finder
        self._here = -1
        self.line = _FindingLine()
        self.line.setPlaceholderText("在文书中查找")
        self.line.setAccessibleName("在文书中查找")
        self.line.setClearButtonEnabled(True)
        width = self.line.fontMetrics().horizontalAdvance("查") * _FINDING_WIDTH_IN_CHARACTERS
        self.line.setMinimumWidth(width)
        self.before = Button("", "tool", "up")
        self.before.setAccessibleName("上一处")
        self.before.setToolTip("上一处（Shift+Enter）")
        self.after = Button("", "tool", "down")
        self.after.setAccessibleName("下一处")
        self.after.setToolTip("下一处（Enter）")
        self.count = Label("", "quiet")
        row = _row(self)
        for part in (self.line, self.before, self.after, self.count):
            row.addWidget(part)
        self.line.textChanged.connect(self._look)
        self.line.stepped.connect(self._step)
        self.before.clicked.connect(partial(self._step, -1))
        self.after.clicked.connect(partial(self._step, 1))
        finder.found.connect(self._show_found)
        self._show_found()

    def _look(self, words: str) -> None:
        self._here = -1
        self._finder.look_for(words)

    def _show_found(self) -> None:
        marks = self._finder.marks
        if self._here >= len(marks):
            self._here = -1
        if marks and self._here < 0:
            self._stand_on(
                self._finder.first_from(max(0, self._view.pageNavigator().currentPage()))
            )
        else:
            self._say()

    def _step(self, by: int) -> None:
        if self._finder.marks:
            self._stand_on((self._here + by) % len(self._finder.marks))

    def _stand_on(self, place: int) -> None:
        self._here = place
        self._view.go_to_mark(self._finder.marks[place])
        self._say()

    def _say(self) -> None:
        marks = self._finder.marks
        self._view.show_marks(marks, self._here)
        for button in (self.before, self.after):
            button.setEnabled(bool(marks))
        if marks:
            self.count.setText(f"{self._here + 1}/{len(marks)}")
        else:
            is_sought = bool(self.line.text().strip())
            self.count.setText("没有找到" if is_sought and self._finder.is_done else "")
        self.count.setVisible(bool(self.count.text()))


def _row(part: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row
