"""What each line of a sample text is: letterhead, number, title, article, signature, imprint."""

import enum
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

NUMERAL = "[一二三四五六七八九十百]+"
ARTICLE = re.compile(f"第{NUMERAL}条　")
CHAPTER = re.compile(f"第{NUMERAL}章　")
HEADING = re.compile(f"{NUMERAL}、")
DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
IMPRINT = re.compile(r"抄送：|.+　\d{4}年\d{1,2}月\d{1,2}日印发$")


class Kind(enum.Enum):
    """What a line of a document is, as its layout needs to know."""

    LETTERHEAD = "letterhead"
    NUMBER = "number"
    TITLE = "title"
    ADDRESSEE = "addressee"
    BODY = "body"
    ARTICLE = "article"
    CHAPTER = "chapter"
    SIGNATURE = "signature"
    DATE = "date"
    ANNEX_TITLE = "annex_title"
    IMPRINT = "imprint"


@dataclass(frozen=True)
class Line:
    """One line of the text together with what it is."""

    kind: Kind
    text: str


def blocks_of(text: str) -> list[list[str]]:
    """Split a sample into its blocks of lines, which blank lines divide."""
    return [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]


def classify(text: str) -> list[Line]:
    """Tell for every line of a sample what part of the document it is."""
    letterhead, number, title, *rest = blocks_of(text)
    lines = [Line(Kind.LETTERHEAD, line) for line in letterhead]
    lines += [Line(Kind.NUMBER, line) for line in number]
    lines += [Line(Kind.TITLE, line) for line in title]
    if rest[0][0].endswith("：") and not rest[0][0].endswith("如下："):
        lines.append(Line(Kind.ADDRESSEE, rest.pop(0)[0]))
    return lines + list(_classify_rest(rest))


def _classify_rest(blocks: Iterable[list[str]]) -> Iterator[Line]:
    is_signed = has_annex = False
    for block in blocks:
        if IMPRINT.match(block[0]):
            yield from (Line(Kind.IMPRINT, line) for line in block)
        elif DATE.fullmatch(block[-1]):
            is_signed = True
            yield from (Line(Kind.SIGNATURE, line) for line in block[:-1])
            yield Line(Kind.DATE, block[-1])
        elif is_signed and not has_annex and not block[0].startswith("（"):
            has_annex = True
            yield from (Line(Kind.ANNEX_TITLE, line) for line in block)
        else:
            yield from (Line(_kind_of_body(line), line) for line in block)


def _kind_of_body(line: str) -> Kind:
    if CHAPTER.match(line):
        return Kind.CHAPTER
    if ARTICLE.match(line):
        return Kind.ARTICLE
    return Kind.BODY
