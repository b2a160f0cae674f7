"""Letters that are due to many are proposed together, and what lacks a fact is told."""

from datetime import date

import pytest

from models.acts.receive_filing import receive_filing
from models.domain.records import IntakeEntry
from models.domain.terms import LetterSeries
from review.letters.drafting.batches import BATCHES, propose_receipts
from tests.models.office import (
    MATERIALS,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    changed,
    filed_document,
    order,
    receive_one,
)

pytestmark = pytest.mark.usefixtures("register")


@pytest.mark.parametrize("kind", BATCHES)
def test_an_office_with_nothing_due_gets_no_letters(kind: LetterSeries) -> None:
    assert BATCHES[kind](TODAY).letters == ()


def test_every_registered_filing_without_a_receipt_gets_one() -> None:
    filing_id = receive_one()
    assert propose_receipts(TODAY).letters == ()

    accept_one(filing_id)

    (proposed,) = propose_receipts(TODAY).letters
    assert proposed.filing_id == filing_id
    assert proposed.letter.letter_date == TODAY


def test_a_filing_that_lacks_a_fact_is_left_out_and_told() -> None:
    # Given a registered filing of a document whose publication was never entered
    body_id = add_body(TOWN)
    document = changed(
        filed_document(body_id), published_date=None, effective_date=date(2026, 4, 1)
    )
    intake = IntakeEntry(body_id, TODAY, "窗口递交", materials=MATERIALS, document=document)
    filing_id = receive_filing(order(), intake)
    accept_one(filing_id)
    # When receipts are proposed
    batch = propose_receipts(TODAY)
    # Then it is named with what it lacks
    assert batch.letters == ()
    ((left_out, refusal),) = batch.left_out
    assert left_out == filing_id
    assert refusal.values["field"] == "published_date"
