"""Which files belong to one document, and what a person may change about it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from review.folder_import.batch import Batch, Handling, begin_batch
from review.folder_import.decisions import Decision, DecisionKind
from review.folder_import.groups import Group, Part
from review.folder_import.regrouping import regrouped
from review.folder_import.work_list import gather
from tests.review.folder_import.conftest import run
from tests.review.folder_import.office_folder import fictional_text, write_text

Grouped = Callable[[dict[str, str]], dict[str, dict[str, Part]]]


def batch_of(folder: Path, files: dict[str, str]) -> Batch:
    for name, text in files.items():
        place = folder / "文件" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        write_text(place, text)
    batch = begin_batch(folder, "xu", [folder / "文件"], Handling.BY_YEAR)
    assert run(batch, folder)
    return batch


def shown(groups: tuple[Group, ...]) -> dict[str, dict[str, Part]]:
    return {
        group.main.file.shown: {
            member.paper.file.shown: member.part for member in group.members[1:]
        }
        for group in groups
    }


@pytest.fixture
def grouped(tmp_path: Path) -> Grouped:
    """Return how files by name and text are grouped."""
    return lambda files: shown(gather(batch_of(tmp_path, files)).groups)


TITLE, TEXT = fictional_text(3)
OTHER_TITLE, OTHER = fictional_text(10)
DRAFT = TEXT.replace("云政规〔2009〕4号\n", "").replace("逾期的", "超过期限的")


def test_a_draft_joins_the_issued_text_which_leads(grouped: Grouped) -> None:
    found = grouped({f"{TITLE}（送审稿）.docx": DRAFT, f"{TITLE}.docx": TEXT})

    assert found == {f"{TITLE}.docx": {f"{TITLE}（送审稿）.docx": Part.DRAFT}}


def test_two_formats_of_one_text_are_one_document_with_two_files(grouped: Grouped) -> None:
    found = grouped({f"{TITLE}.docx": TEXT, f"{TITLE}.txt": TEXT})

    assert found == {f"{TITLE}.docx": {f"{TITLE}.txt": Part.SAME}}


def test_documents_made_after_one_pattern_stay_apart(grouped: Grouped) -> None:
    found = grouped({"甲.docx": TEXT, "乙.docx": OTHER, "乙（送审稿）.docx": DRAFT})

    assert set(found) == {"甲.docx", "乙.docx"}
    assert found["甲.docx"] == {"乙（送审稿）.docx": Part.DRAFT}


def test_an_attachment_goes_to_the_only_document_of_its_folder(grouped: Grouped) -> None:
    found = grouped(
        {
            f"甲/{TITLE}.docx": TEXT,
            "甲/附件1.docx": "附件1\n申请表\n姓名\n",
            f"乙/{OTHER_TITLE}.docx": OTHER,
            "乙/附件/附件1.docx": "附件1\n登记表\n住址\n",
        }
    )

    assert found[f"甲/{TITLE}.docx"] == {"甲/附件1.docx": Part.ATTACHMENT}
    assert found[f"乙/{OTHER_TITLE}.docx"] == {"乙/附件/附件1.docx": Part.ATTACHMENT}


def test_an_explanation_goes_to_the_document_it_names(grouped: Grouped) -> None:
    found = grouped(
        {
            f"{TITLE}.docx": TEXT,
            f"{OTHER_TITLE}.docx": OTHER,
            f"《{OTHER_TITLE}》起草说明.docx": f"《{OTHER_TITLE}》起草说明\n一、必要性\n",
        }
    )

    assert found[f"{TITLE}.docx"] == {}
    assert list(found[f"{OTHER_TITLE}.docx"].values()) == [Part.ACCOMPANYING]


def test_an_attachment_that_fits_nothing_stands_alone(grouped: Grouped) -> None:
    found = grouped(
        {
            f"{TITLE}.docx": TEXT,
            f"{OTHER_TITLE}.docx": OTHER,
            "附件1.docx": "附件1\n申请表\n姓名\n",
        }
    )

    assert found["附件1.docx"] == {}


def test_a_person_joins_splits_and_chooses_the_main_text(tmp_path: Path) -> None:
    # Given two documents and an attachment that fits neither
    batch = batch_of(
        tmp_path, {"1.txt": TEXT, "2.txt": OTHER, "3 附件.txt": "附件\n申请表\n姓名\n"}
    )
    groups = gather(batch).groups
    # When the attachment is joined to the second, then made its main text
    joined = regrouped(groups, [Decision(DecisionKind.JOINED, "xu", 3, 2)])
    turned = regrouped(joined, [Decision(DecisionKind.MAIN, "xu", 3)])
    apart = regrouped(turned, [Decision(DecisionKind.SPLIT, "xu", 2)])
    # Then the groups are as the person wants them
    assert shown(joined)["2.txt"] == {"3 附件.txt": Part.ATTACHMENT}
    assert list(shown(turned)) == ["1.txt", "3 附件.txt"]
    assert len(apart) == 3
