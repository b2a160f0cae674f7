"""Filings are received when confirmed and decided; letters and reviews follow."""

from pathlib import Path

import pytest

from tests.ui.commands.desk import FILING_PAPERS, INTAKE, MATERIALS, Desk


def finding(quote: str) -> tuple[str, ...]:
    """Return a finding that quotes these words."""
    return (
        *("--clause", "第十一条", "--quote", quote, "--class", "超越权限"),
        *("--problem", "设定行政处罚", "--basis", "中华人民共和国行政处罚法"),
        *("--article", "第十六条", "--suggestion", "删去"),
    )


def test_a_filing_is_saved_when_confirmed(desk: Desk) -> None:
    shown = desk.ask(*INTAKE, *MATERIALS)
    assert (shown["is_saved"], desk.count("filings"), desk.count()) == (False, 0, 0)
    filing_id = desk.receive_housing()
    page = desk.ask("show", filing_id, "--kind", "filing")
    assert page["filing_report_number"] == "柳政备字〔2026〕3号"
    assert page["is_timely"] is True
    assert page["received_way"] == "纸质报送"


def test_a_document_of_the_register_is_filed_again_without_its_file(desk: Desk) -> None:
    desk.ask("refuse", desk.receive_housing(), "--reason", "材料不齐，退回重报")
    line = ("intake", "--document", 1, "--from", "柳渡镇", "--received", "2026-08-20", *MATERIALS)
    assert desk.ask(*line)["is_saved"] is False
    assert desk.ask(*line, "--confirm")["filing_id"] == 2
    assert desk.count() == 1


def test_a_filing_needs_a_file_or_a_document(desk: Desk) -> None:
    answer = desk.run("intake", "--from", "柳渡镇", "--received", "2026-08-20")
    assert answer.code == 2
    assert "“文件”" in answer.err


def test_a_filing_without_its_papers_is_not_accepted(desk: Desk) -> None:
    desk.ask(*INTAKE, "--material", "filing_report=3", "--confirm")
    answer = desk.run("accept", 1)
    assert answer.code == 3
    assert "备案说明" in answer.err


@pytest.mark.parametrize(
    ("material", "named"), [("备案报告", "等号"), ("纸=3", "纸"), ("filing_report=三", "三")]
)
def test_a_material_written_wrongly_is_refused(desk: Desk, material: str, named: str) -> None:
    answer = desk.run(*INTAKE, "--material", material, "--confirm")
    assert answer.code == 2
    assert named in answer.err


def test_a_filing_goes_back_for_supplement_and_returns(desk: Desk) -> None:
    desk.ask(*INTAKE, "--confirm")
    asked = desk.ask(
        "supplement", 1, "--defect", "没有报送备案说明=应当报送", "--defect", "份数不足"
    )
    assert asked["due_date"] == "2026-10-08"
    assert [one["rule"] for one in asked["defects"]] == ["应当报送", ""]
    assert desk.run("accept", 1).code == 3
    papers = [part for paper in FILING_PAPERS for part in ("--material", paper)]
    assert desk.run("supplemented", 1, "--date", "2026-09-01", *papers).code == 2
    assert desk.run("supplemented", 1, "--date", "2026-09-16", *papers).code == 0
    assert desk.ask("accept", 1)["filing_register_number"] == "云溪备〔2026〕001"


def test_a_filing_is_refused_with_its_reason(desk: Desk) -> None:
    filing_id = desk.receive_housing()
    assert desk.run("refuse", filing_id, "--reason", "").code == 2
    assert desk.run("refuse", filing_id, "--reason", "不属于规范性文件").code == 0
    page = desk.ask("show", filing_id, "--kind", "备案")
    assert (page["state"], page["refusal_reason"]) == ("refused", "不属于规范性文件")
    assert desk.run("accept", filing_id).code == 3


