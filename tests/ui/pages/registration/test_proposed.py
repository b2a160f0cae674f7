"""What a text proposes for the form, and how sure the form says it is."""

from dataclasses import replace
from pathlib import Path

from resources import path_of
from review.extraction.proposal import Confidence
from review.extraction.propose import propose
from review.reading.reader import read_file
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
