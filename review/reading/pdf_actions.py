"""Find what a pdf would run, start, send or carry along; nothing of it is run."""

import re
import zlib
from collections.abc import Iterator

# pypdfium2 ships without type information.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from review.reading.text import Fact

# Actions of the standard that do more than show another place of the same file.
_ACTIVE = frozenset(
    ("JavaScript", "Launch", "SubmitForm", "ImportData", "EmbeddedFile", "RichMedia", "Rendition")
)
_NAME = re.compile(
    rb"/(?:" + "|".join(sorted(_ACTIVE)).encode() + rb"|[A-Za-z]*#[0-9A-Fa-f]{2}[\w#]*)(?![\w#])"
)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^>]{0,300}>>\s*stream\r?\n")
# Objects of honest files take a few hundred kilobytes; a bomb gets no further than this.
_UNPACKED_LIMIT = 16 * 1024 * 1024


def active_content(content: bytes, document: pypdfium2.PdfDocument) -> list[Fact]:
    """Return each kind of active content once, by its name in the standard."""
    found = {name for part in _parts(content) for name in _names(part)}
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        found.add("JavaScript")
    if pdfium.FPDFDoc_GetAttachmentCount(document.raw) > 0:
        found.add("EmbeddedFile")
    return [Fact("action", name) for name in sorted(found)]


def _names(part: bytes) -> Iterator[str]:
    for match in _NAME.finditer(part):
        plain = _ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), match[0])
        name = plain[1:].decode("latin-1")
        if name in _ACTIVE:
            yield name


def _parts(content: bytes) -> Iterator[bytes]:
    """Yield the file as it lies, then what its streams of objects hold."""
    yield content
    left = _UNPACKED_LIMIT
    for match in _OBJECT_STREAM.finditer(content):
        if left <= 0:
            return
        try:
            part = zlib.decompressobj().decompress(memoryview(content)[match.end() :], left)
        except zlib.error:
            continue
        left -= len(part)
        yield part
