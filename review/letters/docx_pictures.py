"""The QR code of the Word file: drawn as a picture of black and white dots."""

import struct
import zlib
from functools import lru_cache
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element
from reportlab.graphics.barcode.qr import QrCodeWidget

from review.letters.docx_elements import (
    DRAWING,
    GRAPHIC,
    NAMESPACES,
    PICTURE,
    element,
    related,
)

PIXELS = 8
"""Pixels of a dot; enough that printers draw straight edges."""

QUIET = 4
"""White dots around the code that readers need."""

EMU_PER_MM = 36000
CACHED = 64


@lru_cache(CACHED)
def qr_png(payload: str) -> bytes:
    """Return the QR code of an ASCII text as the bytes of a PNG picture."""
    rows = [_pixel_row(row) for row in _dots(payload)]
    size = (len(rows) * PIXELS).to_bytes(4, "big")
    # Bit depth 1, grey, then compression, filter and interlacing as the format has them.
    head = size + size + bytes((1, 0, 0, 0, 0))
    pixels = b"".join((b"\0" + row) * PIXELS for row in rows)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(pixels, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _dots(payload: str) -> list[list[bool]]:
    """Return the dots of the code row by row, with the white margin."""
    widget: Any = QrCodeWidget(payload, barLevel="M")  # the stubs do not know the code inside
    code = widget.qr
    code.make()
    count = code.getModuleCount()
    side = range(-QUIET, count + QUIET)
    return [
        [0 <= x < count and 0 <= y < count and bool(code.isDark(y, x)) for x in side] for y in side
    ]


def _pixel_row(dots: list[bool]) -> bytes:
    """Return a row of pixels, eight of one colour to the byte."""
    return b"".join(b"\x00" if is_dark else b"\xff" for is_dark in dots)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def picture(relation: str, side_mm: float, words: str) -> Element:
    """Make a square picture that stands in the line.

    Args:
        relation: The relation of the document to the picture's part.
        side_mm: Length of a side in mm.
        words: What the picture shows, for those who cannot see it.
    """
    side = round(side_mm * EMU_PER_MM)
    inline = _of(DRAWING, "inline", dict.fromkeys(("distT", "distB", "distL", "distR"), 0))
    graphic = _of(GRAPHIC, "graphic")
    data = _of(GRAPHIC, "graphicData", {"uri": PICTURE})
    data.append(_drawn(relation, side, words))
    graphic.append(data)
    inline.extend(
        [
            _of(DRAWING, "extent", {"cx": side, "cy": side}),
            _of(DRAWING, "docPr", {"id": 1, "name": "QR", "descr": words}),
            _of(DRAWING, "cNvGraphicFramePr"),
            graphic,
        ]
    )
    return element("drawing", children=[inline])


def _drawn(relation: str, side: int, words: str) -> Element:
    names = _of(PICTURE, "nvPicPr")
    names.extend(
        [
            _of(PICTURE, "cNvPr", {"id": 1, "name": "QR", "descr": words}),
            _of(PICTURE, "cNvPicPr"),
        ]
    )
    blip = related(GRAPHIC, "blip", "embed", relation)
    stretch = _of(GRAPHIC, "stretch")
    stretch.append(_of(GRAPHIC, "fillRect"))
    fill = _of(PICTURE, "blipFill")
    fill.extend([blip, stretch])
    transform = _of(GRAPHIC, "xfrm")
    transform.extend(
        [_of(GRAPHIC, "off", {"x": 0, "y": 0}), _of(GRAPHIC, "ext", {"cx": side, "cy": side})]
    )
    shape = _of(GRAPHIC, "prstGeom", {"prst": "rect"})
    shape.append(_of(GRAPHIC, "avLst"))
    properties = _of(PICTURE, "spPr")
    properties.extend([transform, shape])
    drawn = _of(PICTURE, "pic")
    drawn.extend([names, fill, properties])
    return drawn


def _of(namespace: str, name: str, attributes: dict[str, str | int] | None = None) -> Element:
    made: Element = etree.Element(
        f"{{{namespace}}}{name}", nsmap={NAMESPACES[namespace]: namespace}
    )
    for key, value in (attributes or {}).items():
        made.set(key, str(value))
    return made
