"""Where this computer has an office program, old files are read as that program shows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from review.errors import BrokenFileError, OldFormatError, ReadingCancelledError
from review.isolation.limits import Limits
from review.isolation.worker import IsolatedWorker
from review.reading.office_program import OfficeProgram, find_office_program
from review.reading.reader import load_readers, read_file, read_here
from review.reading.text import FileFormat, NoteKind
from tests.review.reading.hostile_doc import piece_outside

FOLDER = Path(__file__).parents[2] / "documents"
NUMBERED = FOLDER / "09-township-culture-rooms.doc"
WORD_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    "<w:p><w:r><w:t>云溪县停车场管理办法</w:t></w:r></w:p></w:body></w:wordDocument>"
)


@pytest.fixture
def program() -> OfficeProgram:
    found = find_office_program()
    if found is None:
        pytest.skip("no office program on this computer")
    return found


@pytest.fixture(scope="module")
def worker() -> Iterator[IsolatedWorker]:
    with IsolatedWorker(Limits(seconds=30.0), prepare=load_readers) as child:
        yield child


def test_an_old_file_is_read_as_the_office_program_shows_it_and_the_program_is_named(
    program: OfficeProgram, worker: IsolatedWorker
) -> None:
    own = read_here(NUMBERED)
    read = read_file(NUMBERED, worker=worker)
    assert read.notes[0].kind is NoteKind.CONVERTED
    assert read.notes[0].texts("program") == (program.name,)
    assert (read.format, read.sha256, read.size) == (FileFormat.DOC, own.sha256, own.size)
    assert "".join(read.text.split()) == "".join(own.text.split())


@pytest.mark.usefixtures("program")
def test_a_format_that_only_the_office_program_knows_is_read(
    tmp_path: Path, worker: IsolatedWorker
) -> None:
    path = tmp_path / "办法.doc"
    path.write_text(WORD_2003, encoding="utf-8")
    assert read_file(path, worker=worker).text == "云溪县停车场管理办法"


@pytest.mark.usefixtures("program")
def test_what_the_office_program_cannot_read_keeps_its_refusal(
    tmp_path: Path, worker: IsolatedWorker
) -> None:
    path = tmp_path / "数据.xml"
    path.write_text("<?xml version='1.0'?><data/>", encoding="utf-8")
    with pytest.raises(OldFormatError):
        read_file(path, worker=worker)


def test_a_file_that_lies_is_refused_before_any_office_program_sees_it(
    tmp_path: Path, worker: IsolatedWorker
) -> None:
    path = tmp_path / "坏.doc"
    path.write_bytes(piece_outside())
    with pytest.raises(BrokenFileError):
        read_file(path, worker=worker)


def test_the_conversion_can_be_stopped(program: OfficeProgram) -> None:
    with (
        pytest.raises(ReadingCancelledError),
        program.as_docx(NUMBERED, cancelled=lambda: True) as converted,
    ):
        assert converted is None


def test_a_program_that_makes_nothing_leaves_the_own_reading(tmp_path: Path) -> None:
    silent = tmp_path / "soffice"
    silent.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    silent.chmod(0o755)
    with OfficeProgram("LibreOffice", silent).as_docx(NUMBERED) as converted:
        assert converted is None
