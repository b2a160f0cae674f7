"""What the window remembers between two days: its size, theme, column widths. Never required."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Remembered:
    """A small file in the person's own folder; what cannot be read is simply not remembered."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, name: str, otherwise: str) -> str:
        """Return a remembered word, or another."""
        value = self._settings.value(name)
        return value if isinstance(value, str) else otherwise

    def number(self, name: str, otherwise: int) -> int:
        """Return a remembered whole number, or another."""
        text = self.text(name, "")
        return int(text) if text.isdecimal() else otherwise

    def state(self, name: str) -> bytes:
        """Return a remembered state of Qt (window, header), empty when there is none."""
        value = self._settings.value(name)
        return bytes(value.data()) if isinstance(value, QByteArray) else b""

    def keep(self, name: str, value: str | int | bytes) -> None:
        """Remember a value."""
        kept = QByteArray(value) if isinstance(value, bytes) else str(value)
        self._settings.setValue(name, kept)

    def write(self) -> None:
        """Write what is remembered to the file now."""
        self._settings.sync()
