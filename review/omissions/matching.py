"""Compare the lines of an issue list with the register, by number and by title."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from models.domain.omissions import CheckedRow, ListedDocument, NumberParts, RowMatch
from models.domain.titles import core_title, title_key
from models.queries.omissions import RegisteredDocument
from review.errors import ReadingCancelledError
from review.extraction.normativity import core_of
from review.omissions.issue_list import number_parts
from review.omissions.title_blocks import TitleBlocks
from review.omissions.title_looks import look_of_title

# Titles of one number that are less alike than this are two documents: one number is wrong.
_SAME_NUMBER_LIKENESS = 55
# Titles that are at least so alike may be one document with a slip of the pen.
_NEAR_LIKENESS = 88
_SHORTEST_PART = 8
# A slip of the pen changes single signs; two neighbouring ones are another place or subject.
_LONGEST_SLIP = 1
_MOST_SLIPS = 3
_NO_PLACE = ("关于", "印发", "转发", "批转")
_WHOLE = 100
_STEP = 500
_FIGURES = re.compile(r"\d+|[一二三四五六七八九十]+(?=[届次批期年〕)])")


@dataclass(frozen=True)
class _Known:
    """A registered document ready to be compared."""

    id: int
    number: NumberParts
    title_key: str
    core_key: str
    subject: str
    figures: list[str]
    year: int | None


@dataclass(frozen=True)
class _Meeting:
    """How a line met the register."""

    match: RowMatch
    document_id: int | None = None
    likeness: int = 0


def check_rows(
    listed: Sequence[ListedDocument],
    registered: Sequence[RegisteredDocument],
    report: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> tuple[CheckedRow, ...]:
    """Compare every line with the register and with the lines before it.

    Raises:
        ReadingCancelledError: ``cancelled`` said so.
    """
    index = RegisterIndex(registered)
    first_lines: dict[tuple[str, str], int] = {}
    checked: list[CheckedRow] = []
    for place, line in enumerate(listed):
        if place % _STEP == 0:
            if cancelled():
                raise ReadingCancelledError(file_name="")
            report(place, len(listed))
        number, key = number_parts(line.document_number), title_key(line.title)
        earlier = first_lines.setdefault((number.key, key), line.row_number)
        look = look_of_title(line.title, line.document_number)
        meeting = index.meet(line, number)
        # A page that explains a document bears nearly its title and is not the document.
        if meeting.match is RowMatch.NEAR_TITLE and look.explains_another:
            meeting = _Meeting(RowMatch.UNMATCHED)
        checked.append(
            CheckedRow(
                listed=line,
                number=number,
                match=meeting.match,
                document_id=meeting.document_id,
                likeness=meeting.likeness,
                looks_normative=look.looks_normative,
                reasons=look.reasons,
                repeats_row=None if earlier == line.row_number else earlier,
            )
        )
    return tuple(checked)


class RegisterIndex:
    """The documents of the register, found by number, by title and by nearness of title."""

    def __init__(self, registered: Sequence[RegisteredDocument]) -> None:
        self._known = [_known(document) for document in registered]
        self._by_number: dict[tuple[str, int | None, int], list[_Known]] = {}
        self._by_title: dict[str, list[_Known]] = {}
        self._by_core: dict[str, list[_Known]] = {}
        for one in self._known:
            for identity in _identities(one.number):
                self._by_number.setdefault(identity, []).append(one)
            self._by_title.setdefault(one.title_key, []).append(one)
            self._by_core.setdefault(one.core_key, []).append(one)
        self._blocks = TitleBlocks([one.core_key for one in self._known])

    def meet(self, line: ListedDocument, number: NumberParts) -> _Meeting:
        """Return how a line meets the register: by number first, then by title."""
        key, core = title_key(line.title), title_key(core_title(line.title))
        year = number.year or (line.adopted_date.year if line.adopted_date else None)
        by_number = self._meet_number(number, _subject(line.title))
        if by_number is not None and by_number.match is RowMatch.BY_NUMBER:
            return by_number
        by_title = self._meet_title(number, key, core, year) if key else None
        if by_title is not None and (by_number is None or by_title.match is RowMatch.BY_TITLE):
            return by_title
        return by_number or self._meet_near(number, key, core, year)

    def _meet_number(self, number: NumberParts, subject: str) -> _Meeting | None:
        found = [
            one for identity in _identities(number) for one in self._by_number.get(identity, ())
        ]
        if not found:
            return None
        if not subject:
            return _Meeting(RowMatch.BY_NUMBER, found[0].id, _WHOLE)
        likeness, nearest = max(
            ((_likeness_of_one(subject, one), one) for one in found), key=lambda pair: pair[0]
        )
        is_same = likeness >= _SAME_NUMBER_LIKENESS
        match = RowMatch.BY_NUMBER if is_same else RowMatch.TITLE_DIFFERS
        return _Meeting(match, nearest.id, likeness)

    def _meet_title(
        self, number: NumberParts, key: str, core: str, year: int | None
    ) -> _Meeting | None:
        same = self._by_title.get(key) or self._by_core.get(core, [])
        # Of the year before or after it may be next year's document of the same title: near only.
        fitting = [one for one in same if None in {one.year, year} or one.year == year]
        if not fitting:
            return None
        without = next((one for one in fitting if not (one.number.key and number.key)), None)
        if without is not None:
            return _Meeting(RowMatch.BY_TITLE, without.id, _WHOLE)
        other = next((one for one in fitting if _is_of_one_series(one.number, number)), None)
        return None if other is None else _Meeting(RowMatch.NUMBER_DIFFERS, other.id, _WHOLE)

    def _meet_near(self, number: NumberParts, key: str, core: str, year: int | None) -> _Meeting:
        best = _Meeting(RowMatch.UNMATCHED)
        figures = _FIGURES.findall(core)
        for place in self._blocks.candidates(core) if core else ():
            one = self._known[place]
            likeness = int(fuzz.ratio(core, one.core_key, score_cutoff=_NEAR_LIKENESS))
            is_near = (
                likeness > best.likeness
                and _fit_in_time(one.year, year)
                and one.figures == figures
                and _is_of_one_place(one.title_key, key)
                and _may_be_one_number(one.number, number)
                and _is_slip(one.core_key, core)
            )
            if is_near:
                best = _Meeting(RowMatch.NEAR_TITLE, one.id, likeness)
        return best


def _known(document: RegisteredDocument) -> _Known:
    number = number_parts(document.document_number)
    core = title_key(core_title(document.title))
    return _Known(
        document.id,
        number,
        title_key(document.title),
        core,
        _subject(document.title),
        _FIGURES.findall(core),
        number.year or document.year,
    )


def _identities(number: NumberParts) -> list[tuple[str, int | None, int]]:
    if number.sequence is None or not number.organ_code_text:
        return []
    last = number.last or number.sequence
    return [
        (number.organ_code_text, number.year, sequence)
        for sequence in range(number.sequence, last + 1)
    ]


def _likeness_of_one(subject: str, known: _Known) -> int:
    """Return how alike two titles of one number are; a shortened title counts as alike."""
    whole = fuzz.ratio(subject, known.subject)
    shorter = min(len(subject), len(known.subject))
    part = fuzz.partial_ratio(subject, known.subject) if shorter >= _SHORTEST_PART else 0.0
    return int(max(whole, part - 1))


def _subject(title: str) -> str:
    """Return what a title is about: without the organ, which all titles of a series share."""
    return title_key(core_of(title))


def _fit_in_time(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= 1


def _is_of_one_series(one: NumberParts, other: NumberParts) -> bool:
    """Tell whether two numbers differ in their count only, or by one sign."""
    is_same_series = (one.organ_code_text, one.year) == (other.organ_code_text, other.year)
    return is_same_series or OSA.distance(one.key, other.key, score_cutoff=1) <= 1


def _is_of_one_place(one: str, other: str) -> bool:
    """Tell whether two titles begin with one place, or one of them names none."""
    return one[:2] == other[:2] or any(key.startswith(_NO_PLACE) for key in (one, other))


def _may_be_one_number(one: NumberParts, other: NumberParts) -> bool:
    """Tell whether one number is missing, or both may be one with a slip of the pen."""
    is_missing = not (one.key and other.key)
    return is_missing or OSA.distance(one.key, other.key, score_cutoff=1) <= 1


def _is_slip(one: str, other: str) -> bool:
    """Tell whether titles differ by single signs, or by words that one has and the other lacks."""
    changed = [step for step in Levenshtein.opcodes(one, other) if step.tag != "equal"]
    replaced = [step for step in changed if step.tag == "replace"]
    longest = max((step.src_end - step.src_start for step in replaced), default=0)
    return longest <= _LONGEST_SLIP and len(changed) <= _MOST_SLIPS
