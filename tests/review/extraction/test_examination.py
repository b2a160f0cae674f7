"""A file is examined whole in the child: in time, and with a sentence for what is not there."""

from pathlib import Path
from time import monotonic

from review.extraction.bounded import load_extraction
from review.extraction.examination import examine_again, examine_file, examine_text
from review.extraction.proposal import Confidence
from review.extraction.propose import propose
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker
from review.reading.notes import note_sentence
from review.reading.numbering_faults import CheckedStructure, checked_structure
from review.reading.reader import READER, read_file
from review.reading.text import FileFormat, NoteKind, ReadText
from tests.review.reading.test_fidelity import tracked_file

ARTICLES = "".join(
    f"第{number}条　为了规范停车秩序，制定本办法。\n（一）停放；\n" for number in range(1, 400)
)
TEN_MEGABYTES = 10_000_000
# Reading and examining may each take their limit; starting a child again comes on top.
SLACK_SECONDS = 15.0


def text_of(words: str) -> ReadText:
    return ReadText("甲.txt", FileFormat.TXT, words, (), "", len(words))


def test_ten_megabytes_are_answered_within_the_limit(tmp_path: Path) -> None:
    # Given a text file of ten megabytes
    path = tmp_path / "长文.txt"
    path.write_bytes((ARTICLES * 600).encode()[:TEN_MEGABYTES].decode(errors="ignore").encode())
    # When it is examined
    began = monotonic()
    examined = examine_file(path)
    # Then the answer is there in time: whole, and with a sentence for what took too long
    assert monotonic() - began < 2 * READER.limits.seconds + SLACK_SECONDS
    assert len(examined.read.text) > TEN_MEGABYTES // 4
    kinds = {note.kind for note in examined.read.notes}
    assert examined.structure.nodes or NoteKind.NO_STRUCTURE in kinds


def test_a_structure_that_takes_too_long_is_missing_with_a_sentence() -> None:
    read = text_of("一、甲\n" * 100_000)
    with IsolatedWorker(Limits(seconds=0.5), prepare=load_extraction) as hurried:
        examined = examine_text(read, worker=hurried)
    assert examined.structure == CheckedStructure()
    assert examined.read.text == read.text
    assert "核对条文序号" in note_sentence(examined.read.notes[-1])


def test_an_honest_text_is_examined_as_in_this_process() -> None:
    read = text_of(ARTICLES)
    examined = examine_text(read)
    assert examined.structure == checked_structure(read.text)
    assert examined.proposal == propose(read)


def test_values_that_tracked_changes_alter_are_to_be_checked(tmp_path: Path) -> None:
    examined = examine_file(tracked_file(tmp_path))
    number, title = examined.proposal.document_number, examined.proposal.title
    assert number.confidence is Confidence.CHECK
    assert "修订前后不同" in number.reason
    assert title.confidence is Confidence.CERTAIN
    assert NoteKind.ORIGINAL_DIFFERS in {note.kind for note in examined.read.notes}


def test_what_was_kept_of_a_text_is_not_proposed_again(tmp_path: Path) -> None:
    first = examine_file(tracked_file(tmp_path))
    assert examine_again(first.read, first.proposal) == first


def test_the_child_stands_ready_before_its_time_is_counted() -> None:
    # Given a child that is not there yet and has less time than its start takes
    with IsolatedWorker(Limits(seconds=0.3)) as cold:
        # When a short text is examined
        examined = examine_text(text_of(ARTICLES[:300]), worker=cold)
    # Then starting took nothing from it
    assert examined.structure.nodes


def test_reading_alone_notices_no_difference(tmp_path: Path) -> None:
    kinds = {note.kind for note in read_file(tracked_file(tmp_path)).notes}
    assert NoteKind.ORIGINAL_DIFFERS not in kinds
