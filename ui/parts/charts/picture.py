"""A chart as a picture for a report: always in light colours, whatever the window wears."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.parts.charts.drawing import BarPlot, Ink
from ui.parts.charts.figures import Figures
from ui.widgets.face import screen_face
from ui.widgets.tokens import Tone, tokens_of

_WIDTH, _HEIGHT = 960, 540
# Drawn twice as fine, for paper.
_FINENESS = 2
_POINTS = 11.0


def picture_of(figures: Figures) -> bytes:
    """Return the chart with its title as PNG."""
    light = tokens_of("light")
    font = QFont(screen_face())
    font.setPointSizeF(_POINTS)
    tones = {tone: QColor(light[tone.value]) for tone in Tone}
    surface, words, quiet = (QColor(light[name]) for name in ("surface", "ink", "quiet"))
    ink = Ink(surface, words, quiet, tones, font)
    counted = "，".join(filter(None, (figures.unit, figures.legend())))
    plot = BarPlot()
    plot.view.resize(_WIDTH, _HEIGHT)
    # A plot learns its size when it is shown, here behind the scenes.
    plot.view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.view.show()
    plot.draw(figures, ink, title=f"{figures.title}（{counted}）")
    image = QImage(_WIDTH * _FINENESS, _HEIGHT * _FINENESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_FINENESS)
    image.fill(ink.surface)
    painter = QPainter(image)
    whole = QRect(0, 0, _WIDTH, _HEIGHT)
    plot.view.render(painter, QRectF(whole), whole)
    painter.end()
    plot.view.close()
    return _png(image)


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
