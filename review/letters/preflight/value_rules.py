"""Rules about what is written: empty, odd, unfinished, marks that do not fit together."""

import re
from collections.abc import Iterator

from review.letters.letter_model import (
    Addressee,
    Cell,
    Heading,
    LetterModel,
    Paragraph,
    SmallPrint,
    Table,
    Title,
)
from review.letters.preflight.case import Case
from review.letters.preflight.findings import Finding, found
from review.letters.preflight.rule_table import rule_table

_CONTACT = frozenset({"contact_name", "contact_phone"})
# The number is drawn at the issue, and stands in the proposal as a placeholder.
_GIVEN_LATER = frozenset({"letter_number"})
_PAIRS = {"《": "》", "（": "）", "“": "”", "〔": "〕", "〈": "〉", "‘": "’", "(": ")"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_DOUBLED = re.compile(r"[，、；：。？][，、；：。？]|《》|（）|“”|〔〕|：$(?!\n)")
_AROUND = 8


def empty_values(case: Case) -> Iterator[Finding]:
    """What the wording prints without a condition must be there."""
    asked = case.asked - rule_table().may_be_empty
    for one, text in case.texts():
        if one.identifier in asked and not text.strip():
            rule = "contact" if one.identifier in _CONTACT else "empty"
            yield found(rule, one.place, field=one.name)
    for one in case.values:
        if one.value in ((), []) and one.identifier in asked:
            yield found("empty", one.place, field=one.name)


def odd_values(case: Case) -> Iterator[Finding]:
    """A value that says nothing is not what an office writes."""
    table = rule_table()
    for one, text in case.texts():
        if one.identifier not in table.may_say_nothing and text.strip() in table.nothing_words:
            yield found("nothing", one.place, field=one.name, value=text.strip())


def placeholders(case: Case) -> Iterator[Finding]:
    """Nothing that stands for something else may be left."""
    for one, text in case.texts():
        if one.identifier in _GIVEN_LATER or text.strip() in rule_table().nothing_words:
            continue
        for mark in rule_table().placeholder_marks:
            if mark in text:
                yield found("placeholder", one.place, field=one.name, value=_around(text, mark))
                break


def unbalanced_marks(case: Case) -> Iterator[Finding]:
    """Brackets, book marks and quotation marks open and close in turn."""
    for text in _sentences(case.model):
        place = _unbalanced_at(text)
        if place is not None:
            yield found("unbalanced", value=_cut(text, place))


def doubled_marks(case: Case) -> Iterator[Finding]:
    """Two stops in a row, or marks with nothing between them, show a missing value."""
    for text in _sentences(case.model):
        match = _DOUBLED.search(text)
        if match is not None and match[0] != "：":
            yield found("doubled", value=_cut(text, match.start()))


def _sentences(model: LetterModel) -> Iterator[str]:
    """Yield every text of the paper in which marks must fit together."""
    for block in model.blocks:
        if isinstance(block, Paragraph | Heading | SmallPrint | Addressee):
            yield block.text
        elif isinstance(block, Title):
            yield "".join(block.lines)
        elif isinstance(block, Table):
            for cell in _cells(block):
                yield from cell.text.splitlines()


def _cells(table: Table) -> Iterator[Cell]:
    for row in table.rows:
        yield from row


def _unbalanced_at(text: str) -> int | None:
    open_marks: list[tuple[str, int]] = []
    for place, char in enumerate(text):
        if char in _PAIRS:
            open_marks.append((char, place))
        elif char in _CLOSING:
            if not open_marks or open_marks[-1][0] != _CLOSING[char]:
                # 1） and （1）after a figure are list marks, not brackets.
                if char in "）)" and place and text[place - 1].isalnum() and not open_marks:
                    continue
                return place
            open_marks.pop()
    return open_marks[0][1] if open_marks else None


def _around(text: str, mark: str) -> str:
    return _cut(text, text.index(mark))


def _cut(text: str, place: int) -> str:
    start, end = max(0, place - _AROUND), place + _AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
