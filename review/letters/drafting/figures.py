"""The yearly papers filled from the register: list, figures, bulletin."""

from datetime import date

from models.domain.lifecycle import FilingState
from models.domain.rates import CountedRecord, Rate, RateKind, change_of
from models.domain.terms import FindingClass, ReviewConclusion
from models.domain.year_figures import RateLine, YearFigures
from models.domain.yearly_counts import Period
from models.queries.counted_records import counted_records
from models.queries.made_documents import FiledTo, MadeRow, documents_made_in
from models.queries.office import office, profile
from models.queries.year_figures import figures_with_last_year
from models.rate_definitions import definition_of
from resources.terms import name_of
from review.letters.drafting.figure_words import (
    check_sum_words,
    class_name,
    count_rows,
    month_name,
)
from review.letters.drafting.words import on_lines, phrase, short_day, validity_text
from review.letters.kinds.figures import (
    AnnualFigures,
    AnnualList,
    BodyRow,
    Bulletin,
    CountRow,
    MadeDocumentRow,
    ProblemRow,
    RateRow,
    RecipientRow,
    SumRow,
    UnfiledRow,
)

_TOP = 3


def draft_annual_list(year: int, day: date) -> AnnualList:
    """Return the list of the documents the office made in a year, with how they were filed."""
    return AnnualList(
        office_name=office().office_name,
        letter_date=day,
        year=year,
        scope=_scope(),
        rows=tuple(_made_row(one) for one in documents_made_in(Period.of_year(year))),
    )


def draft_annual_figures(year: int, day: date) -> AnnualFigures:
    """Return the figures of a year as tables, beside the year before."""
    this, last = figures_with_last_year(year, day)
    return AnnualFigures(
        office_name=office().office_name,
        letter_date=day,
        year=year,
        as_of_date=day,
        counts=tuple(
            CountRow(
                name=name,
                count=len(of_this),
                last_count=len(of_last),
                change=change_of(len(of_this), len(of_last)),
            )
            for name, of_this, of_last in count_rows(this, last)
        ),
        rates=_rate_rows(this, last),
        bodies=_body_rows(this),
        months=tuple(
            CountRow(
                name=month_name(month),
                count=len(of_this),
                last_count=len(of_last),
                change=change_of(len(of_this), len(of_last)),
            )
            for month, (of_this, of_last) in enumerate(
                zip(this.by_month, last.by_month, strict=True), start=1
            )
        ),
        recipients=tuple(_recipient_row(line) for line in this.outgoing),
        sums=tuple(
            SumRow(told=check_sum_words(one), is_right=one.is_right) for one in this.check_sums
        ),
    )


def draft_bulletin(year: int, day: date) -> Bulletin:
    """Return the draft of a bulletin on the filings of a year."""
    this, last = figures_with_last_year(year, day)
    return Bulletin(
        office_name=office().office_name,
        letter_date=day,
        year=year,
        as_of_date=day,
        scope=_scope(),
        received=len(this.received),
        last_received=len(last.received),
        change=_change_words(len(this.received), len(last.received)),
        filers=tuple(phrase("filer", body=name, count=count) for name, count in this.filers[:_TOP]),
        registered=len(this.outcomes[FilingState.REGISTERED]),
        deferred=len(this.outcomes[FilingState.DEFERRED]),
        pending=len(this.outcomes[FilingState.RECEIVED]),
        refused=len(this.outcomes[FilingState.REFUSED]),
        filing_rate=str(this.rate(RateKind.FILING_RATE)),
        timely_rate=str(this.rate(RateKind.TIMELY_RATE)),
        compliant_rate=str(this.rate(RateKind.COMPLIANT_RATE)),
        late_of_last_year=len(this.late),
        concluded=len(this.concluded),
        concluded_ok=len(this.conclusions[ReviewConclusion.CONCLUDED_OK]),
        concluded_remark=len(this.conclusions[ReviewConclusion.CONCLUDED_REMARK]),
        concluded_defect=len(this.conclusions[ReviewConclusion.CONCLUDED_DEFECT]),
        review_rate=str(this.rate(RateKind.REVIEW_RATE)),
        correction_rate=str(this.rate(RateKind.CORRECTION_RATE)),
        direct_correction_rate=str(this.rate(RateKind.DIRECT_CORRECTION_RATE)),
        suggestions=this.feedback.denominator,
        feedback_rate=str(this.feedback),
        problems=tuple(
            ProblemRow(name=name_of(one), count=len(this.problems[one]))
            for one in FindingClass
            if this.problems[one]
        ),
        unfiled=_unfiled(this.rate(RateKind.FILING_RATE)),
    )


