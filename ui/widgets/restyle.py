"""Make the stylesheet look again at a widget whose properties changed."""

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget) -> None:
    """Apply the stylesheet anew after a dynamic property was set."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
