"""Read a saved web page (html, mht), also one that an office program saved and named doc."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from review.errors import BrokenFileError, OversizedFileError
from review.reading.html_text import HtmlWriter
from review.reading.markup_format import is_saved_page
from review.reading.text import Fact, NoteKind, ReadingNote
from review.reading.web_text import WebText

LIMIT_MEGABYTES = 20
_PART_LIMIT = 2000
_WINDOW = 8192
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,30})""", re.IGNORECASE
)
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5",
    "utf-16": "utf-16",
    "unicode": "utf-16",
}
_OFFICE = re.compile(
    rb"urn:schemas-microsoft-com:office|mso-|LibreOffice|OpenOffice", re.IGNORECASE
)


def read_html(content: bytes, file_name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """Return the text of the page, and what was kept out of it.

    Raises:
        OversizedFileError: the file is larger than any page with a document on it.
        BrokenFileError: the parts of a page saved in one file cannot be told apart.
    """
    if len(content) > LIMIT_MEGABYTES * 1024 * 1024:
        raise OversizedFileError(file_name=file_name, limit_megabytes=LIMIT_MEGABYTES)
    charset = ""
    if is_saved_page(content):
        content, charset = _page_of(content, file_name)
    codec, encoding = _codec_of(content, charset)
    page = content.decode(codec, errors="replace").lstrip("\ufeff").replace("\0", "")
    written = HtmlWriter().write(page)
    text = written.text.strip("\n")
    notes = _notes(written, text, encoding, is_office=bool(_OFFICE.search(content[:_WINDOW])))
    return text, tuple(notes) if text or written.apart else ()


def _page_of(content: bytes, file_name: str) -> tuple[bytes, str]:
    """Return the page of a file that holds a page with its pictures, and its code page."""
    try:
        message = message_from_bytes(content)
        pages = [part for part in _parts(message) if part.get_content_type() == "text/html"]
        for part in pages:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return payload, str(part.get_content_charset() or "")
    except (MessageError, ValueError, LookupError, RecursionError, TypeError) as fault:
        raise BrokenFileError(file_name=file_name) from fault
    raise BrokenFileError(file_name=file_name)


def _parts(message: Message) -> Iterator[Message]:
    waiting, count = [message], 0
    while waiting and count < _PART_LIMIT:
        part, count = waiting.pop(0), count + 1
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting += [each for each in payload if isinstance(each, Message)]
        else:
            yield part


def _codec_of(content: bytes, charset: str) -> tuple[str, str]:
    """Return the codec, and its name where the clerk should know it.

    What the page declares counts only where its bytes agree.
    """
    for mark, marked in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return marked, ""
    if content[1:_WINDOW:2].count(0) * 4 > len(content[:_WINDOW]):
        return "utf-16-le", "UTF-16"
    declared = _DECLARED.search(content[:_WINDOW])
    names = (charset, declared[1].decode("ascii", "ignore") if declared else "")
    known = (_CODECS.get(name.lower()) for name in names)
    wanted = next((codec for codec in known if codec), "utf-8")
    for codec in dict.fromkeys((wanted, "utf-8", "gb18030")):
        try:
            content.decode(codec)
        except UnicodeDecodeError:
            continue
        return codec, "" if codec == wanted else codec.upper()
    return wanted, wanted.upper()


def _notes(written: WebText, text: str, encoding: str, *, is_office: bool) -> Iterator[ReadingNote]:
    if not is_office:
        yield ReadingNote(NoteKind.WEB_PAGE)
    apart = written.apart
    found = {
        NoteKind.TRACKED_CHANGES: apart.get("deleted", []),
        NoteKind.HIDDEN_TEXT: apart.get("hidden", []),
        NoteKind.ASIDES: apart.get("aside", []),
        NoteKind.AUTOMATIC_NUMBERING: written.numbered,
        NoteKind.ENCODING: [Fact("encoding", encoding)] if encoding else [],
        NoteKind.DAMAGED_CHARACTERS: [Fact("damaged", "\ufffd")] * text.count("\ufffd"),
    }
    for kind, facts in found.items():
        if facts:
            yield ReadingNote(kind, tuple(facts))
