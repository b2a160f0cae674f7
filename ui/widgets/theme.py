"""The look of the application: theme, size of text and stylesheet, switchable while it runs."""

from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from resources import path_of
from ui.widgets.face import screen_face
from ui.widgets.icons import drawing
from ui.widgets.tokens import Tokens, tokens_of

BASE_POINTS = 10.5
BASE_SCALE = 100
SMALLEST_SCALE = 90
LARGEST_SCALE = 200
_LENGTHS = (2, 3, 4, 5, 6, 8, 9, 12, 14, 16, 18, 20, 24, 28, 32)
_POINTS = {"pt9": 9.0, "pt12": 12.0, "pt15": 15.0}
_SHEET_ICONS = {
    "icon_down": ("down", "quiet"),
    "icon_up": ("up", "quiet"),
    "icon_left": ("left", "ink"),
    "icon_right": ("right", "ink"),
    "icon_check": ("check", "accent_ink"),
    "icon_dot": ("dot", "accent"),
}


class Scheme(StrEnum):
    """Which theme the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Keeps the application in the chosen theme and size; follows the system when told so."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._face = screen_face()
        self._drawings = QTemporaryDir()
        self.scheme = Scheme.SYSTEM
        self.scale = BASE_SCALE
        self._look = ("", 0)
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        # Widgets made before there is a stylesheet would keep the font of that moment.
        self.show(Scheme.SYSTEM, BASE_SCALE)

    @property
    def tokens(self) -> Tokens:
        """The colours shown now."""
        return tokens_of(self._shown())

    def show(self, scheme: Scheme, scale: int) -> None:
        """Take on the theme and the size of text in percent."""
        self.scheme = scheme
        self.scale = max(SMALLEST_SCALE, min(LARGEST_SCALE, scale))
        look = (self._shown(), self.scale)
        if look == self._look:
            return
        self._look = look
        tokens = self.tokens
        font = QFont(self._face)
        font.setPointSizeF(BASE_POINTS * self.scale / 100)
        self._application.setFont(font)
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(self._sheet(tokens))
        self.changed.emit()

    def _shown(self) -> str:
        if self.scheme is not Scheme.SYSTEM:
            return self.scheme.value
        system = self._application.styleHints().colorScheme()
        return "dark" if system == Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.show(self.scheme, self.scale)

    def _sheet(self, tokens: Tokens) -> str:
        template = Template(path_of("style", "style.qss").read_text(encoding="utf-8"))
        lengths = {f"px{length}": str(round(length * self.scale / 100)) for length in _LENGTHS}
        points = {name: f"{size * self.scale / 100:.2f}" for name, size in _POINTS.items()}
        pictures = {name: self._picture(tokens, *made) for name, made in _SHEET_ICONS.items()}
        return template.substitute(**tokens.colours, **lengths, **points, **pictures)

    def _picture(self, tokens: Tokens, name: str, colour: str) -> str:
        file = Path(self._drawings.path()) / f"{name}-{tokens.name}.svg"
        file.write_bytes(drawing(name, tokens[colour]))
        return file.as_posix()


def _palette(tokens: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "hover",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "quiet",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "accent_ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_ink",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "line",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, QColor(tokens[name]))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["edge"]))
    return palette
