"""What a text proposes for the form, and how sure the form says it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.queries.bodies import body_named, issuing_bodies
from models.queries.office import profile, today
from resources import path_of
from review.extraction.proposal import Confidence
from review.extraction.propose import propose
from review.proposed_entry import linked, proposed_entry
from review.reading.reader import read_file
from tests.models.office import GOVERNMENT, LABOUR, add_body
from ui.desk import Desk
from ui.pages.registration.checking import FormContext, entry_of
from ui.pages.registration.form_values import FormValues
from ui.pages.registration.proposed import proposed_values

SAMPLE: Path = path_of("samples", "01-parking-measures.docx")


def test_traits_that_no_text_tells_are_never_marked_certain() -> None:
    # Given a text whose title says for certain that it is not for trial
    proposal = propose(read_file(SAMPLE))
    assert proposal.is_trial.confidence is Confidence.CERTAIN
    # When the form is filled from it
    values, told = proposed_values(FormValues(), proposal, is_historic=False)
    # Then the person is asked to look: market and major effect were not read
    assert not values.is_market_related
    assert told["traits"].confidence is Confidence.CHECK
    assert "人工判断" in told["traits"].reason


def test_values_that_cannot_both_be_right_are_to_be_looked_at() -> None:
    # Given a text with a number of this year and a date of last year
    text = read_file(SAMPLE)
    changed = replace(text, text=text.text.replace("〔2026〕", "〔2025〕"))
    proposal = propose(changed)
    # When the form is filled from it
    _values, told = proposed_values(FormValues(), proposal, is_historic=False)
    # Then neither is taken for certain, and the reason says why
    for name in ("document_number", "adopted_date"):
        assert told[name].confidence is Confidence.CHECK
        assert "不是同一年" in told[name].reason


def test_the_date_of_publication_is_proposed_for_a_document_of_the_past() -> None:
    proposal = propose(read_file(SAMPLE))
    _values, told = proposed_values(FormValues(), proposal, is_historic=True)
    assert "published_date" in told


@pytest.mark.parametrize("name", ["01-parking-measures", "04-wage-account-joint-rules"])
def test_it_is_what_the_form_registers_when_nobody_changes_a_field(desk: Desk, name: str) -> None:
    # Given an office that knows the issuers, and a document's text
    add_body(GOVERNMENT)
    add_body(LABOUR)
    proposal = propose(read_file(SAMPLE.parent / f"{name}.docx"))
    body = body_named(proposal.issuing_body.value or "")
    assert body is not None
    for is_past in (False, True):
        # When the form is filled from it and left as it is
        values, _told = proposed_values(FormValues(), proposal, is_historic=is_past)
        values = replace(values, document_class=body.body_class)
        context = FormContext(
            issuing_bodies(), profile(), desk.office, today(), is_historic=is_past
        )
        form = entry_of(values, context, ())
        # Then it stands for the same entry
        form = replace(form, relations=tuple(map(linked, form.relations)))
        assert form == proposed_entry(proposal, body, is_published=is_past)
