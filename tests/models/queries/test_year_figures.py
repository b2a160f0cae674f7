"""The worked numbers of published bulletins come out of a register that holds such a year."""

from datetime import date, timedelta

import pytest

from models.domain.rates import CountedRecord, RateKind
from models.domain.terms import DocumentClass, ReviewConclusion
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.queries.year_figures import figures_with_last_year, year_figures
from tests.models.filing_year import Filed, accept, mend, never_filed, review, revoke, send_back
from tests.models.office import LABOUR, TOWN, add_body

pytestmark = pytest.mark.usefixtures("register")

ONE_DAY = timedelta(days=1)


def document_of(filing_id: int) -> int:
    """Return the document of a filing."""
    return filing_page(filing_id, profile()).document_id


def inner_mongolia_2010() -> None:
    """Enter the year of 内政办字〔2011〕139号: 198 made, 197 filed, 100 of them in time.

    144 met the requirements, 163 were published, 7 were illegal; of 12 found illegal, late filings
    of the year before and requests with them, 5 were corrected by their makers and 3 revoked.
    """
    makers = [(add_body(one), one.body_class) for one in (TOWN, LABOUR)]
    filings = []
    for place in range(197):
        received = date(2010, 7, 1) + timedelta(days=place % 150)
        is_published, is_timely = place < 163, place < 100
        published = received - timedelta(days=5 if is_timely else 90) if is_published else None
        body_id, body_class = makers[place % 2]
        filing = Filed(body_id, place, published, received, body_class).receive()
        accept(filing, received) if place < 144 else send_back(filing, received)
        filings.append(filing)
    never_filed(LABOUR.name, date(2010, 6, 1))
    illegal = [(document_of(one), one) for one in filings[:7]]
    for place in range(200, 205):
        received = date(2010, 3, 1)
        filing = Filed(makers[0][0], place, date(2009, 10, 1), received).receive()
        accept(filing, received)
        illegal.append((document_of(filing), filing))
    for document_id, filing_id in illegal:
        review(document_id, date(2010, 11, 30), filing_id=filing_id, is_illegal=True)
    for document_id, _ in illegal[:5]:
        mend(document_id, date(2010, 12, 28))
    for document_id, _ in illegal[5:8]:
        revoke(document_id, date(2010, 12, 29))


def test_the_rates_of_the_bulletin_of_2010_come_out() -> None:
    inner_mongolia_2010()

    figures = year_figures(2010, date(2011, 6, 1))

    def told(kind: RateKind) -> str:
        return str(figures.rate(kind))

    assert told(RateKind.FILING_RATE) == "99.5%（197/198）"
    assert told(RateKind.TIMELY_RATE) == "50.8%（100/197）"
    assert told(RateKind.COMPLIANT_RATE) == "73.1%（144/197）"
    assert told(RateKind.PUBLICATION_RATE) == "82.3%（163/198）"
    assert told(RateKind.ILLEGALITY_RATE) == "3.5%（7/198）"
    assert told(RateKind.CORRECTION_RATE) == "66.7%（8/12）"
    # Late filings of 2009 are a line of their own, and no part of what 2010 made.
    assert len(figures.late) == 5
    assert all(one.is_right for one in figures.check_sums)
    # One was never filed: the number opens the line of the issue list.
    filing_rate = figures.rate(RateKind.FILING_RATE)
    (missing,) = set(filing_rate.base) - set(filing_rate.counted)
    assert missing.record is CountedRecord.OMISSION_ROW
    assert {one: rates[0].denominator for one, rates in figures.by_class.items()} == {
        DocumentClass.TOWNSHIP: 99,
        DocumentClass.DEPARTMENT: 99,
    }
    # What was corrected after the day of the figures does not count.
    assert str(year_figures(2010, date(2010, 12, 27)).rate(RateKind.CORRECTION_RATE)) == (
        "0.0%（0/12）"
    )


def test_the_figures_of_yueqing_2020_come_out() -> None:
    # Given 27 filings in 2019, 38 in 2020, all concluded, two of them corrected by their makers
    body = add_body(TOWN)
    for place in range(27):
        day = date(2019, 2, 1) + timedelta(days=place * 7)
        accept(Filed(body, place, day - ONE_DAY, day).receive(), day)
    for place in range(100, 138):
        day = date(2020, 1, 6) + timedelta(days=(place - 100) * 8)
        filing = Filed(body, place, day - ONE_DAY, day).receive()
        accept(filing, day)
        document = document_of(filing)
        review(document, day, filing_id=filing, is_illegal=place >= 136)
        if place >= 136:
            mend(document, day + timedelta(days=30))

    this, last = figures_with_last_year(2020, date(2021, 1, 20))

    assert (len(this.received), len(last.received)) == (38, 27)
    assert len(this.conclusions[ReviewConclusion.CONCLUDED_OK]) == 36
    assert str(this.rate(RateKind.DIRECT_CORRECTION_RATE)) == "5.3%（2/38）"
    assert str(this.rate(RateKind.CORRECTION_RATE)) == "100.0%（2/2）"
    assert str(this.rate(RateKind.REVIEW_RATE)) == "100.0%（38/38）"
    assert this.filers == ((TOWN.name, 38),)
    assert all(one.is_right for one in (*this.check_sums, *last.check_sums))


def test_a_register_without_filings_has_no_rates() -> None:
    figures = year_figures(2025, date(2026, 3, 16))
    assert {rate.percent for rate in (*figures.total, figures.feedback, *figures.own)} == {"—"}