def _scope() -> str:
    return office().government_name.removesuffix("人民政府")


def _change_words(this: int, last: int) -> str:
    if last == 0:
        return ""
    if this == last:
        return phrase("unchanged")
    percent = change_of(this, last).lstrip("+-")
    return phrase("grown_by" if this > last else "fallen_by", percent=percent)


def _made_row(one: MadeRow) -> MadeDocumentRow:
    return MadeDocumentRow(
        document_title=one.title,
        document_number=one.document_number,
        unified_number=one.unified_number,
        issuing_body_name=one.issuing_body_name,
        published_date=one.published_date,
        effective_date=one.effective_date,
        validity=validity_text(one.validity_term, one.expiry_date, short_day),
        filed=on_lines(tuple(map(_filed_words, one.filed))),
    )


def _filed_words(one: FiledTo) -> str:
    if one.submitted_date is None:
        return phrase("not_filed_yet", recipient=one.recipient_title)
    return phrase("filed_on", recipient=one.recipient_title, day=short_day(one.submitted_date))


def _rate_rows(this: YearFigures, last: YearFigures) -> tuple[RateRow, ...]:
    targets = {one.rate: one.percent for one in profile().rate_targets.value}
    rows = []
    for rate in (*this.total, this.feedback, *this.own):
        definition = definition_of(rate.kind)
        target = targets.get(rate.kind)
        rows.append(
            RateRow(
                name=name_of(rate.kind),
                value=str(rate),
                last_value=str(last.rate(rate.kind)),
                target=f"{target}%" if target is not None else "",
                meaning=f"{definition.numerator}÷{definition.denominator}",
                source=definition.source,
            )
        )
    return tuple(rows)


def _body_rows(this: YearFigures) -> tuple[BodyRow, ...]:
    lines = (
        *(RateLine(class_name(one), rates) for one, rates in this.by_class.items()),
        *this.by_issuer,
    )
    return tuple(
        BodyRow(
            name=line.name,
            filing_rate=str(line.rate(RateKind.FILING_RATE)),
            timely_rate=str(line.rate(RateKind.TIMELY_RATE)),
            compliant_rate=str(line.rate(RateKind.COMPLIANT_RATE)),
            review_rate=str(line.rate(RateKind.REVIEW_RATE)),
            correction_rate=str(line.rate(RateKind.CORRECTION_RATE)),
        )
        for line in lines
    )


def _recipient_row(line: RateLine) -> RecipientRow:
    return RecipientRow(
        name=line.name,
        filing_rate=str(line.rate(RateKind.FILING_RATE)),
        timely_rate=str(line.rate(RateKind.TIMELY_RATE)),
        compliant_rate=str(line.rate(RateKind.COMPLIANT_RATE)),
    )


def _unfiled(filing_rate: Rate) -> tuple[UnfiledRow, ...]:
    filed = set(filing_rate.counted)
    missing = [
        one
        for one in filing_rate.base
        if one not in filed and one.record is CountedRecord.OMISSION_ROW
    ]
    return tuple(
        UnfiledRow(issuing_body_name=row.body, document_title=row.title, document_number=row.number)
        for row in counted_records(missing)
    )
