"""Write down what a web page shows: lines, tables, numbers of lists."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from review.reading.html_tokens import Rest, Tag, Text, tokens_of
from review.reading.text import Fact, Place
from review.reading.web_text import WebText

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre "
    "section summary table tbody tfoot thead title tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# Parts of a page that are certainly no part of the document on it.
_CHROME = frozenset(("nav", "select", "button", "datalist", "menu"))
_EMPTY_NAMES = "area base br col embed hr img input link meta param source track wbr"
_EMPTY = frozenset(_EMPTY_NAMES.split())
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_UNSHOWN_FIELD = re.compile(r"mso-element\s*:\s*(?:header|footer|comment-list)", re.IGNORECASE)
# How LibreOffice names the edges of a page that it saves.
_OFFICE_EDGES = ("header", "footer")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Between two of these a line end of the source is none of the text.
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…〇]")
_NUMBER = re.compile(r"[0-9]{1,4}")


@dataclass
class _Unshown:
    """An element whose words are kept apart, until it closes."""

    name: str
    sink: str
    depth: int = 1
    words: list[str] = field(default_factory=list)


class HtmlWriter:
    """Takes the tokens of a page one after the other."""

    def __init__(self) -> None:
        self.result = WebText()
        self._unshown: _Unshown | None = None
        self._blank = ""
        self._verbatim = 0
        self._lists: list[int] = []
        # Where the open cell of each open table began.
        self._cells: list[int | None] = [None]
        self._label_end = 0
        self._steps: dict[str, Callable[[Tag], None]] = {
            "br": self._step_break,
            **dict.fromkeys(("td", "th"), self._step_cell),
            "tr": self._step_row,
            "table": self._step_table,
            **dict.fromkeys(("ol", "ul"), self._step_list),
            "li": self._step_item,
            "pre": self._step_verbatim,
        }

    def write(self, page: str) -> WebText:
        """Write a whole page and return what came of it."""
        for token in tokens_of(page):
            if isinstance(token, Rest):
                self._unshown = self._unshown or _Unshown("", "aside")
                self._unshown.words.append(token.words)
            elif self._unshown is not None:
                self._step_unshown(token, self._unshown)
            elif isinstance(token, Text):
                self._write_text(token.words)
            elif not self._opens_unshown(token):
                self._step(token)
        if self._unshown is not None:
            self._close_unshown(self._unshown)
        return self.result

    def _opens_unshown(self, tag: Tag) -> bool:
        if tag.is_end or tag.name in _EMPTY:
            return False
        if tag.name in _CHROME:
            sink = "aside"
        elif tag.name == "del":
            sink = "deleted"
        elif tag.name == "title":
            sink = "title"
        else:
            sink = _sink_of(tag.attributes()) if len(tag.source) > len(tag.name) + 2 else ""
        if sink:
            self._unshown = _Unshown(tag.name, sink)
        return bool(sink)

    def _step_unshown(self, token: Tag | Text, unshown: _Unshown) -> None:
        if isinstance(token, Text):
            unshown.words.append(token.words)
            return
        if token.name == unshown.name:
            unshown.depth += -1 if token.is_end else 1
            if unshown.depth == 0:
                self._close_unshown(unshown)
                return
        if token.name in _BLOCKS or token.name == "br":
            unshown.words.append(" ")

    def _close_unshown(self, unshown: _Unshown) -> None:
        self._unshown = None
        words = _BLANKS.sub(" ", "".join(unshown.words)).strip()
        if words:
            here = Place(self.result.length, self.result.length)
            self.result.apart.setdefault(unshown.sink, []).append(Fact(unshown.sink, words, here))

    def _step(self, tag: Tag) -> None:
        step = self._steps.get(tag.name)
        if step is not None:
            step(tag)
        elif tag.name in _BLOCKS:
            self._end_line()

    def _step_break(self, tag: Tag) -> None:
        if not tag.is_end:
            self._blank = ""
            self.result.write("\n")

    def _step_cell(self, tag: Tag) -> None:
        self._end_cell()
        self._cells[-1] = None if tag.is_end else self.result.length

    def _end_cell(self) -> None:
        self._blank = ""
        start = self._cells[-1]
        if start is not None:
            self.result.strip("\n", start)
            self.result.write("\t")
        self._cells[-1] = None

    def _step_row(self, _tag: Tag) -> None:
        self._end_cell()
        if self.result.last() == "\t":
            self.result.pieces.pop()
            self.result.length -= 1
            self.result.write("\n")
        self._end_line()

    def _step_table(self, tag: Tag) -> None:
        if not tag.is_end:
            self._end_line()
            self._cells.append(None)
            return
        self._step_row(tag)
        if len(self._cells) > 1:
            self._cells.pop()

    def _step_list(self, tag: Tag) -> None:
        self._end_line()
        if tag.is_end:
            self._lists[-1:] = []
            return
        self._lists.append(_first_number(tag))

    def _step_item(self, tag: Tag) -> None:
        self._end_line()
        if tag.is_end or not self._lists or self._lists[-1] == 0:
            return
        label = f"{self._lists[-1]}."
        self._lists[-1] += 1
        start = self.result.length
        self.result.write(f"{label} ")
        self._label_end = self.result.length
        self.result.numbered.append(Fact("numbered", label, Place(start, self.result.length)))

    def _step_verbatim(self, tag: Tag) -> None:
        self._end_line()
        self._verbatim = max(self._verbatim + (-1 if tag.is_end else 1), 0)

    def _end_line(self) -> None:
        self._blank = ""
        if self.result.last() not in "\n\t" and self.result.length != self._label_end:
            self.result.write("\n")

    def _write_text(self, words: str) -> None:
        if self._verbatim:
            self.result.write(words.replace("\r\n", "\n"))
            return
        for blank, run in _runs(words):
            self._blank = self._blank or blank
            if run:
                self.result.write(self._between(run[0]) + run)
                self._blank = ""

    def _between(self, following: str) -> str:
        """Return what stands for the blanks of the source before a character."""
        before = self.result.last()
        if not self._blank or before in "\n\t":
            return ""
        is_break = "\n" in self._blank or "\r" in self._blank
        return "" if is_break and _WIDE.match(before) and _WIDE.match(following) else " "


def _runs(words: str) -> list[tuple[str, str]]:
    """Part text into runs without blanks, each with the blanks before it."""
    runs, place = [], 0
    for found in _BLANKS.finditer(words):
        if found.start() > place:
            runs.append(("", words[place : found.start()].replace("\xa0", " ")))
        runs.append((found.group(), ""))
        place = found.end()
    if place < len(words):
        runs.append(("", words[place:].replace("\xa0", " ")))
    return runs


def _first_number(tag: Tag) -> int:
    """Return the number of a list's first item; zero for a list without numbers."""
    if tag.name == "ul":
        return 0
    start = tag.attributes().get("start", "1")
    return int(start) if _NUMBER.fullmatch(start) else 1


def _sink_of(attributes: dict[str, str]) -> str:
    style = attributes.get("style", "")
    if _UNSHOWN_FIELD.search(style) or attributes.get("title") in _OFFICE_EDGES:
        return "aside"
    return "hidden" if _HIDING_STYLE.search(style) else ""
