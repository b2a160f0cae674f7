"""The QR code of the Word file: drawn as a picture of black and white dots."""

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Element

from review.letters.docx_elements import (
    DRAWING,
    GRAPHIC,
    NAMESPACES,
    PICTURE,
    element,
    related,
)
from review.letters.layout import CheckMarkLayout
from review.letters.qr_modules import qr_modules

PIXELS = 8
"""Pixels of a square; one byte of a row."""

AS_IT_IS, AS_ABOVE = b"\0", b"\2"
"""How a row of pixels is told: by itself, or by what differs from the row above (PNG 9.2)."""

EMU_PER_MM = 36000
CACHED = 64


@lru_cache(CACHED)
def qr_png(payload: str, mark: CheckMarkLayout) -> bytes:
    """Return the QR code of an ASCII text as the bytes of a PNG picture.

    Args:
        payload: What it holds.
        mark: How many white squares stand around it, without which it cannot be read.
    """
    quiet = round(mark.quiet_modules)
    rows = [_pixel_row(row, quiet) for row in qr_modules(payload)]
    white = b"\xff" * (len(rows) + 2 * quiet)
    rows = [white] * quiet + rows + [white] * quiet
    size = (len(rows) * PIXELS).to_bytes(4, "big")
    # Bit depth 1, grey, then compression, filter and interlacing as the format has them.
    head = size + size + bytes((1, 0, 0, 0, 0))
    pixels = b"".join(_pixel_rows(row) for row in rows)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(pixels)),
            _chunk(b"IEND", b""),
        )
    )


def picture_side_mm(payload: str, mark: CheckMarkLayout) -> float:
    """Return the side of the picture: the code with the white squares around it."""
    squares = len(qr_modules(payload))
    return mark.code_mm * (squares + 2 * mark.quiet_modules) / squares


def _pixel_rows(row: bytes) -> bytes:
    """Return the rows of pixels of a row of squares: the first as it is, the others as above it."""
    return AS_IT_IS + row + (AS_ABOVE + bytes(len(row))) * (PIXELS - 1)


def _pixel_row(squares: Sequence[bool], quiet: int) -> bytes:
    """Return a row of pixels, the eight of a square in one byte."""
    side = b"\xff" * quiet
    return side + b"".join(b"\x00" if is_dark else b"\xff" for is_dark in squares) + side


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
