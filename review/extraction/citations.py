"""Documents that a text cites: 《title》 with its number, nested title marks, numbers alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from review.extraction.flow import Flow
from review.extraction.number_shapes import CITED_NUMBER
from review.extraction.numbers import number_form

_OPEN, _CLOSE = "《〈", "》〉"
_LONGEST_TITLE = 300
# 2007年4月23日某省人民政府令第98号公布的《……》: the number stands in front.
_BEFORE = re.compile(
    r"(?P<number>[一-鿿]{2,24}?(?:令|公告)?(?:\d{4}年)?第[\d一二三四五六七八九十]{1,4}号(?:令|公告)?)"
    r"(?:公布|发布|印发|颁布|颁发|附件)?(?:、?根据[^《》、;。]{4,60}?修[改订正])?的?$"
)
_JUNK_BEFORE = re.compile(r"^(?:原|以|经|由|根据|于|日|年)+")
_BRACKET = re.compile(
    r"\((?P<inside>[^()]{2,80}(?:\([^()]{0,20}\)[^()]{0,60})?)\)"
    r"|〔(?P<squared>[^〔〕]{2,40}(?:〔\d{2,4}〕[^〔〕]{0,60})?)〕"
    r"|《(?P<marked>[^《》]{4,30}号)》"
)
_ARTICLE = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,7}条(?:之[一二三四五六七八九十])?"
    r"(?:第[一二三四五六七八九十\d]{1,3}款)?(?:第\(?[一二三四五六七八九十\d]{1,3}\)?项)?"
)
_ARTICLES = re.compile(rf"(?:{_ARTICLE.pattern}[、,和及至]*){{1,20}}")
_OPENED = re.compile(r"[(（]")
_MARK = re.compile(r"试行|暂行|修[订正改]稿?|\d{4}年[一-鿿]{0,6}")


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document: the range of its title marks, its name and its number."""

    start: int
    end: int
    name_start: int
    name_end: int
    number: str
    articles: tuple[str, ...] = ()

    def name(self, flow: Flow) -> str:
        """Return the title as it is written, without the outer marks."""
        if self.name_end <= self.name_start:
            return ""
        name = flow.phrased(self.name_start, self.name_end)
        # 《某某法)》: a bracket typed for the mark that closes the title.
        return name[:-1] if name.endswith((")", "）")) and not _OPENED.search(name) else name


def citations_in(flow: Flow, start: int, end: int) -> Iterator[Citation]:
    """Return the titles in marks that stand in a range, the outermost ones."""
    at = start
    while True:
        at = flow.text.find("《", at, end)
        if at < 0:
            return
        close = _closing(flow.text, at, end)
        if close is None:
            at += 1
            continue
        number, after = _number_after(flow, close + 1, end)
        if not number:
            number = _number_before(flow, at)
        yield Citation(at, after, at + 1, close, number, _articles_after(flow, after))
        at = after


def _articles_after(flow: Flow, start: int) -> tuple[str, ...]:
    """Return the articles cited behind a title: 《……》第三条、第五条第二款."""
    match = _ARTICLES.match(flow.text, start)
    return tuple(_ARTICLE.findall(match.group())) if match is not None else ()


def _closing(text: str, start: int, end: int) -> int | None:
    """Return the mark that closes the one at ``start``; a title that never closes gives None."""
    depth = 0
    limit = min(end, start + _LONGEST_TITLE)
    for at in range(start, limit):
        sign = text[at]
        if sign == "《":
            depth += 1
        elif sign == "》":
            depth -= 1
            if depth <= 0 and not _is_inner_close(text, at, limit):
                return at
        elif sign == "。" and depth <= 1:
            return None
    return None


def _is_inner_close(text: str, at: int, limit: int) -> bool:
    """A close that 的通知》 follows closes an inner title whose opening mark was lost."""
    rest = text[at + 1 : min(limit, at + 12)]
    close = rest.find("》")
    return (
        close > 0
        and "《" not in rest[:close]
        and bool(re.match(r"的?(?:通知|意见|决定|函|请示|批复|通告|公告)》", rest))
    )


def _number_after(flow: Flow, start: int, end: int) -> tuple[str, int]:
    match = _BRACKET.match(flow.text, start, end)
    if match is None:
        return "", start
    if match["marked"]:
        number = CITED_NUMBER.fullmatch(match["marked"])
        return (number_form(number.group()), match.end()) if number else ("", start)
    inside = match["inside"] or match["squared"]
    number = CITED_NUMBER.search(inside)
    if number is None and _MARK.fullmatch(inside):
        # 《……》(暂行)(某发〔1997〕619号): the mark of the title stands outside.
        return _number_after(flow, match.end(), end)
    if number is None:
        return "", match.end() if inside.startswith(("以下简称", "简称")) else start
    return _written(number.group()), match.end()


def _written(number: str) -> str:
    # 2007年4月23日某省人民政府令第98号: a date in front belongs to the publication.
    number = number.rpartition("日")[2] or number
    year = re.search(r"[〔(](\d{4})年?[〕)]", number)
    if year and "字第" not in number:
        number = number.replace(year.group(), f"〔{year.group(1)}〕")
    return number


def _number_before(flow: Flow, start: int) -> str:
    match = _BEFORE.search(flow.text, max(0, start - 90), start)
    if match is None:
        return ""
    number = match["number"]
    # 日 ends a date in front; 以 and 原 introduce the organ.
    number = number.rpartition("日")[2] or number
    return _JUNK_BEFORE.sub("", number)
