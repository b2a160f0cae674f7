"""Article numbers (条、款、项) behind the name of a law: 第十二条第二款第三项, 第三条至第六条."""

import re
from dataclasses import dataclass

from review.reading.numerals import number_of

_NUMERAL = r"[一二三四五六七八九十百千零〇两\d]{1,9}"
_ARTICLE = re.compile(
    rf"第(?P<article>{_NUMERAL})条(?:之(?P<suffix>{_NUMERAL}))?"
    rf"(?:第(?P<paragraph>{_NUMERAL})款)?(?:第?\(?(?P<item>{_NUMERAL})\)?项)?"
)
_UNSAID = re.compile(rf"第?(?P<article>{_NUMERAL})(?=(?:[、,和及至到-]第?{_NUMERAL})*条)")
_JOINT = re.compile(r"(?:、|,|和|及|以及|或者|或|与)?(?=第)|、(?=[一二三四五六七八九十百\d])")
_THROUGH = re.compile(r"(?:至|到|-)(?=第?[一二三四五六七八九十百\d])")


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """One article, or a range of them where ``last`` is more than ``first``; 0 is not said."""

    first: int
    last: int
    suffix: int = 0
    paragraph: int = 0
    item: int = 0


def articles_after(text: str, start: int) -> tuple[tuple[ArticleReference, ...], int]:
    """Return the articles named from a position on, and where they end."""
    found: list[ArticleReference] = []
    at = start
    is_through = False
    while True:
        match = _ARTICLE.match(text, at) or _UNSAID.match(text, at)
        if match is None:
            return tuple(found), start
        reference = _reference(match)
        if is_through and found:
            found[-1] = ArticleReference(found[-1].first, reference.first, found[-1].suffix)
        else:
            found.append(reference)
        end = match.end()
        if match.re is _UNSAID and text.startswith("条", end):
            end += 1
        through, joint = _THROUGH.match(text, end), _JOINT.match(text, end)
        step = through or joint
        if step is None or not _goes_on(text, step.end()):
            return tuple(found), end
        at, is_through = step.end(), through is not None


def _goes_on(text: str, at: int) -> bool:
    return bool(_ARTICLE.match(text, at) or _UNSAID.match(text, at))


def _reference(match: re.Match[str]) -> ArticleReference:
    parts = match.groupdict()
    article = number_of(parts["article"])
    suffix, paragraph, item = (
        number_of(parts.get(name) or "") for name in ("suffix", "paragraph", "item")
    )
    return ArticleReference(article, article, suffix, paragraph, item)
