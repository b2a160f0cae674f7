"""Names of organs and organisations: what looks like one, and how joint ones are parted."""

import re
from functools import cache
from itertools import pairwise

from review.extraction.flow import Flow
from review.extraction.vocabulary import one_of, vocabulary

Range = tuple[int, int]

_SHAPE = re.compile(r"[一-鿿/()·\"、]{2,60}")
_NOT_IN_NAMES = re.compile(
    r"关于|印发|根据|现将|应当|负责|可以|按照|报送|[的了是]|^各|^有关|^附|^抄送|^第|^由|^请|^经|^原则|^市直|^县直|^并|^对|^以|^在|^向|^全(?!国)|"
    r"章$|条$|总则|附则|同意|通过|制定|开展|加强|建立|组织实施|牵头|配合|会同|和有关|^责任"
)
_SEAL = re.compile(r"\((?:代章|盖章|章|印章|公章)\)$")
_REPEATED = "局委办厅部会署院"
_SHORTEST = 2
# Twenty joint issuers with long names on one line; what is longer is a text.
_LONGEST_LIST = 600
_FEWEST_UNKNOWN, _MOST_UNKNOWN = 4, 16


@cache
def _endings() -> tuple[str, ...]:
    return vocabulary().organ_endings


def is_body_name(text: str) -> bool:
    """Tell whether a text without blanks looks like the name of one organ."""
    name = _SEAL.sub("", text)
    plain = re.sub(r"\([^()]*\)$", "", name)
    return (
        bool(_SHAPE.fullmatch(name))
        and "、" not in name
        and plain.endswith(_endings())
        and len(plain) >= _SHORTEST
        and not _NOT_IN_NAMES.search(name)
    )


def split_bodies(flow: Flow, start: int, end: int) -> tuple[Range, ...]:
    """Part a range of the flow into names of organs; empty when it is anything else."""
    if end - start > _LONGEST_LIST:
        return ()
    cuts = sorted(
        {start, end, *flow.blanks_between(start, end)}
        | {at for at in range(start, end) if flow.text[at] == "、"}
    )
    pieces = [(low + (flow.text[low] == "、"), high) for low, high in pairwise(cuts)]
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if not _all_bodies([flow.text[low:high] for low, high in pieces]):
        pieces = [(start, end)] if is_body_name(flow.text[start:end]) else []
    return tuple(part for piece in pieces for part in _glued(flow, *piece))


def _all_bodies(names: list[str]) -> bool:
    """Among known names one of an unknown pattern passes: 共青团中央, 某某兵团."""
    known = sum(is_body_name(name) for name in names)
    if known == len(names):
        return True
    return known * 2 > len(names) and all(
        is_body_name(name) or _could_be_name(name) for name in names
    )


def _could_be_name(text: str) -> bool:
    is_short = _FEWEST_UNKNOWN <= len(text) <= _MOST_UNKNOWN
    return is_short and text.isalpha() and not _NOT_IN_NAMES.search(text)


def _glued(flow: Flow, start: int, end: int) -> list[Range]:
    """Part names written without anything between them: 市人社局市税务局, 某省财政厅某省科技厅."""
    text = _SEAL.sub("", flow.text[start:end])
    end = start + len(text)
    for length in (3, 2, 1):
        head = text[:length]
        if length == 1 and head not in "省市县区州":
            continue
        cuts = [
            start + match.start()
            for match in re.finditer(re.escape(head), text)
            if match.start() > _SHORTEST and text[match.start() - 1] in _REPEATED
        ]
        edges = [start, *cuts, end]
        parts = list(pairwise(edges))
        if cuts and all(is_body_name(flow.text[low:high]) for low, high in parts):
            return parts
    return [(start, end)]


@cache
def signer_pattern() -> re.Pattern[str]:
    """Return the pattern of a line such as 县长张三, with or without the name."""
    return re.compile(
        rf"(?:(?![关在向对与和的])[一-鿿]){{0,12}}{one_of(vocabulary().signer_offices)}:?[一-鿿·]{{0,5}}"
    )


def is_signer(text: str) -> bool:
    """Tell whether a line names an office holder who signs an order."""
    return bool(signer_pattern().fullmatch(text))
