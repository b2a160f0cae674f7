"""Copies of a withdrawn letter say so on every page, and still say what was issued."""

from pathlib import Path

from review.letters.compose import compose
from review.letters.pdf_writer import write_pdf
from review.letters.sample_letters import sample_letter
from review.letters.withdrawn_stamp import stamped
from review.reading.reader import read_file

WORDS = "已撤回"


def test_each_page_is_stamped_and_the_words_of_the_letter_stay(tmp_path: Path) -> None:
    issued = write_pdf(compose(sample_letter("review_opinion")))

    copy = tmp_path / "copy.pdf"
    copy.write_bytes(stamped(issued, WORDS))

    original = tmp_path / "issued.pdf"
    original.write_bytes(issued)
    # A reader of lines takes the slanting characters one by one.
    text, before = read_file(copy).text, read_file(original).text
    pages = len(before.split("— 1 —"))
    for char in WORDS:
        assert text.count(char) >= before.count(char) + pages
    for line in before.splitlines()[:3]:
        assert "".join(line.split()) in "".join(text.split())


def test_what_was_issued_is_not_touched() -> None:
    issued = write_pdf(compose(sample_letter("filing_receipt")))
    before = bytes(issued)
    assert stamped(issued, WORDS) != issued
    assert issued == before
