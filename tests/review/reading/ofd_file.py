"""Build small OFD files in the shapes that real producers write."""

import io
import zipfile
from itertools import groupby
from pathlib import Path

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE, PITCH, LEFT, TOP = 5.6, 10.0, 28.0, 37.0
CHARACTERS_A_LINE, LINES_A_PAGE = 28, 22


def xml(element: str, content: str, attributes: str = "") -> str:
    """Return one part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<ofd:{element} {_SPACE} {attributes}>{content}</ofd:{element}>"
    )


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def text_object(text: str, x: float, y: float, attributes: str = "", deltas: str = "") -> str:
    """Return a line whose foot stands at x, y (millimetres); wide characters unless told."""
    steps = deltas or _steps(text)
    delta = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y - SIZE} 150 8" Font="3" Size="{SIZE}" '
        f'{attributes}><ofd:TextCode X="0" Y="{SIZE}"{delta}>{escaped(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def _steps(text: str) -> str:
    """Write the steps after each character but the last, equal ones together."""
    widths = (SIZE if ord(letter) > 0x7F else SIZE / 2 for letter in text[:-1])
    runs = ((len(list(run)), width) for width, run in groupby(widths))
    return " ".join(f"g {count} {width}" if count > 1 else str(width) for count, width in runs)


def page_xml(content: str, extra: str = "") -> str:
    """Return a page with one layer."""
    return xml("Page", f"{extra}<ofd:Content><ofd:Layer ID='2'>{content}</ofd:Layer></ofd:Content>")


def document_xml(pages: int, common: str = "", extra: str = "") -> str:
    listed = "".join(
        f'<ofd:Page ID="{number + 10}" BaseLoc="Pages/Page_{number}/Content.xml"/>'
        for number in range(pages)
    )
    return xml(
        "Document",
        "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        f"</ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{extra}",
    )


def entry_xml(*roots: str, extra: str = "") -> str:
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>{root}</ofd:DocRoot>{extra}</ofd:DocBody>"
        for root in roots or ("Doc_0/Document.xml",)
    )
    return xml("OFD", bodies, 'DocType="OFD" Version="1.0"')


def package(parts: dict[str, str]) -> bytes:
    """Return the parts as a zip package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ofd_parts(
    *pages: str, common: str = "", document: str = "", entry: str = "", extra: str = ""
) -> dict[str, str]:
    """Return the parts of a file whose pages hold these objects."""
    parts = {
        "OFD.xml": entry_xml(extra=entry),
        "Doc_0/Document.xml": document_xml(len(pages), common, document),
    }
    for number, content in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = page_xml(content, extra)
    return parts


def typeset(text: str) -> list[str]:
    """Return the objects of the pages of a text, wrapped as an office printer wraps it."""
    lines = [
        line[start : start + CHARACTERS_A_LINE]
        for line in text.split("\n")
        for start in range(0, max(len(line), 1), CHARACTERS_A_LINE)
    ]
    return [
        "".join(
            text_object(line, LEFT, TOP + PITCH * place)
            for place, line in enumerate(lines[first : first + LINES_A_PAGE])
            if line.strip()
        )
        for first in range(0, len(lines), LINES_A_PAGE)
    ]


def write_ofd(path: Path, *pages: str, **more: str) -> Path:
    """Write such a file and return its path."""
    path.write_bytes(package(ofd_parts(*pages, **more)))
    return path
