"""Write small pdf files: lines at given heights in an embedded Chinese font."""

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from resources import path_of

_SIZE, _PITCH, _TOP = 16.0, 28.0, 760.0
LEFT, WIDTH = 80.0, 28


def _font() -> str:
    files = sorted(path_of("fonts").glob("*.ttf"))
    if not files:
        pytest.skip("no TrueType font on the shelf")
    if "TestSong" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("TestSong", str(files[0])))
    return "TestSong"


def write_pdf(path: Path, pages: list[list[str]]) -> Path:
    """Write pages of lines; a line that begins with a full-width blank is indented by it."""
    page = canvas.Canvas(str(path), pagesize=(595, 842))
    for lines in pages:
        page.setFont(_font(), _SIZE)
        for index, line in enumerate(lines):
            indent = len(line) - len(line.lstrip("\u3000"))
            page.drawString(LEFT + indent * _SIZE, _TOP - index * _PITCH, line.lstrip("\u3000"))
        page.showPage()
    page.save()
    return path


def write_scan(path: Path) -> Path:
    """Write one page that is a picture and holds no text."""
    page = canvas.Canvas(str(path), pagesize=(595, 842))
    page.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, width=595, height=842)
    page.showPage()
    page.save()
    return path
