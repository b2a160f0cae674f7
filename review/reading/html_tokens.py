"""The tags and texts of a web page, whatever its maker forgot to close."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)")
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z_:][\w:.-]{0,60})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
# Elements whose content is no text of the page; it ends only with their own end tag.
_RAW = frozenset(("script", "style", "noscript", "template", "textarea", "iframe", "svg", "math"))
# A quoted value may hold a closing bracket; so many are looked past.
_BRACKETS_IN_QUOTES = 4
# Attributes beyond this length hold data, not the few words looked for here.
_LONGEST_TAG = 20_000


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between two tags, entities resolved."""

    words: str


@dataclass(frozen=True, slots=True)
class Rest:
    """What follows a script that never ends: no browser shows it."""

    words: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, its name in small letters."""

    name: str
    is_end: bool
    source: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes with their values, names in small letters."""
        found = _ATTRIBUTE.findall(self.source[:_LONGEST_TAG])
        return {name.lower(): unescape(a or b or c) for name, a, b, c in reversed(found)}


def tokens_of(page: str) -> Iterator[Text | Tag | Rest]:
    """Yield the tags and texts of a page in order; comments and scripts are left out."""
    place, start = 0, 0
    last, last_comment = page.rfind(">"), page.rfind("-->")
    while 0 <= (opened := page.find("<", place)) < last:
        is_comment = page.startswith("<!--", opened)
        # Looked for once: a page of brackets that never close would be searched for each.
        end = _end_of_markup(page, opened) if not is_comment or opened < last_comment else None
        if end is None:
            # A bracket that opens nothing is a character of the text.
            place = opened + 1
            continue
        if opened > start:
            yield Text(unescape(page[start:opened]))
        found = _NAME.match(page, opened)
        if found:
            tag = Tag(found[1].lower(), page[opened + 1] == "/", page[opened:end])
            yield tag
            if tag.name in _RAW and not tag.is_end and not tag.source.endswith("/>"):
                closed = _end_of_raw(page, end, tag.name)
                if closed is None:
                    yield Rest(unescape(page[end:]))
                    return
                end = closed
        place = start = end
    if start < len(page):
        yield Text(unescape(page[start:]))


def _end_of_markup(page: str, opened: int) -> int | None:
    if page.startswith("<!--", opened):
        end = page.find("-->", opened + 4)
        return end + 3 if end >= 0 else None
    if not _NAME.match(page, opened) and page[opened + 1 : opened + 2] not in ("!", "?"):
        return None
    end = page.find(">", opened)
    for _ in range(_BRACKETS_IN_QUOTES):
        following = page.find(">", end + 1)
        if end < 0 or following < 0 or page.count('"', opened, end) % 2 == 0:
            break
        end = following
    return end + 1 if end >= 0 else None


def _end_of_raw(page: str, place: int, name: str) -> int | None:
    found = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(page, place)
    return found.start() if found else None
