"""What is given as certain is right, reason by reason, on real documents."""

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.calibration import GOLD, outcomes, right_by

CERTAIN = 0.997


def test_no_reason_that_makes_a_value_certain_is_wrong_on_real_documents() -> None:
    if not GOLD.exists():
        pytest.skip("the gold answers are not beside the project")
    found = [each for each in outcomes([GOLD]) if each.confidence == Confidence.CERTAIN.value]
    assert len(found) >= 200
    wrong = {
        key
        for key, counts in right_by(found, "field", "reason").items()
        if counts[True] / counts.total() < CERTAIN
    }
    assert wrong == set()