def test_a_receipt_is_issued_once_and_written_again_as_it_was(desk: Desk, tmp_path: Path) -> None:
    filing_id = desk.receive_housing()
    early = desk.run("letter", "issue", "备案回执", filing_id, "--out", tmp_path)
    assert early.code in {2, 3}
    desk.ask("accept", filing_id)
    first = desk.ask("letter", "issue", "filing_receipt", filing_id, "--out", tmp_path / "一")
    again = desk.ask(
        "letter", "issue", "备案回执", filing_id, "--out", tmp_path / "二", "--format", "pdf"
    )
    assert (first["is_new"], again["is_new"]) == (True, False)
    assert first["letter_number"] == again["letter_number"] == "云司备回〔2026〕1号"
    assert [Path(paper).suffix for paper in first["papers"]] == [".docx", ".pdf"]
    assert Path(first["papers"][1]).read_bytes() == Path(again["papers"][0]).read_bytes()
    assert desk.count("letters") == 1


def test_a_withdrawn_letter_makes_room_for_a_new_one(desk: Desk, tmp_path: Path) -> None:
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    line = ("letter", "issue", "备案回执", filing_id, "--out", tmp_path)
    letter_id = desk.ask(*line)["letter_id"]
    assert desk.run("letter", "withdraw", letter_id, "--reason", "抬头有误").code == 3
    assert desk.run("letter", "withdraw", letter_id, "--reason", "抬头有误", login="tang").code == 0
    assert desk.ask(*line)["letter_number"] == "云司备回〔2026〕2号"


@pytest.mark.parametrize(
    ("kind", "formats", "named"),
    [("感谢信", "pdf", "感谢信"), ("催办函", "pdf", "备案回执"), ("备案回执", "odt", "docx、pdf")],
)
def test_letters_and_formats_that_are_not_known_are_refused(
    desk: Desk, tmp_path: Path, kind: str, formats: str, named: str
) -> None:
    answer = desk.run("letter", "issue", kind, 1, "--out", tmp_path, "--format", formats)
    assert answer.code == 2
    assert named in answer.err


def test_papers_that_cannot_be_written_are_a_fault_that_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    (tmp_path / "文书").write_text("a file where a folder should be", encoding="utf-8")
    answer = desk.run("letter", "issue", "备案回执", filing_id, "--out", tmp_path / "文书")
    assert answer.code == 1
    assert "不能写入" in answer.err


def test_a_review_ends_as_its_findings_demand(desk: Desk, tmp_path: Path) -> None:
    filing_id = desk.receive_housing()
    assert desk.run("review", "open", filing_id, login="gu").code == 3
    desk.ask("accept", filing_id)
    assert desk.run("review", "open", filing_id, login="xu").code == 3
    review_id = desk.ask("review", "open", filing_id, login="gu")["review_id"]
    invented = desk.run("review", "finding", review_id, *finding("罚款一亿元"), login="gu")
    assert invented.code == 3
    assert "罚款一亿元" in invented.err
    found = desk.ask("review", "finding", review_id, *finding("2万元以下罚款"), login="gu")
    wrong = ("review", "conclude", review_id, "--conclusion", "审查通过")
    assert desk.run(*wrong, login="gu").code == 3
    assert desk.run("review", "conclude", review_id, login="gu").code == 2
    done = desk.ask("review", "conclude", review_id, "--request", "修改第十一条", login="gu")
    assert (done["conclusion"], done["concluded_date"]) == ("concluded_defect", "2026-09-16")
    late = desk.run("review", "withdraw", found["finding_id"], "--reason", "误", login="gu")
    assert late.code == 3
    opinion = desk.ask(
        "letter", "issue", "备案审查意见书", review_id, "--out", tmp_path, login="gu"
    )
    assert opinion["letter_number"] == "云司备审〔2026〕1号"


def test_a_withdrawn_finding_no_longer_counts(desk: Desk) -> None:
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    review_id = desk.ask("review", "open", filing_id, login="gu")["review_id"]
    found = desk.ask("review", "finding", review_id, *finding("2万元以下罚款"), login="gu")
    desk.ask("review", "withdraw", found["finding_id"], "--reason", "引用有误", login="gu")
    assert desk.ask("review", "conclude", review_id, login="gu")["conclusion"] == "concluded_ok"
    shown = desk.run("show", review_id, "--kind", "审查").out
    assert "已撤回：引用有误" in shown


def test_a_document_may_be_reviewed_without_filing(desk: Desk) -> None:
    document_id = desk.register_parking()
    line = ("review", "open", "--document", document_id, "--trigger", "专项审查")
    assert desk.ask(*line, login="gu")["due_date"] == "2026-10-16"
    assert desk.run(*line, login="gu").code == 3
