"""What the yearly figures count: one row a record, and the rates and lists made of the rows.

What was made counts by its day of publication, what came in by the day it came, what was concluded
by that day; a joint document counts once, for the body that leads; late filings of the year before
are a line of their own (内政办字〔2011〕139号).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models.domain.lifecycle import FilingState
from models.domain.rates import Rate, RateKind, RecordRef, Refs
from models.domain.terms import DocumentClass, FilingRecipient, FindingClass, ReviewConclusion

Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both counted."""

    first_day: date
    last_day: date

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """Return a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def __contains__(self, day: date | None) -> bool:
        """Tell whether a day lies in it; no day lies nowhere."""
        return day is not None and self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who made a document, for the break-downs; the class of an unknown body is not known."""

    name: str
    document_class: DocumentClass | None


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document that another body made, as far as this office knows.

    Attributes:
        ref: The document, or the line of an issue list that showed it was never filed.
        made_date: Its day of publication; of an unpublished one the day of the instrument.
        filing: How it came; None when it was never filed.
    """

    ref: RecordRef
    issuer: Issuer
    made_date: date
    is_published: bool
    filing: "CountedFiling | None"


@dataclass(frozen=True, slots=True)
class CountedFiling:
    """One filing received; what was refused as no normative document is not among them.

    Attributes:
        is_compliant: Registered without a demand to supplement.
    """

    ref: RecordRef
    received_date: date
    is_timely: bool | None
    is_compliant: bool
    state: FilingState
    registered_date: date | None


@dataclass(frozen=True, slots=True)
class CountedReview:
    """One review, and what became of the document after it.

    Attributes:
        document: The document reviewed.
        corrected_date: First day on which the document was amended, repealed or revoked after a
            conclusion that it must be corrected.
        is_self_corrected: Whether its maker did that, not a superior.
    """

    ref: RecordRef
    document: RecordRef
    issuer: Issuer
    due_date: date
    concluded_date: date | None
    conclusion: ReviewConclusion | None
    classes: frozenset[FindingClass]
    corrected_date: date | None
    is_self_corrected: bool


@dataclass(frozen=True, slots=True)
class CountedSuggestion:
    """One suggestion to review a document."""

    ref: RecordRef
    received_date: date
    replied_date: date | None


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document that this office registered, numbered and saw published."""

    ref: RecordRef
    issuer: Issuer
    registered_date: date
    published_date: date | None
    is_numbered: bool
    is_checked_for_legality: bool


@dataclass(frozen=True, slots=True)
class OutgoingCount:
    """The filing of an own document with one recipient.

    Attributes:
        is_compliant: Never sent back and never to be supplemented.
    """

    ref: RecordRef
    recipient: FilingRecipient
    recipient_title: str
    published_date: date
    submitted_date: date | None
    is_late: bool
    is_compliant: bool


_Counted = MadeDocument | CountedReview | CountedSuggestion | OwnDocument | OutgoingCount


