"""The Chinese sentence of a reading note, from resources/messages/reading*.toml."""

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from review.reading.text import ReadingNote


@cache
def _sentences() -> dict[str, str]:
    folder = files("resources") / "messages"
    sources = [each for each in folder.iterdir() if each.name.startswith("reading")]
    return {
        code: entry["text"]
        for source in sources
        for code, entry in tomllib.loads(source.read_text(encoding="utf-8")).items()
        if code.startswith("note.")
    }


def note_sentence(note: ReadingNote) -> str:
    """Say a note in one Chinese sentence.

    Every fact fills the blank of its name; a blank ``name_count`` gets the number of facts
    called ``name``, and several facts of one name are listed.
    """
    counts = Counter(fact.name for fact in note.facts)
    blanks = {fact.name: "、".join(note.texts(fact.name)) for fact in note.facts}
    return _sentences()[f"note.{note.kind}"].format_map(_Blanks(blanks, counts))


class _Blanks(dict[str, str]):
    """Facts as blanks, with counts for the names that end in ``_count``."""

    def __init__(self, texts: dict[str, str], counts: Counter[str]) -> None:
        super().__init__(texts)
        self._counts = counts

    def __missing__(self, name: str) -> str:
        plain = name.removesuffix("_count")
        return str(self._counts[plain]) if plain != name else ""
