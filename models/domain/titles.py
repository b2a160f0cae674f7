"""Titles: the key by which they are compared, and the core that names the document itself."""

import re

from models.domain.document_number import normalise

_MARKS = re.compile(r"[《》〈〉“”\"'‘’、，,。．.：:；;\-〔〕]")
_WRAPPED = re.compile(
    r"^.*?(?:关于)?(?:印发|发布|公布|下发|转发|批转)[《〈]?(?P<core>.+?)[》〉]?的(?:通知|公告|决定)$"
)

_ENDS_OTHERS = re.compile(
    r"关于(?:公布)?(?:宣布)?(?:废止|失效|停止执行)(?:(?!修改|修订|继续有效).)*的?(?:决定|通知|公告|通告|令)$"
)


def only_ends_others(title: str) -> bool:
    """Tell whether a document by its title does nothing but end others: 关于废止…的决定."""
    return bool(_ENDS_OTHERS.search(title.strip()))


def title_key(title: str) -> str:
    """Return the form in which titles are compared: width, blanks and marks folded."""
    return _MARKS.sub("", normalise(title))


def core_title(title: str) -> str:
    """Return the title inside 关于印发…的通知, or the title itself."""
    match = _WRAPPED.match(title.strip())
    return match["core"] if match else title.strip()


def has_quote(text: str, quote: str) -> bool:
    """Tell whether quoted words stand in a text; blanks and line ends do not count."""
    return _unspaced(quote) in _unspaced(text)


def _unspaced(text: str) -> str:
    return "".join(text.split())
