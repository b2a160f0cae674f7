"""What the table or the chrome of a web page says of a document: 发布日期：2026-03-05."""

import re
from datetime import date
from functools import cache

from models.domain.written_dates import read_written_date
from review.extraction.flow import Flow
from review.extraction.proposal import Confidence, Proposed
from review.extraction.proposed import found, missing
from review.extraction.segments import Segment

_PUBLISHED = ("发布日期", "发布时间", "公布日期", "公布时间", "公开日期", "公开时间")
_WRITTEN = ("成文日期", "发文日期", "生成日期", "签发日期")
_TITLED = ("标题", "名称", "文件名称", "文件标题", "信息名称")
_DAY = r"(?:19|20)\d\d(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?"
_LABEL_END = r"[〕】]?[:|]?"
# A page says what it says of its document above or below it.
_TOP, _FOOT = 1500, 600
_CAPTION = re.compile(rf"(?P<value>{_DAY})[^日()]{{0,30}}?(?:第\d{{1,4}}号)?(?:公布|发布|颁布)")
_DOWNLOAD = re.compile(r"〔(?P<title>[^〔〕。]{6,160})\.(?:pdf|docx?|wps|ofd)〕\(")
_SHORTEST_TITLE = 6


def labelled_published_date(flow: Flow, caption: tuple[int, int] | None) -> Proposed[date]:
    """Propose the date of publication: of the bracket under the title, else of the page."""
    if caption is not None:
        match = _CAPTION.search(flow.text, *caption)
        if match is not None:
            return _day(flow, match.span("value"), "published_caption")
    return _labelled_day(flow, _PUBLISHED)


def labelled_adopted_date(flow: Flow) -> Proposed[date]:
    """Propose the date of writing that a page gives for a text without one."""
    return _labelled_day(flow, _WRITTEN)


def labelled_title(flow: Flow, segments: tuple[Segment, ...]) -> Proposed[str]:
    """Propose the title that a page gives for a text without one."""
    for index, segment in enumerate(segments[:40]):
        match = _title_label().match(segment.text)
        if match is None:
            continue
        span = (segment.start + match.end(), segment.end)
        if span[0] == span[1] and index + 1 < len(segments):
            span = (segments[index + 1].start, segments[index + 1].end)
        if span[1] - span[0] >= _SHORTEST_TITLE:
            return found(flow, span, flow.phrased(*span), Confidence.CHECK, "title_labelled")
    return missing()


def download_title(flow: Flow) -> Proposed[str]:
    """A page without the title may offer the document for download under its title."""
    matches = list(_DOWNLOAD.finditer(flow.text))
    if len(matches) != 1:
        return missing()
    span = matches[0].span("title")
    return found(flow, span, flow.phrased(*span), Confidence.CHECK, "title_of_download")


@cache
def _title_label() -> re.Pattern[str]:
    return re.compile(rf"[-·•*〔【]*(?:{'|'.join(_TITLED)})[〕】]?:")


@cache
def _day_label(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(names)}){_LABEL_END}(?P<value>{_DAY})")


def _labelled_day(flow: Flow, names: tuple[str, ...]) -> Proposed[date]:
    for low, high in ((0, _TOP), (max(0, len(flow.text) - _FOOT), len(flow.text))):
        match = _day_label(names).search(flow.text, low, high)
        if match is not None:
            return _day(flow, match.span("value"), "date_labelled")
    return missing()


def _day(flow: Flow, span: tuple[int, int], name: str) -> Proposed[date]:
    written = read_written_date(flow.text[slice(*span)])
    if written is None or written.day is None:
        return missing()
    return found(flow, span, written.day, Confidence.CHECK, name)
