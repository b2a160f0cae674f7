"""A face as it is embedded: what is copied or searched in the PDF is what stands on the page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

LONGEST_BLOCK = 100
"""So many characters at most one block of a character map holds (PDF 1.7, 9.10.3)."""


class PaperFont(TTFont):
    """A TrueType face whose character maps hold rare characters too.

    The library writes the bare number of a character beyond the basic plane, which readers take
    for another one; the map asks for UTF-16. And it copies the outlines of the whole face for each
    file that takes a few of them.
    """

    def __init__(self, name: str, file: str, *, index: int = 0) -> None:
        # A page says its text by the character maps: the Latin letters need not be in every file.
        super().__init__(name, file, subfontIndex=index, asciiReadable=0)
        # The stubs know the reader of a face only in part.
        face: Any = self.face
        face.get_table = cache(face.get_table)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Add the parts of the face that the document uses."""
        parts: Sequence[Sequence[int]] = [list(part) for part in self.state[doc].subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(parts))]
        super().addObjects(doc)
        # The stubs know the parts of a document only as objects.
        parts_of_file: Mapping[str, Any] = doc.idToObject
        for name, part in zip(names, parts, strict=True):
            base = parts_of_file["BasicFonts"].dict[name].BaseFont
            parts_of_file[f"toUnicodeCMap:{base}"].content = character_map(base, part)


def character_map(name: str, characters: Sequence[int]) -> str:
    """Return the map from the codes of a part of a face, counted from 0, to its characters."""
    return "\n".join(_lines(name, characters))


def _lines(name: str, characters: Sequence[int]) -> Iterator[str]:
    yield "/CIDInit /ProcSet findresource begin"
    yield "12 dict begin"
    yield "begincmap"
    yield f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def"
    yield f"/CMapName /{name} def"
    yield "/CMapType 2 def"
    yield "1 begincodespacerange"
    yield "<00> <FF>"
    yield "endcodespacerange"
    codes = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(characters)]
    for start in range(0, len(codes), LONGEST_BLOCK):
        block = codes[start : start + LONGEST_BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"
    yield "endcmap"
    yield "CMapName currentdict /CMap defineresource pop"
    yield "end"
    yield "end"


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be", "surrogatepass").hex().upper()