@dataclass(frozen=True, slots=True)
class CountedRows:
    """All that the figures count, of whatever year."""

    made: tuple[MadeDocument, ...] = ()
    refused: tuple[CountedFiling, ...] = ()
    reviews: tuple[CountedReview, ...] = ()
    suggestions: tuple[CountedSuggestion, ...] = ()
    own: tuple[OwnDocument, ...] = ()
    outgoing: tuple[OutgoingCount, ...] = ()

    def grouped(self, key: Callable[[Issuer], Group]) -> "dict[Group, CountedRows]":
        """Return what was made and reviewed, parted by who made it."""
        made: dict[Group, list[MadeDocument]] = {}
        reviews: dict[Group, list[CountedReview]] = {}
        for document in self.made:
            made.setdefault(key(document.issuer), []).append(document)
        for review in self.reviews:
            reviews.setdefault(key(review.issuer), []).append(review)
        return {
            group: CountedRows(
                made=tuple(made.get(group, ())), reviews=tuple(reviews.get(group, ()))
            )
            for group in dict.fromkeys((*made, *reviews))
        }


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a year is reckoned.

    Attributes:
        as_of: What was corrected or answered counts until this day.
        illegal: The classes of findings that make a document illegal in its content (违法).
    """

    period: Period
    as_of: date
    illegal: frozenset[FindingClass]


def received_rates(rows: CountedRows, how: Reckoning) -> tuple[Rate, ...]:
    """Return the rates of what other bodies made and filed, reviewed by this office."""
    return (*_filing_rates(rows.made, how), *_review_rates(rows, how))


def _filing_rates(made: Sequence[MadeDocument], how: Reckoning) -> tuple[Rate, ...]:
    of_period = [one for one in made if one.made_date in how.period]
    filed = [one for one in of_period if one.filing is not None]
    timely = [one for one in filed if one.filing is not None and one.filing.is_timely]
    compliant = [one for one in filed if one.filing is not None and one.filing.is_compliant]
    published = [one for one in of_period if one.is_published]
    return (
        Rate(RateKind.FILING_RATE, _refs(filed), _refs(of_period)),
        Rate(RateKind.TIMELY_RATE, _refs(timely), _refs(filed)),
        Rate(RateKind.COMPLIANT_RATE, _refs(compliant), _refs(filed)),
        Rate(RateKind.PUBLICATION_RATE, _refs(published), _refs(of_period)),
    )


def _review_rates(rows: CountedRows, how: Reckoning) -> tuple[Rate, ...]:
    made = {one.ref for one in rows.made if one.made_date in how.period}
    registered = [
        one
        for one in rows.made
        if one.filing is not None and one.filing.registered_date in how.period
    ]
    reviewed = {one.document for one in rows.reviews if one.concluded_date is not None}
    concluded = [one for one in rows.reviews if one.concluded_date in how.period]
    in_time = [one for one in concluded if _is_in_time(one)]
    illegal = [one for one in concluded if is_found_illegal(one, how.illegal)]
    illegal_of_year = {
        one.document
        for one in rows.reviews
        if one.document in made and is_found_illegal(one, how.illegal)
    }
    corrected = [one for one in illegal if is_corrected(one, how.as_of)]
    itself = [one for one in concluded if one.is_self_corrected and is_corrected(one, how.as_of)]
    return (
        Rate(RateKind.ILLEGALITY_RATE, tuple(sorted(illegal_of_year)), tuple(sorted(made))),
        Rate(
            RateKind.REVIEW_RATE,
            _refs(one for one in registered if one.ref in reviewed),
            _refs(registered),
        ),
        Rate(RateKind.ON_TIME_CONCLUSION_RATE, _refs(in_time), _refs(concluded)),
        Rate(RateKind.CORRECTION_RATE, _refs(corrected), _refs(illegal)),
        Rate(RateKind.DIRECT_CORRECTION_RATE, _refs(itself), _refs(concluded)),
    )


def feedback_rate(rows: CountedRows, how: Reckoning) -> Rate:
    """Return how many of the suggestions received were answered (审查结果反馈率)."""
    received = [one for one in rows.suggestions if one.received_date in how.period]
    answered = [one for one in received if one.replied_date and one.replied_date <= how.as_of]
    return Rate(RateKind.FEEDBACK_RATE, _refs(answered), _refs(received))


def own_rates(rows: CountedRows, how: Reckoning) -> tuple[Rate, ...]:
    """Return the rates of what this office registers itself: legality review, three unities."""
    made = [one for one in rows.own if one.registered_date in how.period]
    checked = [one for one in made if one.is_checked_for_legality]
    uniform = [one for one in made if one.is_numbered and one.published_date is not None]
    return (
        Rate(RateKind.LEGALITY_REVIEW_RATE, _refs(checked), _refs(made)),
        Rate(RateKind.THREE_UNIFORM_RATE, _refs(uniform), _refs(made)),
    )


def outgoing_rates(filings: Iterable[OutgoingCount], how: Reckoning) -> tuple[Rate, ...]:
    """Return the rates of own filings with one recipient; two recipients are never averaged."""
    owed = [one for one in filings if one.published_date in how.period]
    sent = [one for one in owed if one.submitted_date and one.submitted_date <= how.as_of]
    return (
        Rate(RateKind.FILING_RATE, _refs(sent), _refs(owed)),
        Rate(RateKind.TIMELY_RATE, _refs(one for one in sent if not one.is_late), _refs(sent)),
        Rate(RateKind.COMPLIANT_RATE, _refs(one for one in sent if one.is_compliant), _refs(sent)),
    )


def late_of_last_year(rows: CountedRows, how: Reckoning) -> Refs:
    """Return what was made before the period and filed late within it: a line of its own."""
    return _refs(
        one
        for one in rows.made
        if one.made_date < how.period.first_day
        and one.filing is not None
        and one.filing.received_date in how.period
        and one.filing.is_timely is False
    )


def is_found_illegal(review: CountedReview, illegal: frozenset[FindingClass]) -> bool:
    """Tell whether a review ended in that the document is illegal in its content."""
    return review.conclusion is ReviewConclusion.CONCLUDED_DEFECT and bool(review.classes & illegal)


def is_corrected(review: CountedReview, as_of: date) -> bool:
    """Tell whether the document was corrected until a day."""
    return review.corrected_date is not None and review.corrected_date <= as_of


def _is_in_time(review: CountedReview) -> bool:
    return review.concluded_date is not None and review.concluded_date <= review.due_date


def _refs(rows: Iterable[_Counted]) -> Refs:
    return tuple(row.ref for row in rows)


def filings_in(rows: CountedRows, period: Period) -> tuple[CountedFiling, ...]:
    """Return the filings received in a period, refused ones with them, whenever made."""
    kept = (one.filing for one in rows.made if one.filing is not None)
    return tuple(one for one in (*kept, *rows.refused) if one.received_date in period)
