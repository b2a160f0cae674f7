"""The records that the yearly figures count, read as plain rows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from models.domain.lifecycle import FilingState, MakingState, OutgoingState, ReviewState
from models.domain.omissions import RowDecision, RowStanding
from models.domain.outgoing_filing import is_late
from models.domain.rates import CountedRecord, RecordRef
from models.domain.records import Origin
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    FilingRecipient,
    FindingClass,
    ReviewConclusion,
    ValidityStatus,
)
from models.domain.validity_events import ValidityEventKind
from models.domain.year_figures import DaysInForce
from models.domain.yearly_counts import (
    CountedFiling,
    CountedReview,
    CountedRows,
    CountedSuggestion,
    Issuer,
    MadeDocument,
    OutgoingCount,
    OwnDocument,
    Period,
)
from models.queries.omissions import (
    OmissionFilter,
    OmissionListRow,
    omission_checks,
    omission_row_ids,
    omission_rows,
)
from models.queries.tuples import tuples_of
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, ProcedureEvidence
from models.tables.filings import Filing, Finding, Review, Supplement
from models.tables.lives import LifeEvent, LifeStretch
from models.tables.outgoing_filings import OutgoingFiling, OutgoingStep
from models.tables.suggestions import Suggestion

_OWED = frozenset(RowStanding) - {RowStanding.REGISTERED, RowStanding.REPEATED}
_OF_OFFICE = (Origin.OWN.value, Origin.HISTORIC.value)
_CORRECTING = (
    ValidityEventKind.AMENDED.value,
    ValidityEventKind.REPEALED.value,
    ValidityEventKind.DECLARED_LAPSED.value,
    ValidityEventKind.REVOKED.value,
)
_REPEALING = (ValidityEventKind.REPEALED.value, ValidityEventKind.REVOKED.value)
_SENT_BACK = (OutgoingState.SUPPLEMENT_REQUESTED.value, OutgoingState.RETURNED.value)
_PART = 500

_Correction = tuple[date, str]


def counted_rows(as_of: date) -> CountedRows:
    """Return every record that a figure counts; what is not sent on a day may be late by then."""
    made, refused = _made()
    return CountedRows(
        made=(*made, *_never_filed()),
        refused=refused,
        reviews=_reviews(),
        suggestions=_suggestions(),
        own=_own(),
        outgoing=_outgoing(as_of),
    )


def days_in_force(period: Period) -> tuple[DaysInForce, ...]:
    """Return when the documents of the office were in force, those of no day since left out."""
    query = (
        LifeStretch.select(
            LifeStretch.document,
            LifeStretch.first_day,
            LifeStretch.last_day,
            Document.ended_kind,
        )
        .join(Document)
        .where(
            Document.origin.in_(_OF_OFFICE),
            Document.making_state != MakingState.NOT_REGISTERED,
            LifeStretch.status.in_([one.value for one in ValidityStatus if one.is_in_force]),
            LifeStretch.first_day <= period.last_day,
        )
        .order_by(LifeStretch.document, LifeStretch.first_day)
    )
    stretches: dict[int, list[tuple[date, date]]] = defaultdict(list)
    repealed: dict[int, bool] = {}
    for document_id, first, last, ended in tuples_of(query):
        stretches[document_id].append((first, last))
        repealed[document_id] = ended in _REPEALING
    return tuple(
        DaysInForce(
            RecordRef(CountedRecord.DOCUMENT, document_id),
            tuple(days),
            is_lapsed=not repealed[document_id],
        )
        for document_id, days in stretches.items()
    )


def _made() -> tuple[tuple[MadeDocument, ...], tuple[CountedFiling, ...]]:
    """Return each document filed with its first filing that was not refused, and those refused."""
    supplemented = {row[0] for row in tuples_of(Supplement.select(Supplement.filing).distinct())}
    query = (
        Filing.select(
            Filing.id,
            Filing.received_date,
            Filing.is_timely,
            Filing.state,
            Filing.registered_date,
            Filing.document,
            Document.issuing_body_name,
            Document.document_class,
            Document.published_date,
            Document.adopted_date,
        )
        .join(Document)
        .order_by(Filing.received_date, Filing.id)
    )
    made: dict[int, MadeDocument] = {}
    refused = []
    for filing_id, received, timely, state, registered, *about in tuples_of(query):
        filing = CountedFiling(
            ref=RecordRef(CountedRecord.FILING, filing_id),
            received_date=received,
            is_timely=timely,
            is_compliant=state == FilingState.REGISTERED and filing_id not in supplemented,
            state=FilingState(state),
            registered_date=registered,
        )
        document_id, issuer, document_class, published, adopted = about
        if filing.state is FilingState.REFUSED:
            refused.append(filing)
        elif document_id not in made:
            made[document_id] = MadeDocument(
                ref=RecordRef(CountedRecord.DOCUMENT, document_id),
                issuer=Issuer(issuer, DocumentClass(document_class)),
                made_date=published or adopted or received,
                is_published=published is not None,
                filing=filing,
            )
    return tuple(made.values()), tuple(refused)


def _never_filed() -> Iterable[MadeDocument]:
    """Yield what the issue lists showed to be owed: decided to be filed, and not filed yet.

    What the government itself owes is registered here, not filed with us. Whether such a document
    was published is not known, and it does not count as published.
    """
    classes = dict(tuples_of(IssuingBody.select(IssuingBody.name, IssuingBody.body_class)))
    narrowing = {RowDecision.SHOULD_REGISTER.value}
    for check in omission_checks():
        ids = omission_row_ids(
            OmissionFilter(check.id, standings=_OWED, decisions=frozenset(narrowing))
        )
        for row in _in_parts(ids):
            made = row.adopted_date or (date(row.row_year, 12, 31) if row.row_year else None)
            found = classes.get(row.issuing_body_name)
            document_class = DocumentClass(found) if found else None
            if made is not None and document_class is not DocumentClass.GOVERNMENT:
                yield MadeDocument(
                    ref=RecordRef(CountedRecord.OMISSION_ROW, row.id),
                    issuer=Issuer(row.issuing_body_name, document_class),
                    made_date=made,
                    is_published=False,
                    filing=None,
                )


def _in_parts(ids: list[int]) -> Iterable[OmissionListRow]:
    """Yield the lines of an issue list; a database takes only so many ids in one question."""
    for start in range(0, len(ids), _PART):
        yield from omission_rows(ids[start : start + _PART])


def _reviews() -> tuple[CountedReview, ...]:
    classes, corrections = _problem_classes(), _corrections()
    query = (
        Review.select(
            Review.id,
            Review.state,
            Review.due_date,
            Review.concluded_date,
            Review.document,
            Document.issuing_body_name,
            Document.document_class,
        )
        .join(Document)
        .order_by(Review.id)
    )
    found = []
    for review_id, state, due, concluded, document_id, issuer, document_class in tuples_of(query):
        is_open = state == ReviewState.UNDER_REVIEW
        conclusion = None if is_open else ReviewConclusion(state)
        correction = _first_after(concluded, corrections.get(document_id, ()), conclusion)
        found.append(
            CountedReview(
                ref=RecordRef(CountedRecord.REVIEW, review_id),
                document=RecordRef(CountedRecord.DOCUMENT, document_id),
                issuer=Issuer(issuer, DocumentClass(document_class)),
                due_date=due,
                concluded_date=concluded,
                conclusion=conclusion,
                classes=frozenset(classes.get(review_id, ())),
                corrected_date=correction[0] if correction else None,
                is_self_corrected=bool(correction and correction[1] != ValidityEventKind.REVOKED),
            )
        )
    return tuple(found)


def _problem_classes() -> dict[int, set[FindingClass]]:
    classes: dict[int, set[FindingClass]] = defaultdict(set)
    findings = Finding.select(Finding.review, Finding.finding_class).where(
        Finding.withdrawn_reason.is_null()
    )
    for review_id, finding_class in tuples_of(findings):
        classes[review_id].add(FindingClass(finding_class))
    return classes


def _corrections() -> dict[int, list[_Correction]]:
    """Return the days on which documents were amended or ended, with what happened, in order."""
    query = (
        LifeEvent.select(LifeEvent.document, LifeEvent.begin_date, LifeEvent.kind)
        .where(LifeEvent.kind.in_(_CORRECTING), LifeEvent.withdrawn_at.is_null())
        .order_by(LifeEvent.begin_date, LifeEvent.id)
    )
    events: dict[int, list[_Correction]] = defaultdict(list)
    for document_id, begin, kind in tuples_of(query):
        events[document_id].append((begin, kind))
    return events


def _first_after(
    concluded: date | None, events: Iterable[_Correction], conclusion: ReviewConclusion | None
) -> _Correction | None:
    """Return the first event by which a document was corrected as its review demanded."""
    if concluded is None or conclusion is not ReviewConclusion.CONCLUDED_DEFECT:
        return None
    return next((one for one in events if one[0] >= concluded), None)


def _suggestions() -> tuple[CountedSuggestion, ...]:
    query = Suggestion.select(
        Suggestion.id, Suggestion.received_date, Suggestion.replied_date
    ).order_by(Suggestion.id)
    return tuple(
        CountedSuggestion(RecordRef(CountedRecord.SUGGESTION, one), received, replied)
        for one, received, replied in tuples_of(query)
    )


def _own() -> tuple[OwnDocument, ...]:
    checked = _checked_for_legality()
    query = (
        Document.select(
            Document.id,
            Document.issuing_body_name,
            Document.document_class,
            Document.registered_date,
            Document.published_date,
            Document.unified_number,
            Document.document_number,
        )
        .where(Document.origin == Origin.OWN, Document.making_state != MakingState.NOT_REGISTERED)
        .order_by(Document.id)
    )
    rows = tuples_of(query)
    return tuple(
        OwnDocument(
            ref=RecordRef(CountedRecord.DOCUMENT, document_id),
            issuer=Issuer(issuer, DocumentClass(document_class)),
            registered_date=registered,
            published_date=published,
            is_numbered=any(numbers),
            is_checked_for_legality=document_id in checked,
        )
        for document_id, issuer, document_class, registered, published, *numbers in rows
    )


def _checked_for_legality() -> frozenset[int]:
    """Return the documents with a legality review, where the days are known before the meeting."""
    kinds = (EvidenceKind.LEGALITY_REVIEW.value, EvidenceKind.COLLECTIVE_DELIBERATION.value)
    query = ProcedureEvidence.select(
        ProcedureEvidence.document,
        ProcedureEvidence.kind,
        ProcedureEvidence.start_date,
        ProcedureEvidence.end_date,
    ).where(ProcedureEvidence.kind.in_(kinds))
    reviewed: dict[int, date | None] = {}
    met: dict[int, date] = {}
    for document_id, kind, start, end in tuples_of(query):
        if kind == EvidenceKind.LEGALITY_REVIEW:
            reviewed[document_id] = end or start
        elif start or end:
            met[document_id] = end or start
    return frozenset(
        one for one, day in reviewed.items() if day is None or one not in met or day <= met[one]
    )


def _outgoing(as_of: date) -> tuple[OutgoingCount, ...]:
    back = {
        row[0]
        for row in tuples_of(
            OutgoingStep.select(OutgoingStep.filing)
            .where(OutgoingStep.state.in_(_SENT_BACK))
            .distinct()
        )
    }
    query = OutgoingFiling.select(
        OutgoingFiling.id,
        OutgoingFiling.recipient,
        OutgoingFiling.recipient_title,
        OutgoingFiling.published_date,
        OutgoingFiling.due_date,
        OutgoingFiling.submitted_date,
    ).order_by(OutgoingFiling.id)
    return tuple(
        OutgoingCount(
            ref=RecordRef(CountedRecord.OUTGOING_FILING, filing_id),
            recipient=FilingRecipient(recipient),
            recipient_title=title,
            published_date=published,
            submitted_date=submitted,
            is_late=is_late(due, submitted, as_of),
            is_compliant=filing_id not in back,
        )
        for filing_id, recipient, title, published, due, submitted in tuples_of(query)
    )
