"""The office sees where it thinks otherwise than a unit, and which files it has to read."""

from pathlib import Path

from models.domain.cleanup import CleanupOutcome
from review.cleanup.opinion_sheets.disagreements import disagreements
from review.cleanup.opinion_sheets.judging import UnitOpinion
from review.cleanup.opinion_sheets.reply_files import reply_files


def opinion(document_id: int, choice: CleanupOutcome) -> UnitOpinion:
    return UnitOpinion(
        document_id=document_id,
        unit_id=1,
        choice=choice,
        reason=None,
        basis="",
        replacing_document="",
        planned_date=None,
        remark="",
        file_name="r.xlsx",
        row_number=9,
    )


def test_a_unit_that_keeps_what_the_office_repeals_is_shown_first() -> None:
    opinions = [
        opinion(1, CleanupOutcome.KEEP),
        opinion(2, CleanupOutcome.KEEP),
        opinion(3, CleanupOutcome.KEEP),
        opinion(4, CleanupOutcome.REPEAL),
    ]
    decided = {1: CleanupOutcome.AMEND, 2: CleanupOutcome.REPEAL, 3: CleanupOutcome.KEEP}

    found = disagreements(opinions, decided)

    assert [(one.opinion.document_id, one.is_grave) for one in found] == [(2, True), (1, False)]


def test_a_folder_gives_its_tables_once_and_nothing_that_programs_left_there(
    tmp_path: Path,
) -> None:
    names = ("水利局/意见表.et", "交通局.xlsx", "~$交通局.xlsx", "说明.txt", "住建局.docx")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    missing = tmp_path / "没有.xlsx"

    found = reply_files([tmp_path, tmp_path / "交通局.xlsx", missing])

    assert {path.name for path in found} == {"意见表.et", "交通局.xlsx", "住建局.docx", "没有.xlsx"}
    assert len(found) == 4
