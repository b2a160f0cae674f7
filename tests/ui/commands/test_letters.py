"""Letters on the command line: looked at, delivered, verified, logged."""

import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook

from tests.ui.commands.desk import Desk


def issued(desk: Desk, folder: Path) -> dict[str, object]:
    """Issue the receipt of a registered filing."""
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    answer: dict[str, object] = desk.ask("letter", "issue", "备案回执", filing_id, "--out", folder)
    return answer


def paper(answer: dict[str, object], suffix: str) -> Path:
    """Return the paper of an issued letter in one format."""
    papers = answer["papers"]
    assert isinstance(papers, list)
    return next(Path(one) for one in papers if one.endswith(suffix))


def test_a_letter_is_looked_at_without_being_issued(desk: Desk) -> None:
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    assert "没有发现问题" in desk.run("letter", "check", "备案回执", filing_id).out
    desk.run("settings", "set", "contact_phone=", login="fang")
    answer = desk.run("letter", "check", "备案回执", filing_id)
    assert "请核对　没有填写“联系电话”" in answer.out
    assert desk.count("letters") == 0


def test_what_is_to_be_looked_at_stops_the_letter_until_somebody_has(
    desk: Desk, tmp_path: Path
) -> None:
    filing_id = desk.receive_housing()
    desk.ask("accept", filing_id)
    desk.run("settings", "set", "contact_phone=", login="fang")
    line = ("letter", "issue", "备案回执", filing_id, "--out", tmp_path)
    refused = desk.run(*line)
    assert refused.code == 3
    assert "联系电话" in refused.err
    assert desk.ask(*line, "--checked")["letter_number"] == "云司备回〔2026〕1号"


def test_a_paper_is_verified_by_its_code_and_by_its_file(desk: Desk, tmp_path: Path) -> None:
    answer = issued(desk, tmp_path)
    by_code = desk.run("letter", "verify", answer["check_code"])
    assert by_code.code == 0
    assert "查到该文书" in by_code.out
    assert "云司备回〔2026〕1号" in by_code.out
    by_file = desk.ask("letter", "verify", paper(answer, ".pdf"))
    assert (by_file["verdict"], by_file["letter_id"]) == ("identical", answer["letter_id"])


def test_a_mistyped_code_and_one_of_elsewhere_are_told(desk: Desk, tmp_path: Path) -> None:
    code = str(issued(desk, tmp_path)["check_code"])
    wrong = ("2" if code[0] != "2" else "3") + code[1:]
    mistyped = desk.run("letter", "verify", wrong)
    assert mistyped.code == 2
    assert "核验码录入有误" in mistyped.err
    assert "不是本登记簿的文书" in desk.run("letter", "verify", "00000-00000").out


def test_a_changed_paper_is_told_with_what_was_changed(desk: Desk, tmp_path: Path) -> None:
    word = paper(issued(desk, tmp_path), ".docx")
    changed = tmp_path / "改过.docx"
    with zipfile.ZipFile(word) as source, zipfile.ZipFile(changed, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            target.writestr(part, content.replace("柳政发".encode(), "云政发".encode()))
    answer = desk.run("letter", "verify", changed)
    assert "不相符" in answer.out
    assert "“发文字号”" in answer.out


def test_a_withdrawn_letter_says_so_when_it_is_verified(desk: Desk, tmp_path: Path) -> None:
    answer = issued(desk, tmp_path)
    desk.ask("letter", "withdraw", answer["letter_id"], "--reason", "抬头有误", login="tang")
    told = desk.run("letter", "verify", answer["check_code"]).out
    assert "已撤回" in told
    assert "抬头有误" in told


def test_the_log_tells_every_letter_with_its_delivery(desk: Desk, tmp_path: Path) -> None:
    answer = issued(desk, tmp_path)
    line = ("letter", "deliver", answer["letter_id"], "--date", "2026-09-16")
    desk.ask(*line, "--by", "直接送达", "--signed", "沈砚")
    row = desk.ask("letter", "log", "--year", "2026")
    assert row["deliveries"][0]["received_by"] == "沈砚"
    target = tmp_path / "发文.xlsx"
    desk.ask("letter", "log", "--year", "2026", "--out", target)
    book = CalamineWorkbook.from_path(str(target))
    cells = book.get_sheet_by_index(0).to_python()[1]
    assert cells[0] == "云司备回〔2026〕1号"
    assert "直接送达" in str(cells[9])


def test_the_log_is_printed(desk: Desk, tmp_path: Path) -> None:
    issued(desk, tmp_path)
    target = tmp_path / "发文.pdf"
    answer = desk.ask("letter", "log", "--out", target)
    assert answer["count"] == 1
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.run("letter", "log", "--out", tmp_path / "发文.odt").code == 2


def test_a_letter_that_names_no_citizen_has_no_copy_without_personal_data(
    desk: Desk, tmp_path: Path
) -> None:
    letter_id = issued(desk, tmp_path)["letter_id"]
    answer = desk.run("letter", "copy", letter_id, "--out", tmp_path)
    assert answer.code == 2
    assert "不是写给公民的文书" in answer.err
