"""A hostile or enormous text never hangs the program: it is read, and nothing is proposed."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from review.extraction.bounded import nothing_proposed, propose_within_limits
from review.extraction.propose import propose
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker
from review.reading.notes import note_sentence
from review.reading.reader import load_readers, read_file
from review.reading.text import NoteKind

LENGTH = 1_000_000
SECONDS = 1.0
# Starting a child and sending a megabyte both ways, on a slow machine.
SLACK_SECONDS = 10.0
HOSTILE = (
    "自发布之日起施行，有效期五年。",
    "云溪县财政局\n2026年3月5日\n",
    "字\n",
    "《云溪县管理办法》同时废止\n",
)
HONEST = (
    "云溪县人民政府关于加强备案工作的通知\n\n各乡镇人民政府：\n\n本通知自2026年3月5日起施行。\n"
)


@pytest.fixture(scope="module")
def worker() -> Iterator[IsolatedWorker]:
    with IsolatedWorker(Limits(seconds=SECONDS), prepare=load_readers) as child:
        yield child


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_one_phrase_is_answered_within_the_limit(
    tmp_path: Path, worker: IsolatedWorker, piece: str
) -> None:
    # Given a text of one phrase without end
    path = tmp_path / "长文.txt"
    path.write_text(piece * (LENGTH // len(piece)), encoding="utf-8")
    read = read_file(path)
    # When its record is proposed
    began = monotonic()
    answered, proposal = propose_within_limits(read, worker=worker)
    # Then the answer comes in time, the text is whole, and an empty proposal is explained
    assert monotonic() - began < SECONDS + SLACK_SECONDS
    assert answered.text == read.text
    if proposal == nothing_proposed():
        assert answered.notes[-1].kind is NoteKind.NOTHING_PROPOSED


def test_a_text_that_takes_too_long_is_left_to_the_clerk_with_a_sentence(tmp_path: Path) -> None:
    # Given a long text and a child that has hardly any time
    path = tmp_path / "长文.txt"
    path.write_text(HOSTILE[0] * 20_000, encoding="utf-8")
    read = read_file(path)
    with IsolatedWorker(Limits(seconds=0.1), prepare=load_readers) as hurried:
        # When its record is proposed
        answered, proposal = propose_within_limits(read, worker=hurried)
    # Then nothing is proposed and the note says what to do
    assert proposal == nothing_proposed()
    assert "请手工填写" in note_sentence(answered.notes[-1])


def test_an_honest_text_is_proposed_as_in_this_process(
    tmp_path: Path, worker: IsolatedWorker
) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(HONEST, encoding="utf-8")
    read = read_file(path)
    assert propose_within_limits(read, worker=worker) == (read, propose(read))
