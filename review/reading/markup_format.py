"""Tell formats that are written as text: rtf, web pages, saved mail, XML of office programs."""

import re

from review.errors import MailFormatError, OldFormatError
from review.reading.text import FileFormat

WORD_XML = "Word XML"
_WINDOW = 8192
_WORD_XML = ("Word.Document", "w:wordDocument", "pkg:package")
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_XML_OR_COMMENT = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>|<!--.{0,4000}?-->)", re.DOTALL)
# Elements that begin a saved page or a piece of one; office systems name such files doc.
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|script|table|div|span|font|center|"
    r"p|br|h[1-6]|xml\s+xmlns)[\s/>:]",
    re.IGNORECASE,
)
_MAIL_HEAD = re.compile(
    r"(?:(?:MIME-Version|From|To|Subject|Date|Received|Return-Path|Message-ID|Content-Type|"
    r"Content-Location|Content-Transfer-Encoding|Snapshot-Content-Location|X-[\w-]+)\s*:"
    r"[^\n]*\n(?:[ \t][^\n]*\n)*){2,}",
    re.IGNORECASE,
)
_SAVED_PAGE = re.compile(r"content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE)
_SENT = re.compile(r"^(?:received|to|return-path|message-id)\s*:", re.IGNORECASE | re.MULTILINE)


def markup_of(content: bytes, file_name: str) -> FileFormat | None:
    """Return the format of a file written as text, or None for plain text and other bytes.

    Raises:
        MailFormatError: the file is a mail.
        OldFormatError: the file is XML of an office program that is not read.
    """
    head = opening(content)
    if head.startswith("{\\rtf"):
        return FileFormat.RTF
    plain = _without_preamble(head)
    if _TAG.match(plain):
        return FileFormat.HTML
    mail = _MAIL_HEAD.match(head)
    if mail:
        if _SENT.search(mail.group()) or not _SAVED_PAGE.search(mail.group()):
            raise MailFormatError(file_name=file_name)
        return FileFormat.HTML
    if head.startswith("<?xml") or plain.startswith(("<w:", "<pkg:")):
        is_word = any(mark in head for mark in _WORD_XML)
        raise OldFormatError(file_name=file_name, format_name=WORD_XML if is_word else "XML")
    return None


def is_saved_page(content: bytes) -> bool:
    """Tell whether the bytes are a page saved with its pictures in one file (mht)."""
    return bool(_MAIL_HEAD.match(opening(content)))


def opening(content: bytes) -> str:
    """Return the beginning of the bytes as text, good enough to look for marks in it."""
    for mark, codec in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content[len(mark) : _WINDOW].decode(codec, errors="ignore").lstrip()
    head = content[:_WINDOW]
    zeros = head[1::2].count(0)
    codec = "utf-16-le" if zeros * 4 > len(head) else "latin-1"
    return head.decode(codec, errors="ignore").replace("\r\n", "\n").lstrip()


def _without_preamble(head: str) -> str:
    place = 0
    while found := _XML_OR_COMMENT.match(head, place):
        place = found.end()
    return head[place:].lstrip()
