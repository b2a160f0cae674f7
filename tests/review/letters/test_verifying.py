"""A paper is verified offline: by code, by QR code, by the file; what was changed is named."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from models.acts.letters import IssuedLetter, issue_letter, withdraw_letter
from models.domain.lifecycle import LetterState
from models.files import FileStore
from models.queries.letters import letter_page
from models.register import Register
from review.letters.check_code import code_from, printed, read_code
from review.letters.drafting.filing_in import propose_receipt
from review.letters.errors import MistypedCodeError, ScanDamagedError
from review.letters.letter_data import numbered_from_data
from review.letters.press import press_into
from review.letters.proof import proof_of
from review.letters.verifying import Verdict, verify_file, verify_text
from review.reading.reader import read_file
from tests.models.office import HEAD, OFFICE, TODAY, accept_one, order, receive_one

CODE = OFFICE.letter_code


@pytest.fixture
def issued(register: Register) -> IssuedLetter:
    """Return the issued receipt of a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, TODAY)
    press = press_into(register.letters, proposed.kind, ("docx", "pdf"))
    return issue_letter(order(), proposed.as_draft(), press)


def paper_of(register: Register, issued: IssuedLetter, paper_format: str, folder: Path) -> Path:
    """Write a copy of a paper into a folder."""
    digest = dict(issued.papers)[paper_format]
    target = folder / f"回执.{paper_format}"
    target.write_bytes(register.letters.read(digest))
    return target


