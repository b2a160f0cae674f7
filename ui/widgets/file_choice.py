"""The system's own dialog for choosing a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, patterns: str) -> Path | None:
    """Let the person choose one file; None when the dialog is left."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", patterns)
    return Path(name) if name else None
