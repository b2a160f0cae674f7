"""Of whom a clause speaks: of the document itself, perhaps of it, or of something else."""

import re
from bisect import bisect_right
from enum import Enum, auto
from functools import cache

from review.extraction.flow import Flow, folded
from review.extraction.vocabulary import one_of, vocabulary

_REACH = 160
_STOPS = "。;!?"
_ARTICLE = (
    r"(?:(?:第[一二三四五六七八九十百零〇\d]{1,6}章[一-鿿]{0,8})?第[一二三四五六七八九十百零〇\d]{1,6}条+"
    r"|\(?[一二三四五六七八九十\d]{1,3}[)、.]|\d(?:\.\d{1,2})+\.?|附则)"
)
_MARKED = r"《(?P<marked>[^《》]{2,80}(?:〈[^《》]{2,60}〉[^《》]{0,20})?)》(?:\([^()]{1,30}\))?"
_SHORT_REACH = 90


class Speaker(Enum):
    """What stands as the subject of a clause."""

    NAMED = auto()
    IMPLIED = auto()
    OTHER = auto()


def speaker_before(flow: Flow, at: int, title: str = "") -> Speaker:
    """Tell whose effect or validity a clause that begins at a position states."""
    sentence = flow.text[sentence_start(flow, at) : at]
    if _named().search(sentence) or _takes_up().search(sentence):
        return Speaker.NAMED
    marked = _own_title().search(sentence)
    if marked is not None:
        if title and _bare(marked["marked"]) in _bare(title):
            return Speaker.NAMED
        return Speaker.IMPLIED if sentence.endswith(",") else Speaker.OTHER
    line = flow.text[line_start(flow, at) : at]
    if _opening().search(sentence) or _opening().search(line):
        return Speaker.IMPLIED
    return Speaker.OTHER


def sentence_start(flow: Flow, at: int) -> int:
    """Return where the sentence of a position begins, within reach."""
    floor = max(0, at - _REACH)
    return max(floor, *(flow.text.rfind(sign, floor, at) + 1 for sign in _STOPS))


def line_start(flow: Flow, at: int) -> int:
    """Return where the line of a position begins, within reach."""
    index = bisect_right(flow.lines, at)
    return max(flow.lines[index - 1] if index else 0, at - _REACH)


def self_pattern() -> str:
    """Return the pattern by which a document names itself: 本办法, 本《办法》, 本文件."""
    selves = one_of(vocabulary().self_words)
    return (
        rf"(?:此(?={selves})|本)(?:[一-鿿]{{0,10}}?{selves}(?:\([^()]{{1,12}}\))?"
        rf"|[《\"〈][^《》\"〈〉]{{2,30}}[》\"〉](?:\([^()]{{1,12}}\))?)"
    )


@cache
def _named() -> re.Pattern[str]:
    own_verbs = one_of(vocabulary().effective_verbs)
    return re.compile(
        rf"{self_pattern()}(?:的?(?:{own_verbs})(?:日期|时间)(?:为|是|:)?)?(?:将|拟|于|统一|均|即|为)?$"
    )


@cache
def _takes_up() -> re.Pattern[str]:
    """本办法由……负责解释,自……; 本规定经……修订,自……."""
    told = r"(?:解释|通过|同意|批准|修订|修正|公布|发布|印发|备案|审议|审定|研究)"
    return re.compile(
        rf"(?:^|[。;,:]|条|[)、.]|附则){self_pattern()}(?:[已经由业于,]|具体)[^。;《》]{{0,{_SHORT_REACH}}}{told}[^。;《》]{{0,12}}(?:,|并|,[并现且])$"
    )


@cache
def _own_title() -> re.Pattern[str]:
    return re.compile(rf"{_MARKED}(?:将|于|,)?$")


@cache
def _opening() -> re.Pattern[str]:
    """The beginning of a sentence, an article, or the words that promulgate the document."""
    words = vocabulary()
    promulgated, verbs = one_of(words.promulgation_words), one_of(words.effective_verbs)
    return re.compile(
        rf"^(?:{_ARTICLE})?(?:\([一-鿿]{{2,8}}\))?$|^[》\"]?{_ARTICLE}$"
        rf"|{promulgated}(?:实施|施行)?(?:给?你们|给各[^。;,]{{1,20}})?,?(?:请[^。;,]{{2,30}},)?(?:并)?$"
        r"|解释,(?:并)?$|(?:修订|修正|讨论|审议|表决|会议)?通过,?(?:并|现)?$|(?<!该)(?:修[订正改]|批准)$"
        rf"|{verbs}(?:日期|时间)(?:为|是|:)?$|(?:上述|以上|调整后的?|^新的?)[^。;,]{{0,12}}(?:政策|规定|措施|标准|办法)$"
        r"|有效期(?:限)?(?:为|是)?[^。;,自从]{1,10}[,;](?:并)?$|^同时,$|如下,$"
    )


def _bare(text: str) -> str:
    return re.sub(r"[《》〈〉\s]", "", folded(text))
