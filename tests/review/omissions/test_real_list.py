"""On a real issue list, half of it registered, documents are met however they were written."""

from collections.abc import Iterator

import pytest

from models.domain.omissions import CheckedRow, RowMatch
from review.omissions.matching import check_rows
from tests.review.omissions.perturbing import INDEX, WRITINGS, Trial, trial

pytestmark = pytest.mark.skipif(not INDEX.exists(), reason="the real issue list is not here")

SIZE = 3_000
# Of the registered lines so many, in thousandths, are met as this document.
LEAST_MET = {
    "as_it_is": 1000,
    "other_brackets": 1000,
    "blanks": 1000,
    "labelled": 1000,
    "slip_in_title": 1000,
    "slip_in_title_alone": 920,
    "no_number": 990,
    "damaged_number": 1000,
    "wrong_number": 990,
}
# Of the lines said to be registered so many, in thousandths, are so.
LEAST_RIGHT = 990


def met(found: Trial) -> Iterator[tuple[CheckedRow, int | None]]:
    """Yield the lines that met a document, with the document they are."""
    rows = check_rows(found.lines, found.registered, _quiet, _never)
    yield from zip(rows, found.truth, strict=True)


def _quiet(_done: int, _whole: int) -> None:
    """Hear of the progress and say nothing."""


def _never() -> bool:
    return False


@pytest.mark.parametrize("name", WRITINGS)
def test_a_registered_document_is_met_however_its_line_was_written(name: str) -> None:
    pairs = list(met(trial(WRITINGS[name], SIZE)))

    truly = [row for row, truth in pairs if truth is not None and row.document_id == truth]
    assert len(truly) * 1000 >= LEAST_MET[name] * sum(truth is not None for _, truth in pairs)


@pytest.mark.parametrize("name", WRITINGS)
def test_what_is_said_to_be_registered_is(name: str) -> None:
    sure = {RowMatch.BY_NUMBER, RowMatch.BY_TITLE}
    pairs = list(met(trial(WRITINGS[name], SIZE)))

    said = [truth == row.document_id for row, truth in pairs if row.match in sure]
    assert sum(said) * 1000 >= LEAST_RIGHT * len(said)
