"""Word files as LibreOffice sets them: the pages of the PDF, nothing lost, the foot at the foot."""

from pathlib import Path

import pytest

from review.letters.docx_writer import write_docx
from review.letters.letter_model import CheckMark, Imprint, LetterModel
from review.letters.pdf_writer import write_pdf
from tests.review.letters.papers import page_texts, text_box
from tests.review.letters.word_papers import PAPERS
from tests.specimens.word_as_pdf import office_program, set_as_pdf

pytestmark = pytest.mark.skipif(
    office_program() is None, reason="LibreOffice is not installed on this machine"
)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Set all papers in one run of the program, which takes seconds to start."""
    folder = tmp_path_factory.mktemp("word")
    files = [folder / f"{name}.docx" for name in PAPERS]
    for file in files:
        file.write_bytes(write_docx(PAPERS[file.stem]))
    set_as_pdf(files, folder)
    return {file.stem: Path(folder, f"{file.stem}.pdf").read_bytes() for file in files}


@pytest.mark.parametrize("name", PAPERS)
def test_the_word_file_has_the_pages_of_the_pdf(name: str, converted: dict[str, bytes]) -> None:
    ours = page_texts(write_pdf(PAPERS[name]))
    word = page_texts(converted[name])

    assert len(word) == len(ours)
    assert all(word)


@pytest.mark.parametrize("name", PAPERS)
def test_imprint_and_proof_mark_stand_at_the_foot_of_the_last_page(
    name: str, converted: dict[str, bytes]
) -> None:
    model, pdf = PAPERS[name], converted[name]
    last = len(page_texts(pdf)) - 1
    height = 210 if model.is_landscape else 297
    for words in feet_of(model):
        box = text_box(pdf, last, words)
        assert box.bottom > height - 35 - 30


def feet_of(model: LetterModel) -> list[str]:
    """Return words of the blocks that stand at the foot."""
    marks = [block.code for block in model.blocks if isinstance(block, CheckMark)]
    return marks + [block.printing_office for block in model.blocks if isinstance(block, Imprint)]
