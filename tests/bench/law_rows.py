"""Laws and structure: the catalogue, citations in a text, titles of a list, parts of a text."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from resources import path_of
from review.extraction.normativity import normativity_of_title
from review.laws.catalogue import Catalogue
from review.laws.catalogue_text import parse_catalogue, shipped_about
from review.laws.citations import laws_cited, shipped_index
from review.laws.law_index import LawIndex
from review.reading.structure import structure_of
from tests.bench.material import paragraphs, text_of
from tests.bench.measuring import Comparison

LONG = 10_000
TEXTS = 20
TITLES = 2_000


def comparisons(_folder: Path) -> Iterator[Comparison]:
    """Yield the rows on laws, titles and structure."""
    texts = [text_of(number, LONG) for number in range(TEXTS)]
    titles = [line[:60] for line in paragraphs()[:TITLES]]
    yield Comparison("catalogue of laws, read and indexed", read_catalogue, 0.1)
    yield Comparison(f"laws cited in {TEXTS} of {LONG} characters", partial(cite_all, texts), 0.4)
    yield Comparison(f"structure of {TEXTS} of {LONG} characters", partial(part_all, texts), 0.4)
    yield Comparison(f"{TITLES} titles judged normative or not", partial(judge_all, titles), 0.2)


def read_catalogue() -> None:
    """Read the shipped catalogue anew and look one name up."""
    laws = parse_catalogue(path_of("laws", "catalogue.csv").read_bytes())
    LawIndex(Catalogue(laws, shipped_about().as_of_date)).look_up("行政处罚法")


def cite_all(texts: list[str]) -> None:
    """Find the laws that the texts cite."""
    for text in texts:
        laws_cited(text, shipped_index())


def part_all(texts: list[str]) -> None:
    """Find the structure of the texts."""
    for text in texts:
        structure_of(text)


def judge_all(titles: list[str]) -> None:
    """Judge the titles."""
    for title in titles:
        normativity_of_title(title)
