"""The text of a document as on paper: an A4-like column, places in it lit up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QFont,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from ui.widgets.face import paper_face
from ui.widgets.painted_colours import PaintedColours, paint_property
from ui.widgets.theme import BASE_POINTS
from ui.widgets.tokens import Tone

_PAPER_POINTS = 16.0
_LINE_HEIGHT_PERCENT = 160.0
_CHARACTERS_ACROSS = 28
_SMALLEST_MARGIN = 24


@dataclass(frozen=True)
class Place:
    """A stretch of the text, from the first character to before the last."""

    start: int
    end: int


class _Lit(Protocol):
    """A lit place of Qt; the stubs of PySide6 6.9 leave these attributes out."""

    format: QTextCharFormat
    cursor: QTextCursor


class TextPane(PaintedColours, QTextEdit):
    """Read-only plain text with 28 characters a line, as official papers are set.

    ``selected`` gives the place and the words the person has selected.
    """

    selected = Signal(int, int, str)

    paint_mark = paint_property("mark")
    paint_accent = paint_property("accent")
    paint_late_ground = paint_property("late_ground")
    paint_wait_ground = paint_property("wait_ground")
    paint_ok_ground = paint_property("ok_ground")
    paint_gone_ground = paint_property("gone_ground")
    paint_plain_ground = paint_property("plain_ground")

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: list[tuple[Place, Tone | None]] = []
        self._text = ""
        self._face = paper_face()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.selectionChanged.connect(self._tell_selection)
        self._set_face()

    def show_text(self, text: str) -> None:
        """Show the text, without anything lit up."""
        self._places = []
        self._text = text
        self.setPlainText(text)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        lines = QTextBlockFormat()
        lines.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        whole.mergeBlockFormat(lines)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def highlight(self, places: Sequence[tuple[Place, Tone | None]]) -> None:
        """Light up places, each in its tone; without a tone as the source of a value."""
        self._places = list(places)
        self._paint_places()

    def mark_changes(self, places: Sequence[Place], *, is_deleted: bool) -> None:
        """Strike through what changes delete, or underline what they insert."""
        look = QTextCharFormat()
        look.setFontStrikeOut(is_deleted)
        look.setFontUnderline(not is_deleted)
        for place in places:
            self._cursor(place).mergeCharFormat(look)

    def go_to(self, place: Place) -> None:
        """Light up one place and bring it into sight."""
        self.highlight([(place, None)])
        self.scroll_to(place)

    def scroll_to(self, place: Place) -> None:
        """Bring a place into sight, about a third down the pane."""
        cursor = self._cursor(Place(place.start, place.start))
        top = self.cursorRect(cursor).top()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def selected_place(self) -> Place | None:
        """Return where the selected words stand."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Place(
            _characters_before(self._text, cursor.selectionStart()),
            _characters_before(self._text, cursor.selectionEnd()),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text and the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_face()
        elif event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._paint_places()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column of text in the middle."""
        super().resizeEvent(event)
        self._set_margins()
        # A pane that was hidden gets its margins without being laid out again.
        self.document().setTextWidth(self.viewport().width())

    def _set_face(self) -> None:
        # The window hears of a new size after its parts; the application knows it already.
        points = _PAPER_POINTS * QApplication.font().pointSizeF() / BASE_POINTS
        font = QFont(self._face)
        font.setPointSizeF(points)
        self.document().setDefaultFont(font)
        self._set_margins()

    def _set_margins(self) -> None:
        em = self.document().defaultFont().pointSizeF() * self.logicalDpiX() / 72
        column = em * (_CHARACTERS_ACROSS + 0.5)
        spare = (self.width() - self.verticalScrollBar().sizeHint().width() - column) / 2
        side = max(_SMALLEST_MARGIN, int(spare))
        self.setViewportMargins(side, 0, side, 0)
        self.document().setDocumentMargin(_SMALLEST_MARGIN / 2)

    def _paint_places(self) -> None:
        selections = []
        for place, tone in self._places:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            colour = self.painted("mark") if tone is None else self.tone_ground(tone)
            look.setBackground(colour)
            look.setForeground(self.palette().color(QPalette.ColorRole.Text))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(self.painted("accent"))
            lit = cast("_Lit", selection)
            lit.format = look
            lit.cursor = self._cursor(place)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _cursor(self, place: Place) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units_before(self._text, place.start))
        cursor.setPosition(_units_before(self._text, place.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tell_selection(self) -> None:
        place = self.selected_place()
        if place is not None:
            self.selected.emit(place.start, place.end, self._text[place.start : place.end])


# Qt counts UTF-16 units, Python counts characters; rare characters of names are two units.
def _units_before(text: str, characters: int) -> int:
    return len(text[:characters].encode("utf-16-le")) // 2


def _characters_before(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le"))
