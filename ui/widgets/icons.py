"""Line drawings of resources/icons, tinted to the colour they stand in."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path_of


@lru_cache(maxsize=256)
def drawing(name: str, colour: str) -> bytes:
    """Return the drawing as SVG in the colour ``#RRGGBB``."""
    svg = path_of("icons", f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float, drop: float = 0.0) -> QPixmap:
    """Return the drawing as a picture of ``size`` logical pixels, set ``drop`` pixels lower."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing(name, colour))).render(painter, QRectF(0, drop, size, size))
    painter.end()
    return picture


def icon_beside(words: QFontMetricsF, name: str, colour: QColor, ratio: float) -> QIcon:
    """Return the drawing as an icon as high as a line of these words, and level with them."""
    return QIcon(pixmap(name, colour.name(), round(words.height()), ratio, drop_of(words)))


def drop_of(words: QFontMetricsF) -> float:
    """Return how far the middle of a Chinese character lies below the middle of its line."""
    middle = words.tightBoundingRect("国").center().y()
    return middle + (words.ascent() - words.descent()) / 2
