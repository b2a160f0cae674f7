"""Own documents are filed upward by commands: what is missing, the bundle, the answers."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.ui.commands.desk import PARKING, Answer, Desk

CITY, CONGRESS = "市人民政府", "县人民代表大会常务委员会"
NOTICE = "云溪县人民政府关于印发《云溪县城镇公共停车场管理办法》的通知"
INNER = str.maketrans("《》", "〈〉")
SIGNED = ("--set", "签发人=唐守正", "--checked")
TO_CITY = ("--set", "主送机关=南屏市人民政府", *SIGNED)


def publish(desk: Desk, document_id: int, day: str) -> None:
    """Print and publish a document on a day."""
    for kind, medium in (("印发", "纸质公文"), ("公布", "县政府网站")):
        desk.ask("issue", document_id, "--kind", kind, "--date", day, "--medium", medium)


@pytest.fixture
def published(desk: Desk) -> int:
    """Return the id of a document published on 1 September 2026."""
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    publish(desk, document_id, "2026-09-01")
    return document_id


def write_statement(desk: Desk, document_id: int) -> None:
    """Keep the statement of a document."""
    desk.ask("file", "statement", document_id, "--necessity", "停车难。", "--content", "共十条。")


def bundle(desk: Desk, document_id: int, to: str, out: Path) -> dict[str, Any]:
    """Write the bundle of a document that has its statement."""
    extra = TO_CITY if to == CITY else SIGNED
    return desk.ask("file", "bundle", document_id, "--to", to, "--out", out, *extra)


def listed(desk: Desk, *words: object) -> list[dict[str, Any]]:
    """Return what the list of filings upward holds."""
    answer: Answer = desk.type("--register", desk.folder, "--json", "file", "list", *words)
    return answer.objects


def test_a_published_document_is_due_to_each_recipient_of_the_profile(
    desk: Desk, published: int
) -> None:
    rows = listed(desk)
    assert {one["recipient_title"] for one in rows} == {CITY, CONGRESS}
    assert {one["due_date"] for one in rows} == {"2026-09-16"}
    out = desk.run("file", "list").out
    assert "今天" in out
    assert "2026-09-01" in desk.run("file", "show", published, "--to", CITY).out


def test_what_is_missing_is_named_before_anything_is_written(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    told = desk.ask("file", "show", published, "--to", CITY)
    assert told["missing"] == ["filing_report", "filing_statement"]
    refused = desk.run("file", "bundle", published, "--to", CITY, "--out", tmp_path, *TO_CITY)
    assert refused.code == 3
    assert "备案说明" in refused.err
    assert list(tmp_path.glob("*.zip")) == []


def test_with_a_reason_it_goes_out_incomplete_and_the_list_says_so(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    reason = ("--reason", "说明三日内补报。")
    out = (published, "--to", CITY, "--out", tmp_path)
    written = desk.ask("file", "bundle", *out, *TO_CITY, *reason)
    assert "备案说明" not in [one["name"] for one in written["papers"]]
    desk.ask("file", "sent", published, "--to", CITY, *reason)
    assert "说明三日内补报。" in desk.run("file", "show", published, "--to", CITY).out


def test_a_bundle_holds_every_paper_numbered_and_its_zip_the_same(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    # Given a document with its statement
    write_statement(desk, published)
    # When its bundle is written
    written = bundle(desk, published, CITY, tmp_path)
    # Then report, text, statement and form lie there under their places, and the text untouched
    folder = Path(written["folder"])
    names = sorted(one.name for one in folder.iterdir())
    assert [one["name"] for one in written["papers"]] == [
        "备案报告",
        f"《{NOTICE.translate(INNER)}》正式文本",
        "备案说明",
        "电子文本",
        "报送备案登记表",
    ]
    assert names[:2] == ["00报备材料目录.docx", "00报备材料目录.pdf"]
    assert (folder / "02正式文本.docx").read_bytes() == PARKING.read_bytes()
    with ZipFile(written["zip"]) as archive:
        assert sorted(Path(one).name for one in archive.namelist()) == names
    # And the report is issued once: written again it keeps its number
    again = bundle(desk, published, CITY, tmp_path)
    assert again["report_number"] == written["report_number"]


def test_each_recipient_has_a_report_of_its_own(desk: Desk, published: int, tmp_path: Path) -> None:
    write_statement(desk, published)
    to_city = bundle(desk, published, CITY, tmp_path)
    assert desk.ask("file", "show", published, "--to", CONGRESS)["missing"] == ["filing_report"]
    to_congress = bundle(desk, published, CONGRESS, tmp_path)
    assert to_city["report_number"] != to_congress["report_number"]
    assert to_city["folder"] != to_congress["folder"]


def test_a_filing_is_led_to_its_end_and_stays_late(
    desk: Desk, published: int, tmp_path: Path
) -> None:
    write_statement(desk, published)
    bundle(desk, published, CITY, tmp_path)
    to = (published, "--to", CITY)
    desk.ask("file", "sent", *to, "--way", "专人报送")
    desk.ask("file", "received", *to)
    demand = ("--content", "缺少制定依据。", "--until", "2026-09-30")
    asked = desk.ask("file", "supplement-demanded", *to, *demand)
    assert asked["next_due_date"] == "2026-09-30"
    desk.ask("file", "supplemented", *to)
    desk.ask("file", "registered", *to, "--number", "南备〔2026〕9号")
    desk.ask("file", "result", *to, "--content", "没有发现问题。")
    closed = desk.ask("file", "close", *to, "--reason", "审查结果已收到")
    assert (closed["state"], closed["is_late"]) == ("closed", False)
    assert CITY not in {one["recipient_title"] for one in listed(desk)}
    assert CITY in {one["recipient_title"] for one in listed(desk, "--all")}


def test_a_late_filing_is_told_in_list_and_answer(desk: Desk) -> None:
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    publish(desk, document_id, "2026-08-01")
    sent = ("--report-number", "云政规备字〔2026〕1号", "--reason", "先报文本。")
    row = desk.ask("file", "sent", document_id, "--to", CITY, *sent)
    # 1 August + 15 days is Sunday the 16th: the last day is Monday the 17th
    assert (row["due_date"], row["is_late"], row["days_late"]) == ("2026-08-17", True, 30)
    assert "迟报 2 件" in desk.run("file", "list").out


def test_a_recipient_that_is_none_is_refused_with_the_names(desk: Desk, published: int) -> None:
    refused = desk.run("file", "show", published, "--to", "省人民政府")
    assert refused.code == 2
    assert CITY in refused.err
    assert desk.run("file", "show", published).code == 2
    assert desk.run("file", "show", 999, "--to", CITY).code == 2


def test_the_fields_come_in_the_order_of_the_recipient(desk: Desk, published: int) -> None:
    fields = desk.run("file", "fields", published, "--to", CONGRESS).out.splitlines()
    assert fields[0] == f"文件名称\t{NOTICE}"
    city = desk.run("file", "fields", published, "--to", CITY).out.splitlines()
    assert city[0] == "报送机关\t云溪县人民政府"


def test_a_statement_is_proposed_from_the_text_and_kept_once_written(
    desk: Desk, published: int
) -> None:
    proposed = desk.ask("file", "statement", published)["statement"]
    assert proposed["necessity"].startswith("为了")
    assert "条" in proposed["main_content"]
    desk.ask("file", "statement", published, "--content", "规定泊位设置和收费。")
    kept = desk.ask("file", "statement", published)["statement"]
    assert (kept["necessity"], kept["main_content"]) == (
        proposed["necessity"],
        "规定泊位设置和收费。",
    )


def test_an_older_document_is_listed_by_hand_once_published(desk: Desk) -> None:
    document_id = desk.register_parking()
    refused = desk.run("file", "up", document_id)
    assert refused.code == 3
    assert "还没有公布" in refused.err
