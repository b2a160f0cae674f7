"""The samples: Word file and text agree, and both are what the script builds."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from resources.samples.build_issue_list import build as build_issue_list
from resources.samples.build_samples import main
from resources.samples.sample_lines import Kind, classify
from review.reading.reader import read_file
from review.reading.text import NoteKind
from tests.resources.sample_readers import FOLDER, text_lines, word_lines

STEMS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a Word file; how they are compressed depends on the machine."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_are_at_least_eight_samples_each_with_text_and_word_file() -> None:
    assert len(STEMS) >= 8
    assert sorted(path.stem for path in FOLDER.glob("*.docx")) == STEMS


@pytest.mark.parametrize("stem", STEMS)
def test_the_word_file_reads_as_its_text(stem: str) -> None:
    assert word_lines(FOLDER / f"{stem}.docx") == text_lines(stem)


def test_rebuilding_changes_no_part_of_a_committed_word_file(tmp_path: Path) -> None:
    main(tmp_path)

    for stem in STEMS:
        name = f"{stem}.docx"
        assert parts_of(tmp_path / name) == parts_of(FOLDER / name), name


@pytest.mark.parametrize("stem", STEMS)
def test_every_sample_has_letterhead_number_title_signature_and_date(stem: str) -> None:
    kinds = {line.kind for line in classify((FOLDER / f"{stem}.txt").read_text(encoding="utf-8"))}

    assert kinds >= {Kind.LETTERHEAD, Kind.NUMBER, Kind.TITLE, Kind.SIGNATURE, Kind.DATE}


def test_the_joint_sample_signs_with_the_lead_department_first() -> None:
    text = (FOLDER / "04-wage-account-joint-rules.txt").read_text(encoding="utf-8")

    signers = [line.text for line in classify(text) if line.kind is Kind.SIGNATURE]

    assert signers == [
        "云溪县人力资源和社会保障局",
        "云溪县住房和城乡建设局",
        "云溪县交通运输局",
    ]


def test_one_sample_has_a_tracked_insertion_a_tracked_deletion_and_counted_articles() -> None:
    body = Document(str(FOLDER / "09-township-culture-rooms.docx")).element.body

    assert len(list(body.iter(qn("w:ins")))) == 1
    assert len(list(body.iter(qn("w:delText")))) == 1
    assert len(list(body.iter(qn("w:numPr")))) == 11


@pytest.mark.parametrize("stem", STEMS)
def test_the_program_reads_of_the_word_file_what_the_text_says(stem: str) -> None:
    read = read_file(FOLDER / f"{stem}.docx")

    assert "".join(read.text.split()) == "".join("".join(text_lines(stem)).split())


def test_the_program_points_out_tracked_changes_and_counted_articles() -> None:
    read = read_file(FOLDER / "09-township-culture-rooms.docx")

    kinds = {note.kind for note in read.notes}
    assert kinds >= {NoteKind.TRACKED_CHANGES, NoteKind.AUTOMATIC_NUMBERING}


def test_rebuilding_changes_no_part_of_the_issue_list(tmp_path: Path) -> None:
    build_issue_list(tmp_path / "issue-list-2026.xlsx")

    committed = FOLDER / "issue-list-2026.xlsx"
    assert parts_of(tmp_path / committed.name) == parts_of(committed)
