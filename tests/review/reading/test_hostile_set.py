"""No file harms the program: each is refused with a sentence or read, within time and memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from review.errors import ReadingError
from review.isolation.limits import Limits
from review.ledgers.reader import read_ledger_file
from review.reading.reader import read_file
from review.reading.text import NoteKind
from tests.review.reading.hostile_files import HONEST, HostileFile, Outcome, catalogue
from tests.review.reading.hostile_trial import Bench, Trial
from ui.feedback.catalogue import words_of

CASES = tuple(catalogue())
# The parent looks at the child's memory fifty times a second.
_MOST_MEGABYTES = 1.05 * Limits().memory_megabytes
# The child is ended after five seconds; ending it on a busy machine takes a little more.
_LONGEST_SECONDS = 2 * Limits().seconds


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_read_or_refused_and_the_next_one_is_read(
    tmp_path: Path, bench: Bench, case: HostileFile
) -> None:
    # When the file is tried
    trial = bench.attempt(case, tmp_path)
    # Then it is read or refused as it must be, in words, within time and memory
    assert is_as_expected(case, trial), trial.outcome
    if trial.refusal is not None:
        assert words_of(trial.refusal).text.strip()
    assert trial.seconds < _LONGEST_SECONDS
    assert trial.peak_megabytes < _MOST_MEGABYTES
    # And the next file is read
    good = tmp_path / f"好文件.{'xlsx' if case.is_ledger else 'docx'}"
    good.write_bytes(HONEST[good.suffix.lstrip(".")]())
    if case.is_ledger:
        assert read_ledger_file(good, worker=bench.ledgers).sheets
    else:
        assert read_file(good, worker=bench.documents).text


def is_as_expected(case: HostileFile, trial: Trial) -> bool:
    """Compare what came of a file with what must come of it."""
    if isinstance(case.expected, NoteKind):
        return trial.refusal is None and case.expected in trial.notes
    if isinstance(case.expected, type) and issubclass(case.expected, ReadingError):
        return isinstance(trial.refusal, case.expected)
    return trial.refusal is None or case.expected is Outcome.READ_OR_REFUSED


def test_the_set_holds_many_different_attacks() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


def test_a_pdf_that_only_opens_at_a_page_has_nothing_active(tmp_path: Path, bench: Bench) -> None:
    (case,) = (case for case in CASES if case.name.endswith("with honest opening"))
    assert NoteKind.ACTIVE_CONTENT not in bench.attempt(case, tmp_path).notes
