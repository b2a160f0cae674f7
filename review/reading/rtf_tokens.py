"""The tokens of a rich text file, and the bytes of its characters as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|"
    r"\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
# Code pages by the character set of a font; 0 and 1 stand for the code page of the file.
CHARSETS = {
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
CODE_PAGES = {936: "gb18030", 54936: "gb18030", 932: "cp932", 949: "cp949", 950: "cp950"}
_TWO_BYTES = frozenset(("gb18030", "cp932", "cp949", "cp950"))
_FIRST_LEAD = 0x81
_FIRST_SECOND = 0x40


@dataclass(frozen=True, slots=True)
class Token:
    """A control word with its number, a control sign, a brace, a byte, or plain characters."""

    kind: str
    text: str
    number: int | None = None


def tokens_of(source: str) -> Iterator[Token]:
    """Yield the tokens of the file, whose bytes are given one character each."""
    place, end = 0, len(source)
    while place < end:
        found = _TOKEN.match(source, place)
        if found is None:
            # A backslash as the very last character.
            return
        place = found.end()
        kind = found.lastgroup or ""
        if kind in ("number", "word"):
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin" and number:
                place += max(number, 0)
            yield Token("word", found["word"], number)
        elif kind:
            yield Token(kind, found[kind])


def code_page(number: int | None) -> str:
    """Return the codec of a code page; files from abroad are read as Western."""
    return CODE_PAGES.get(number or 0, "cp1252")


class ByteRun:
    """Bytes that wait to become text: the two of one character may come in two tokens."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._codec = ""
        self._awaits_second = False

    def add(self, value: int, codec: str) -> str:
        """Take a byte; return the text of the bytes before it when those are of another page."""
        before = ""
        if codec != self._codec and not self._awaits_second:
            before = self.text()
            self._codec = codec
        self._bytes.append(value)
        if self._awaits_second:
            self._awaits_second = False
        else:
            self._awaits_second = value >= _FIRST_LEAD and self._codec in _TWO_BYTES
        return before

    def takes(self, character: str) -> bool:
        """Tell whether a plain character is the second byte of the one before it."""
        return self._awaits_second and _FIRST_SECOND <= ord(character) <= 0xFF  # noqa: PLR2004 -- a byte

    def is_whole(self) -> bool:
        """Tell whether no byte waits for the second of its character."""
        return not self._awaits_second

    def text(self) -> str:
        """Return the text of all bytes that wait."""
        found = self._bytes.decode(self._codec or "cp1252", errors="replace")
        self._bytes.clear()
        self._awaits_second = False
        return found
