"""Reads the samples for the tests: the story, the texts, and what a reader of Word sees."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
LAWS = Path(__file__).parents[3] / "shared" / "data" / "laws.csv"
ONES = "零一二三四五六七八九"


def story() -> dict[str, Any]:
    """The demo story as it stands in its file."""
    return tomllib.loads((FOLDER / "story.toml").read_text(encoding="utf-8"))


def text_lines(stem: str) -> list[str]:
    """The lines of a sample's text without the dividing blank ones."""
    text = (FOLDER / f"{stem}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip()]


def word_lines(path: Path) -> list[str]:
    """The paragraphs of a Word file, tracked changes accepted and lists counted."""
    return list(_paragraph_texts(Document(str(path)).element.body))


def _paragraph_texts(body: etree._Element) -> Iterator[str]:
    count = 0
    for paragraph in body.iter(qn("w:p")):
        words = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            count += 1
            words = f"第{_chinese(count)}条　{words}"
        yield words


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{ONES[tens]}十")
    return head + (ONES[ones] if ones else "")
