"""The text as one flow without blanks, for matching; every character knows where it came from.

Widths, brackets and quotes are folded one character for one, so that a match in the flow is a
range of characters in the text that was read.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from review.reading.text import Place

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# The words by which a document is known, as pages in traditional characters write them.
_TRADITIONAL = (
    "關於發號縣鄉鎮為見決辦規條則國務廳會黨區財稅農業經濟環護勞動資學總領導組轉復請報"
    "實標準劃綱協議責監審數據單長鐵開現將給們對應當貫徹機處員聯檢廣東無與衛門設電網質"
    "項圍體檔粵蘇滬雲陝龍橋灣島"
)
_SIMPLIFIED = (
    "关于发号县乡镇为见决办规条则国务厅会党区财税农业经济环护劳动资学总领导组转复请报"
    "实标准划纲协议责监审数据单长铁开现将给们对应当贯彻机处员联检广东无与卫门设电网质"
    "项围体档粤苏沪云陕龙桥湾岛"
)
_SHAPES: dict[int, str | int | None] = {
    ord(shape): plain
    for shapes, plain in (
        ("〔[【［﹝〖", "〔"),
        ("〕]】］﹞〗", "〕"),
        ("（(\ufe59", "("),
        ("）)\ufe5a", ")"),
        ("〈<\uff1c\u2039", "〈"),
        ("〉>\uff1e\u203a", "〉"),
        ("：∶\ufe30\ufe55:", ":"),
        ("，\ufe50", ","),
        ("；\ufe54", ";"),
        ("“”\u201e\u201f\uff02「」『』", '"'),
        ("‘’", "'"),
        ("—–－\u2010\u2011\u2012\u2015\u2500", "-"),
        # Circles, letters O of three alphabets: all typed for the zero of a Chinese year.
        ("○\u25efＯO\u041e\u039f", "〇"),
        ("．\ufe52", "."),
        *zip(_TRADITIONAL, _SIMPLIFIED, strict=True),
    )
    for shape in shapes
}
_FOLD: dict[int, str | int | None] = {**_FULL_WIDTH, **_SHAPES}
# Characters that show nothing: blanks of all kinds, joiners, marks, and what a reader lost; and
# the page numbers of a text that was once printed, which part what belongs together.
_PAGE_NUMBER = (
    r"(?m:^)[^\S\n]*(?:[-\u2010-\u2015\u2500·](?:[^\S\n]*)\d{1,4}[^\S\n]*[-\u2010-\u2015\u2500·]"
    r"|第[^\S\n]*\d{1,4}[^\S\n]*页(?:[^\S\n]*[,，/]?[^\S\n]*共[^\S\n]*\d{1,4}[^\S\n]*页)?)[^\S\n]*(?m:$)"
)
_BLANK = re.compile(
    rf"(?:<[bB][rR]\s*/?>|[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd\ue000-\uf8ff]|{_PAGE_NUMBER})+"
)
# A font without the lens brackets leaves two unreadable signs around the year of a number.
_LOST_BRACKETS = re.compile(r"(?<=[一-鿿])\ufffd((?:19|20)\d\d)\ufffd(?=\s*\d{1,4}\s*号)")
_WIDE = 2
_LINE_ENDS = "\n"


@dataclass(frozen=True, slots=True)
class Flow:
    """A text without blanks; ``lines`` and ``gaps`` are where lines and wide blanks ended."""

    source: str
    text: str
    offsets: tuple[int, ...]
    lines: tuple[int, ...]
    gaps: tuple[int, ...]
    blanks: tuple[int, ...]

    def place(self, start: int, end: int) -> Place:
        """Return where a range of the flow stands in the source."""
        return Place(self.offsets[start], self.offsets[end - 1] + 1)

    def raw(self, start: int, end: int) -> str:
        """Return what stands in the source for a range of the flow."""
        place = self.place(start, end)
        return self.source[place.start : place.end]

    def shown(self, start: int, end: int) -> str:
        """Return the characters of the source, without its blanks."""
        return "".join(self.source[offset] for offset in self.offsets[start:end])

    def phrased(self, start: int, end: int) -> str:
        """Return the characters of the source with single blanks, unless it is letter-spaced."""
        inner = [at for at in self.blanks_between(start, end) if at not in self.lines]
        if len(inner) * 4 > end - start:
            return self.shown(start, end)
        pieces, last = [], start
        for at in inner:
            pieces.append(self.shown(last, at))
            last = at
        return " ".join([*pieces, self.shown(last, end)])

    def ends_line(self, at: int) -> bool:
        """Tell whether a line of the source ends before an index."""
        index = bisect_left(self.lines, at)
        return at == len(self.text) or (index < len(self.lines) and self.lines[index] == at)

    def blanks_between(self, start: int, end: int) -> tuple[int, ...]:
        """Return the indices inside a range before which the source has blanks."""
        low, high = bisect_left(self.blanks, start + 1), bisect_left(self.blanks, end)
        return self.blanks[low:high]


def folded(text: str) -> str:
    """Fold widths, brackets and quotes the way a flow does."""
    return text.translate(_FOLD)


def flow_of(source: str) -> Flow:
    """Fold a text into its flow."""
    pieces: list[str] = []
    offsets: list[int] = []
    lines, gaps, blanks = [], [], []
    last = 0
    readable = _LOST_BRACKETS.sub(r"〔\1〕", source)
    for blank in (*_BLANK.finditer(readable), None):
        end = len(source) if blank is None else blank.start()
        pieces.append(readable[last:end])
        offsets.extend(range(last, end))
        if blank is None:
            break
        last = blank.end()
        blanks.append(len(offsets))
        if _LINE_ENDS in blank.group():
            lines.append(len(offsets))
        elif len(blank.group().replace("\u200b", "")) >= _WIDE or "\u3000" in blank.group():
            gaps.append(len(offsets))
    text = folded("".join(pieces))
    return Flow(source, text, tuple(offsets), tuple(lines), tuple(gaps), tuple(blanks))
