"""Files are answered for one by one, in order, the unreadable ones too."""

from pathlib import Path

from tests.ui.commands.desk import PARKING, ROADS, Desk


def test_files_are_answered_in_the_order_given(desk: Desk) -> None:
    answer = desk.type("--json", "read", ROADS, PARKING)
    assert answer.code == 0
    assert [one["file"] for one in answer.objects] == [ROADS.name, PARKING.name]
    fields = answer.objects[1]["fields"]
    assert fields["document_number"]["value"] == "云政规〔2026〕2号"
    assert fields["adopted_date"] == fields["adopted_date"] | {
        "value": "2026-03-26",
        "certain": True,
    }


def test_a_file_that_cannot_be_read_keeps_its_place(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "坏文件.docx"
    broken.write_bytes(b"PK\x03\x04 cut short")
    answer = desk.type("--json", "read", broken, tmp_path / "没有.txt", PARKING)
    assert answer.code == 2
    first, second, third = answer.objects
    assert first["error"]["code"].startswith("reading.")
    assert second["error"]["code"] == "reading.file_missing"
    assert (first["fields"], second["fields"]) == ({}, {})
    assert third["fields"]["title"]["value"]


def test_a_person_reads_what_was_found_and_how_sure_it_is(desk: Desk) -> None:
    answer = desk.type("read", PARKING)
    assert "发文字号：云政规〔2026〕2号（确定）" in answer.out


def test_reading_needs_no_register(desk: Desk, tmp_path: Path) -> None:
    answer = desk.type("--register", tmp_path / "nowhere", "read", PARKING)
    assert answer.code == 0
    assert not (tmp_path / "nowhere").exists()


def test_the_answer_tells_how_far_the_reading_can_be_trusted(desk: Desk) -> None:
    told = desk.type("--json", "read", PARKING).objects[0]["fidelity"]
    assert set(told) == {"grade", "method", "contents", "lines"}
    assert told["method"] == "own_reader"
    assert told["contents"]["paragraphs"] > 10
    for line in told["lines"]:
        assert set(line) == {"kind", "severity", "text", "places"}


def test_a_person_reads_how_the_file_was_read(desk: Desk) -> None:
    assert "（docx，按文件内容直接读取，" in desk.type("read", PARKING).out
