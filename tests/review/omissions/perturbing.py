"""Lines of a real issue list, written as other hands would have written them."""

import csv
import gzip
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.domain.omissions import ListedDocument
from models.queries.omissions import RegisteredDocument

INDEX = Path(__file__).parents[4] / "shared/data/ledger_samples/gov_document_index.csv.gz"
Writing = Callable[[random.Random, str, str], tuple[str, str]]


@dataclass(frozen=True)
class Trial:
    """A register of one half of a list, and lines whose document is known to be in it or not."""

    registered: tuple[RegisteredDocument, ...]
    lines: tuple[ListedDocument, ...]
    truth: tuple[int | None, ...]


def as_it_is(_chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Change nothing."""
    return title, number


def other_brackets(chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Write the year in brackets of another shape."""
    opening, closing = chance.choice(("[]", "()", "（）", "【】", "［］"))
    return title, number.replace("〔", opening).replace("〕", closing)


def blanks(chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Put blanks between the signs of title and number."""
    return _with(chance, title, " "), _with(chance, number, "　")


def labelled(_chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Put a label before the number, 第 and zeros before its count."""
    return title, "文号：" + re.sub(r"〕(\d)号", r"〕第00\1号", number)


def slip_in_title(chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Write one sign of the title wrong."""
    place = chance.randrange(4, len(title) - 2)
    return title[:place] + chance.choice("的理政制") + title[place + 1 :], number


def slip_in_title_alone(chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Write one sign of the title wrong and leave the number out."""
    return slip_in_title(chance, title, number)[0], ""


def no_number(_chance: random.Random, title: str, _number: str) -> tuple[str, str]:
    """Leave the number out."""
    return title, ""


def damaged_number(chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Lose a bracket or 号."""
    return title, number.replace(chance.choice("〔〕号"), "", 1)


def wrong_number(chance: random.Random, title: str, number: str) -> tuple[str, str]:
    """Write the count wrong."""
    return title, re.sub(
        r"(\d+)号", lambda found: f"{int(found[1]) + chance.choice((1000, 2000))}号", number
    )


WRITINGS: dict[str, Writing] = {
    writing.__name__: writing
    for writing in (
        as_it_is,
        other_brackets,
        blanks,
        labelled,
        slip_in_title,
        slip_in_title_alone,
        no_number,
        damaged_number,
        wrong_number,
    )
}


def trial(writing: Writing, size: int) -> Trial:
    """Return so many lines, every second one of a registered document; each number occurs once."""
    chance = random.Random(20260301)  # noqa: S311 -- the same lines at every run
    with gzip.open(INDEX, "rt", encoding="utf-8-sig") as stream:
        rows = [row for row in csv.DictReader(stream) if _is_whole(row)]
    alone = {_known_by(row): row for row in rows}
    chosen = chance.sample(sorted(alone), size)
    registered, lines, truth = [], [], []
    for place, number in enumerate(chosen, start=1):
        row = alone[number]
        title, year = row["title"].strip(), _year(row)
        is_registered = place % 2 == 0
        if is_registered:
            registered.append(RegisteredDocument(place, title, number, year))
        written, printed = writing(chance, title, number)
        day = date(year, 6, 1) if year else None
        lines.append(ListedDocument(place, written, printed, "", day))
        truth.append(place if is_registered else None)
    return Trial(tuple(registered), tuple(lines), tuple(truth))


def _is_whole(row: dict[str, str]) -> bool:
    has_number = re.fullmatch(r"[\u4e00-\u9fff]+〔\d{4}〕\d+号", row["doc_number_raw"].strip())
    return has_number is not None and len(row["title"].strip()) > 12


def _known_by(row: dict[str, str]) -> str:
    return row["doc_number_raw"].strip()


def _year(row: dict[str, str]) -> int | None:
    found = re.search(r"〔(\d{4})〕", row["doc_number_raw"])
    return int(found[1]) if found else None


def _with(chance: random.Random, words: str, blank: str) -> str:
    place = chance.randrange(1, len(words))
    return f"{words[:place]}{blank}{words[place:]}"