def changed_word(paper: Path, change: Callable[[str], str]) -> Path:
    """Return a copy of a Word file whose words were changed."""
    copy = paper.with_name("改过.docx")
    with zipfile.ZipFile(paper) as source, zipfile.ZipFile(copy, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            if part == "word/document.xml":
                content = change(content.decode()).encode()
            target.writestr(part, content)
    return copy


def qr_of(issued: IssuedLetter) -> str:
    """Return what the QR code of a letter says."""
    page = letter_page(issued.letter_id)
    letter = numbered_from_data(page.kind, page.data)
    return proof_of(letter, page.data_hash, CODE).mark.payload


def test_the_code_stands_on_the_paper_and_in_the_register(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    for paper_format in ("docx", "pdf"):
        text = read_file(paper_of(register, issued, paper_format, tmp_path)).text
        assert printed(issued.check_code) in text
    assert letter_page(issued.letter_id).check_code == issued.check_code


def test_a_typed_code_leads_to_its_letter(issued: IssuedLetter) -> None:
    found = verify_text(printed(issued.check_code).lower(), CODE)
    assert found.verdict is Verdict.ON_RECORD
    assert found.letter == letter_page(issued.letter_id)


def test_one_wrong_character_is_told_as_mistyped(issued: IssuedLetter) -> None:
    wrong = ("2" if issued.check_code[0] != "2" else "3") + issued.check_code[1:]
    with pytest.raises(MistypedCodeError):
        verify_text(wrong, CODE)


@pytest.mark.usefixtures("issued")
def test_a_code_of_another_register_is_not_known() -> None:
    assert verify_text(code_from("别处的文书"), CODE).verdict is Verdict.UNKNOWN


def test_the_qr_code_leads_to_its_letter(issued: IssuedLetter) -> None:
    found = verify_text(qr_of(issued), CODE)
    assert found.verdict is Verdict.ON_RECORD
    assert found.letter is not None
    assert found.letter.id == issued.letter_id


def test_a_made_up_qr_code_for_a_number_that_was_given_is_told(issued: IssuedLetter) -> None:
    # Given the QR code of a letter of the same number with other data
    page = letter_page(issued.letter_id)
    forged = numbered_from_data(page.kind, {**page.data, "document_title": "别的文件"})
    payload = proof_of(forged, "f" * 64, CODE).mark.payload
    # When it is scanned, then it leads to the real letter, with which it does not agree
    found = verify_text(payload, CODE)
    assert found.verdict is Verdict.DIFFERENT
    assert found.letter is not None
    assert found.letter.id == issued.letter_id


def test_a_qr_code_with_another_day_in_it_is_not_whole(issued: IssuedLetter) -> None:
    with pytest.raises(ScanDamagedError):
        verify_text(qr_of(issued).replace("20260316", "20260317"), CODE)


def test_the_office_may_have_changed_its_code_since(issued: IssuedLetter) -> None:
    assert verify_text(qr_of(issued), "新司").verdict is Verdict.ON_RECORD


@pytest.mark.parametrize("paper_format", ["docx", "pdf"])
def test_the_issued_file_is_known_byte_for_byte(
    register: Register, issued: IssuedLetter, paper_format: str, tmp_path: Path
) -> None:
    paper = paper_of(register, issued, paper_format, tmp_path)
    assert verify_file(paper, register.letters).verdict is Verdict.IDENTICAL


def test_a_file_saved_anew_with_the_same_words_is_told_from_the_issued_one(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    copy = changed_word(paper_of(register, issued, "docx", tmp_path), lambda words: words)
    assert verify_file(copy, register.letters).verdict is Verdict.SAME_WORDS


def test_a_word_file_with_another_day_is_found_and_the_day_is_named(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    paper = paper_of(register, issued, "docx", tmp_path)
    copy = changed_word(paper, lambda words: words.replace("2026年3月2日", "2026年3月12日", 1))

    found = verify_file(copy, register.letters)

    assert found.verdict is Verdict.DIFFERENT
    assert found.letter is not None
    assert found.letter.id == issued.letter_id
    (difference,) = found.differences
    assert (difference.field, difference.issued, difference.shown) == ("published_date", "2", "12")


def test_a_pdf_with_another_number_is_found(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    # Given the same letter pressed with another number of its document, into another store
    page = letter_page(issued.letter_id)
    other = FileStore(tmp_path / "other")
    data = {**page.data, "document_number": "柳政发〔2026〕13号"}
    (paper,) = press_into(other, page.kind, ("pdf",))(data).papers
    copy = tmp_path / "改过.pdf"
    copy.write_bytes(other.read(paper.file.sha256))

    found = verify_file(copy, register.letters)

    assert found.verdict is Verdict.DIFFERENT
    fields = {one.field for one in found.differences}
    assert "document_number" in fields


def test_words_put_in_and_taken_out_are_told(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    paper = paper_of(register, issued, "docx", tmp_path)
    copy = changed_word(paper, lambda words: words.replace("予以备案登记", "不予备案登记", 1))

    (difference,) = verify_file(copy, register.letters).differences

    assert (difference.issued, difference.shown) == ("予以", "不予")


def test_a_withdrawn_letter_is_still_found_with_its_reason(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    paper = paper_of(register, issued, "pdf", tmp_path)
    withdraw_letter(order(HEAD), issued.letter_id, "主送机关有误")
    for found in (
        verify_text(issued.check_code, CODE),
        verify_file(paper, register.letters),
    ):
        assert found.letter is not None
        assert found.letter.state is LetterState.WITHDRAWN
        assert found.letter.withdrawn_reason == "主送机关有误"


def test_a_file_that_is_no_letter_of_this_register_is_told(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    other = tmp_path / "别的.txt"
    other.write_text("云溪县人民政府关于公共停车场的通告\n云政告〔2026〕9号\n", encoding="utf-8")
    assert verify_file(other, register.letters).verdict is Verdict.UNKNOWN
    assert issued.check_code


def test_a_code_in_a_text_is_found_where_the_number_is_not(
    register: Register, issued: IssuedLetter, tmp_path: Path
) -> None:
    paper = paper_of(register, issued, "docx", tmp_path)
    number = re.escape("云司备回〔2026〕1号")
    copy = changed_word(paper, lambda words: re.sub(number, "云司备回〔2026〕9号", words))
    found = verify_file(copy, register.letters)
    assert found.letter is not None
    assert found.letter.id == issued.letter_id
    assert "letter_number" in {one.field for one in found.differences}
    assert read_code(printed(issued.check_code)) == issued.check_code
