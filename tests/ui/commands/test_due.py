"""One command lists everything that is due."""

from pathlib import Path

from tests.review.letters.papers import docx_words, page_texts
from tests.ui.commands.desk import Desk

ROADS, FARMS = "云溪县交通运输局", "云溪县农业农村局"


def historic(desk: Desk, number: int, until: str, unit: str = ROADS) -> int:
    """Enter a document from the past whose term ends on a day, and return its id."""
    facts = (
        f"title=云溪县第{number}类事项管理办法",
        "issuing_body=县政府",
        f"document_number=云政发〔2021〕{number}号",
        f"drafting_unit={unit}",
        "published_date=2021-10-01",
        "effective_date=2021-10-01",
        f"validity_term={until}",
    )
    line = ["history", *(part for fact in facts for part in ("--set", fact)), "--confirm"]
    return int(desk.ask(*line)["document_id"])


def test_the_list_names_what_until_when_by_whom_and_why(desk: Desk) -> None:
    document_id = historic(desk, 7, "2027-03-31")
    (row,) = desk.type("--register", desk.folder, "--json", "due").objects
    assert (row["kind"], row["document_id"], row["unit"]) == ("evaluation", document_id, ROADS)
    assert (row["due_date"], row["days_left"]) == ("2026-09-30", 14)
    assert row["derivation"].startswith("有效期届满 2027-03-31，届满前 6 个月 = 2026-09-30，周三")
    assert row["document_number"] == "云政发〔2021〕7号"


def test_the_list_reaches_as_far_as_asked_and_dates_of_filings_stand_in_it(desk: Desk) -> None:
    historic(desk, 7, "2027-03-31")
    desk.receive_housing()

    def kinds(*words: object) -> list[str]:
        answer = desk.type("--register", desk.folder, "--json", "due", *words)
        return [row["kind"] for row in answer.objects]

    assert kinds("--within", 13) == ["formal_check"]
    assert kinds("--within", 14) == ["formal_check", "evaluation"]
    assert kinds("--within", 110) == ["formal_check", "evaluation", "reminder"]
    assert kinds("--within", 110, "--unit", "交通") == ["evaluation", "reminder"]


def test_a_person_reads_the_rows_and_how_many_there_are(desk: Desk) -> None:
    historic(desk, 7, "2026-10-20", FARMS)
    answer = desk.run("due", "--within", 40)
    assert "开展评估（另有 1 步逾期）" in answer.out
    assert "已超 149 天" in answer.out
    assert "有效期届满" in answer.out
    assert "已逾期 1 项" in answer.out


def test_the_list_is_saved_as_calendar_and_as_workbook(desk: Desk, tmp_path: Path) -> None:
    historic(desk, 7, "2027-03-31")
    calendar, workbook = tmp_path / "到期.ics", tmp_path / "到期.xlsx"
    assert desk.run("due", "--ics", calendar, "--xlsx", workbook).code == 0
    assert "DTSTART;VALUE=DATE:20260930" in calendar.read_text(encoding="utf-8")
    assert workbook.stat().st_size > 1000
    assert desk.run("due", "--ics", tmp_path / "没有" / "到期.ics").code == 1


def test_the_list_is_saved_as_a_paper_that_says_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    historic(desk, 7, "2027-03-31")
    paper, word = tmp_path / "到期.pdf", tmp_path / "到期.docx"
    assert desk.run("due", "--unit", "交通", "--pdf", paper, "--docx", word).code == 0
    (words,) = page_texts(paper.read_bytes())
    assert "共1项，单位名称中有“交通”，已逾期和30天内到期的" in words
    assert "还有14天" in words
    assert "2027年3月31日" in docx_words(word.read_bytes())


def test_when_nothing_is_due_that_is_said(desk: Desk) -> None:
    assert "没有到期的事项" in desk.run("due").out


def test_a_number_of_days_that_is_none_is_bad_input(desk: Desk) -> None:
    assert desk.run("due", "--within", "-3").code == 2
