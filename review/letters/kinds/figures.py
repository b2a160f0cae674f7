"""The yearly papers: what was made, the figures of the year, and the bulletin (年度报告、通报)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import Letter, LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDocumentRow:
    """One document made in the year.

    Attributes:
        validity: Last day in force, or the term in words.
        filed: To whom it was filed and when, a line each.
    """

    document_title: str
    document_number: str
    unified_number: str
    issuing_body_name: str
    published_date: date | None = None
    effective_date: date | None = None
    validity: str
    filed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualList(Letter):
    """The list of the documents made in a year, sent to who receives filings (年度制发目录).

    Due by 31 January of the next year (法规规章备案审查条例).

    Attributes:
        scope: Whose documents it lists, for example the name of the county.
    """

    year: int
    scope: str
    rows: tuple[MadeDocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """A number beside that of the year before."""

    name: str
    count: int
    last_count: int
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """A rate with what it was reckoned from, beside that of the year before.

    Attributes:
        value: Percentage with numerator and denominator in brackets.
        last_value: The same of the year before.
        target: What the rule asks for; empty without one.
        meaning: Numerator and denominator in words.
        source: Where the definition was found.
    """

    name: str
    value: str
    last_value: str
    target: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """The rates of one body, one class of bodies, or all together; each with its numbers."""

    name: str
    filing_rate: str
    timely_rate: str
    compliant_rate: str
    review_rate: str
    correction_rate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientRow:
    """How own documents were filed with one recipient."""

    name: str
    filing_rate: str
    timely_rate: str
    compliant_rate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SumRow:
    """A sum that must agree, and whether it does."""

    told: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualFigures(Letter):
    """The figures of a year as tables (年度统计表).

    Attributes:
        as_of_date: Corrections and answers count until this day.
        counts: Filings, reviews, suggestions and own documents, each with the year before.
        months: Filings received, by month.
        bodies: Classes of bodies, then bodies, then all together.
        sums: What must add up.
    """

    year: int
    as_of_date: date
    counts: tuple[CountRow, ...]
    rates: tuple[RateRow, ...]
    bodies: tuple[BodyRow, ...]
    months: tuple[CountRow, ...]
    recipients: tuple[RecipientRow, ...]
    sums: tuple[SumRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """How many reviews found problems of a class."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfiledRow:
    """A document that was made and never filed."""

    issuing_body_name: str
    document_title: str
    document_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin(Letter):
    """The draft of a bulletin on the filings of a year (备案审查情况通报，代拟稿).

    Attributes:
        scope: Whose documents it is about, for example the name of the county.
        change: Against the year before, in words such as 增长40.7%; empty when there was nothing.
        filers: The bodies that filed most, with their numbers.
        correction_rate: Corrected of those found illegal, with the numbers.
        direct_correction_rate: Corrected by the maker, of all concluded reviews.
        late_of_last_year: Filings of documents of the year before that came late.
    """

    year: int
    as_of_date: date
    scope: str
    received: int
    last_received: int
    change: str
    filers: tuple[str, ...]
    registered: int
    deferred: int
    pending: int
    refused: int
    filing_rate: str
    timely_rate: str
    compliant_rate: str
    late_of_last_year: int
    concluded: int
    concluded_ok: int
    concluded_remark: int
    concluded_defect: int
    review_rate: str
    correction_rate: str
    direct_correction_rate: str
    suggestions: int
    feedback_rate: str
    problems: tuple[ProblemRow, ...]
    unfiled: tuple[UnfiledRow, ...]


KINDS = (
    LetterKind("annual_list", AnnualList, "年度制发目录"),
    LetterKind("annual_figures", AnnualFigures, "年度统计表"),
    LetterKind("bulletin", Bulletin, "备案审查情况通报（代拟稿）"),
)
