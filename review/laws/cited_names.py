"""The names of laws as a text writes them: in title marks, abbreviated, and bare where certain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STATE = "中华人民共和国"
_LONGEST_NAME = 120
_SHORT_FOR = re.compile(
    r"\((?:以下|下|后文)?(?:简称|统称|称)(?:为|:)?[《\"'](?P<short>[^《》\"'()]{1,20})[》\"'](?:[,、;][^()]{0,40})?\)"
    r"|\((?:以下|下)?(?:简称|统称)(?:为)?(?P<bare>[^《》\"'(),]{2,16})\)"
)
_EDITION_BEHIND = re.compile(
    r"\((?:19|20)\d{2}年?[^()]{0,8}(?:修订|修正|修改|版)?[^()]{0,4}\)|\((?:修订|修正)\)"
)
# A bare name is sure only behind such a word, or in front of an article.
_LEADS = re.compile(
    r"(?:依照|根据|依据|按照|遵照|违反|适用|贯彻|执行|实施|落实|遵守|符合|援引|触犯|学习|宣传|以及|或者|我国"
    r"|[,。;:、(\"和及与按依])$"
)
_KIND_ENDS = re.compile(
    r"(?:法典|法|条例)(?=[第的规中所、,。;和及与有等)(\"之对并]|制定|要求|处理|处罚|予以|办理|执行|实施|$)"
)
_INTRODUCING = ("简称", "统称", "简称为", "称为")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零\d]+条")
_LONGEST_BARE, _SHORTEST_BARE = 34, 2
# 刑法 may be the end of another word; a longer name in front of an article is that law.
_SHORTEST_LONE = 3


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name at a range of the folded text; ``full`` is the name it abbreviates, if it does."""

    start: int
    end: int
    written: str
    edition: str = ""
    full: str = ""
    is_marked: bool = True


def cited_names(text: str, known_names: frozenset[str]) -> Iterator[CitedName]:
    """Return the names in the order of the text; what is abbreviated counts from there on."""
    shorts: dict[str, str] = {}
    marked = [each for each in _marked(text) if not _is_introduced(text, each)]
    bare = _bare(text, known_names, [(each.start, each.end) for each in marked])
    for each in sorted((*marked, *bare), key=lambda name: name.start):
        full = shorts.get(each.written, "")
        short = _SHORT_FOR.match(text, each.end)
        if short is not None and not full:
            shorts[short["short"] or short["bare"]] = each.written
        yield CitedName(each.start, each.end, each.written, each.edition, full, each.is_marked)


def _is_introduced(text: str, name: CitedName) -> bool:
    return text[max(0, name.start - 4) : name.start].endswith(_INTRODUCING)


def _marked(text: str) -> Iterator[CitedName]:
    at = text.find("《")
    while at >= 0:
        close = _closing(text, at)
        if close is None:
            at = text.find("《", at + 1)
            continue
        edition = _EDITION_BEHIND.match(text, close + 1)
        end = edition.end() if edition else close + 1
        yield CitedName(at, end, text[at + 1 : close], edition.group() if edition else "")
        at = text.find("《", close + 1)


def _closing(text: str, start: int) -> int | None:
    depth = 0
    for at in range(start, min(len(text), start + _LONGEST_NAME)):
        if text[at] == "《":
            depth += 1
        elif text[at] == "》":
            depth -= 1
            if depth == 0:
                return at
        elif text[at] == "。":
            return None
    return None


def _bare(
    text: str, known_names: frozenset[str], taken: list[tuple[int, int]]
) -> Iterator[CitedName]:
    """Yield known names without marks that stand behind a leading word or before an article."""
    spans = iter(taken)
    span = next(spans, None)
    last = 0
    for ending in _KIND_ENDS.finditer(text):
        while span is not None and span[1] <= ending.start():
            last, span = span[1], next(spans, None)
        if span is not None and span[0] < ending.end():
            continue
        found = _known_before(text, ending.end(), last, known_names)
        if found is not None:
            yield CitedName(found, ending.end(), text[found : ending.end()], is_marked=False)
            last = ending.end()


def _known_before(text: str, end: int, floor: int, known_names: frozenset[str]) -> int | None:
    low = max(floor, end - _LONGEST_BARE)
    is_before_article = _ARTICLE.match(text, end) is not None
    for start in range(low, end - _SHORTEST_BARE + 1):
        name = text[start:end]
        plain = name.removeprefix(_STATE)
        if plain not in known_names:
            continue
        has_state = name != plain
        leads = _LEADS.search(text, max(0, start - 4), start) is not None or start == 0
        if has_state or leads or (is_before_article and len(plain) >= _SHORTEST_LONE):
            return start
    return None
