"""What a file's name tells of its place among the others."""

import pytest

from models.domain.terms import EvidenceKind
from review.folder_import.file_names import PaperKind, Stage, kind_of_title, name_of_file


@pytest.mark.parametrize(
    "name",
    [
        "附件1.docx",
        "附件：审批表.xls",
        "1.附件 审批表.doc",
        "关于停车的通知附件.doc",
        "关于停车的通知（附件）.doc",
        "附表2 收费标准.xlsx",
    ],
)
def test_an_attachment_says_so_in_its_name(name: str) -> None:
    assert name_of_file(name).kind is PaperKind.ATTACHMENT


@pytest.mark.parametrize(
    ("name", "evidence"),
    [
        ("《停车办法》起草说明.docx", EvidenceKind.DRAFTING_NOTE),
        ("合法性审核意见书.pdf", EvidenceKind.LEGALITY_REVIEW),
        ("县政府常务会议纪要.doc", EvidenceKind.COLLECTIVE_DELIBERATION),
        ("征求意见情况汇总表.xlsx", EvidenceKind.PUBLIC_COMMENT),
        ("公平竞争审查表.doc", EvidenceKind.FAIR_COMPETITION_REVIEW),
        ("停车办法政策解读.docx", None),
    ],
)
def test_a_paper_that_goes_with_a_document_is_no_document(
    name: str, evidence: EvidenceKind | None
) -> None:
    found = name_of_file(name)

    assert found.kind is PaperKind.ACCOMPANYING
    assert found.evidence is evidence


@pytest.mark.parametrize(
    "name", ["云溪县公平竞争审查办法.doc", "关于行政请示制度的规定.doc", "风险评估管理办法.docx"]
)
def test_a_document_on_such_papers_stays_a_document(name: str) -> None:
    assert name_of_file(name).kind is PaperKind.DOCUMENT


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("停车办法（送审稿）.doc", Stage.DRAFT),
        ("停车办法修改稿2.doc", Stage.DRAFT),
        ("停车办法定稿.doc", Stage.FINAL),
        ("停车办法（盖章版）.pdf", Stage.FINAL),
        ("停车办法.doc", Stage.PLAIN),
    ],
)
def test_the_state_of_a_text_is_read_from_its_name(name: str, stage: Stage) -> None:
    found = name_of_file(name)

    assert found.stage is stage
    assert found.core in {"停车办法", "停车办法2"}


def test_a_title_and_a_first_line_tell_what_a_nameless_file_is() -> None:
    assert kind_of_title("", "附件1")[0] is PaperKind.ATTACHMENT
    assert kind_of_title("", "《停车办法》起草说明")[0] is PaperKind.ACCOMPANYING
    assert kind_of_title("停车办法", "停车办法")[0] is PaperKind.DOCUMENT
