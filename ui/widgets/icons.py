"""Line drawings of resources/icons, tinted to the colour they stand in."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path_of

ICON_SIZE = 20


@lru_cache(maxsize=256)
def drawing(name: str, colour: str) -> bytes:
    """Return the drawing as SVG in the colour ``#RRGGBB``."""
    svg = path_of("icons", f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return the drawing as a picture of ``size`` logical pixels."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing(name, colour))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, colour: QColor, size: int, ratio: float) -> QIcon:
    """Return the drawing as an icon for buttons."""
    return QIcon(pixmap(name, colour.name(), size, ratio))
