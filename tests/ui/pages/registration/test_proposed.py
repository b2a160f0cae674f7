"""What a text proposes for the form, and how sure the form says it is."""

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
