"""The documents in one text: a notice as the cover, the rules it issues, the attachments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from review.reading.structure_lines import Line, NodeKind, attachment_line

_DATE = re.compile(
    r"^[（(]?(?:\d{4}|[一二三四五六七八九十〇○零ＯO]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日[)）]?$"
)
_BELOW_SIGNATURE = re.compile(
    r"^(?:[（(]?此件|抄送|分送|主送|印发|[（(]盖章|[（(]公开|信息公开|公开方式|主题词|.{2,30}办公[厅室]\s*\d{4}年.*印发)"
)
_KIND_AT_END = re.compile(
    r"(?:办法|规定|细则|规则|方案|意见|规划|计划|制度|规范|规程|标准|预案|条例|措施|要点|指南|指引|纲要|目录|清单"
    r"|准则|守则|章程|程序|基准|政策|禁令|决定|规约|机制|表|图)(?:[（(][^（()）]{1,16}[)）])?$"
)
_NUMBER = re.compile(r"^.{1,20}[〔\[【（(]\d{4}年?[〕\]】)）]第?\d{1,5}号$")
_ISSUES = re.compile(r"(?:印发|发布|公布|下发|转发|批转|颁布|颁发|令)")
_LONGEST_TITLE, _LONGEST_TITLE_LINES, _SHORTEST_INNER = 60, 4, 60


@dataclass(frozen=True, slots=True)
class Unit:
    """One document of the text, from its first line to before ``end``."""

    kind: NodeKind
    number: str
    title: str
    first: int
    end: int


def units_of(lines: Sequence[Line]) -> tuple[Unit, ...]:
    """Return cover, issued rules and attachments; a text that is one document has one unit."""
    starts = _attachment_starts(lines)
    body_end = starts[0][0] if starts else len(lines)
    inner = _inner_start(lines, body_end)
    units = []
    if inner is not None:
        units += [
            Unit(NodeKind.COVER, "", _title_from(lines, 0, inner), 0, inner),
            Unit(NodeKind.INNER, "", _title_from(lines, inner, body_end), inner, body_end),
        ]
    elif starts and _is_issuing(lines, body_end) and not _has_articles(lines, 0, body_end):
        units.append(Unit(NodeKind.COVER, "", _title_from(lines, 0, body_end), 0, body_end))
    else:
        units.append(Unit(NodeKind.DOCUMENT, "", _title_from(lines, 0, body_end), 0, body_end))
    ends = [*(at for at, *_ in starts[1:]), len(lines)]
    for (at, number, words), end in zip(starts, ends, strict=False):
        title = words or _title_from(lines, at + 1, end)
        units.append(Unit(NodeKind.ATTACHMENT, number, title, at, end))
    return tuple(units)


def _attachment_starts(lines: Sequence[Line]) -> list[tuple[int, str, str]]:
    """Return the lines where attachments begin; the list of them above the signature does not."""
    starts: list[tuple[int, str, str]] = []
    is_signed = False
    for at, line in enumerate(lines):
        plain = "".join(line.text.split())
        is_signed = is_signed or bool(_DATE.match(plain))
        opened = attachment_line(line) if plain.startswith("附") else None
        if opened is None:
            continue
        number, words = opened
        is_titled = is_signed and len(words) <= _LONGEST_TITLE and not words.endswith("。")
        if not words or (is_titled and (bool(starts) or _KIND_AT_END.search(words) is not None)):
            starts.append((at, number, words))
    return starts


def _inner_start(lines: Sequence[Line], end: int) -> int | None:
    """Return where the rules begin that stand below the signature of the notice."""
    for at in range(end):
        if not _DATE.match("".join(lines[at].text.split())):
            continue
        first = _first_below(lines, at + 1, end)
        if first is None or not _is_issuing(lines, at):
            continue
        # The title first: a list of days would have the rest of the text measured for each day.
        if _looks_like_title(lines, first, end) and _is_long(lines, first, end):
            return first
    return None


def _is_long(lines: Sequence[Line], first: int, end: int) -> bool:
    return sum(len(line.text) for line in lines[first:end]) >= _SHORTEST_INNER


def _first_below(lines: Sequence[Line], start: int, end: int) -> int | None:
    return next(
        (
            at
            for at in range(start, end)
            if not lines[at].is_blank and not _BELOW_SIGNATURE.match(lines[at].text.strip())
        ),
        None,
    )


def _looks_like_title(lines: Sequence[Line], first: int, end: int) -> bool:
    return _KIND_AT_END.search(_title_from(lines, first, end)) is not None


def _is_issuing(lines: Sequence[Line], end: int) -> bool:
    head = "".join(line.text for line in lines[: min(end, 12)])
    return _ISSUES.search("".join(head.split())[:200]) is not None


def _has_articles(lines: Sequence[Line], first: int, end: int) -> bool:
    return any(line.kind is NodeKind.ARTICLE for line in lines[first:end])


def _title_from(lines: Sequence[Line], first: int, end: int) -> str:
    """Join the short lines at the top, up to one that ends with a kind of document."""
    title = ""
    written = (lines[at] for at in range(first, end) if not lines[at].is_blank)
    for line in islice(written, _LONGEST_TITLE_LINES):
        plain = "".join(line.text.split())
        if _NUMBER.match(plain):
            continue
        if line.kind is not None or plain.endswith((":", "：", "。", "；")):
            break
        if len(title + plain) > _LONGEST_TITLE * 2:
            break
        title += plain
        if _KIND_AT_END.search(title) or title.endswith(("通知", "公告", "通告", "批复", "函")):
            break
    return title
