"""A folder is imported from the command line: read, listed, decided, registered, taken up again."""

from pathlib import Path

import pytest

from tests.review.folder_import.office_folder import fictional_text, write_text
from tests.ui.commands.desk import Desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three documents, a copy, and a file that nobody can read."""
    place = tmp_path / "旧文件"
    place.mkdir()
    for number in range(3):
        write_text(place / f"{number}.docx", fictional_text(number)[1])
    write_text(place / "复件 1.docx", fictional_text(1)[1])
    (place / "打包.zip").write_bytes(b"PK")
    return place


def test_a_folder_is_read_and_nothing_is_registered(desk: Desk, folder: Path) -> None:
    told = desk.ask("import", "folder", folder)

    assert told["is_finished"]
    assert (told["done"], told["total"]) == (5, 5)
    assert told["counts"] == {"ready": 3, "unreadable": 1}
    assert desk.count() == 0


def test_what_is_ready_is_registered_as_historic_when_confirmed(desk: Desk, folder: Path) -> None:
    told = desk.ask("import", "folder", folder, "--confirm-ready")

    assert told["counts"] == {"unreadable": 1, "registered": 3}
    listed = desk.type("--register", desk.folder, "--json", "list", "documents").objects
    assert {row["origin"] for row in listed} == {"historic"}
    assert {row["document_number"] for row in listed} == {
        "云政规〔2006〕1号",
        "云政规〔2007〕2号",
        "云政规〔2008〕3号",
    }


def test_confirming_a_second_time_registers_nothing_more(desk: Desk, folder: Path) -> None:
    batch = desk.ask("import", "folder", folder, "--confirm-ready")["batch"]

    desk.ask("import", "folder", "--resume", batch, "--confirm-ready")

    assert desk.count() == 3


def test_the_same_folder_again_is_known_to_the_register(desk: Desk, folder: Path) -> None:
    desk.ask("import", "folder", folder, "--confirm-ready")

    told = desk.ask("import", "folder", folder)

    assert told["counts"] == {"duplicate": 3, "unreadable": 1}


def test_an_item_is_set_aside_with_its_reason_only(desk: Desk, folder: Path) -> None:
    batch = desk.ask("import", "folder", folder)["batch"]
    again = ("import", "folder", "--resume", batch)

    refused = desk.run(*again, "--set-aside", "1")
    told = desk.ask(*again, "--set-aside", "1", "--reason", "不是本县文件", "--confirm-ready")

    assert refused.code == 2
    assert told["counts"]["set_aside"] == 1
    assert desk.count() == 2


def test_a_body_is_named_once_for_all_its_documents(desk: Desk, folder: Path) -> None:
    text = fictional_text(5)[1].replace("云溪县人民政府", "云溪县蚕桑局")
    write_text(folder / "蚕桑.docx", text)
    first = desk.run("import", "folder", folder)
    batch = first.out.split("：", 1)[0].split()[-1]

    told = desk.ask(
        "import", "folder", "--resume", batch, "--body", "云溪县蚕桑局=县政府", "--confirm-ready"
    )

    assert "名册中没有“云溪县蚕桑局”（1 项）" in first.out
    assert told["counts"] == {"unreadable": 1, "registered": 4}


def test_the_list_names_every_item_and_its_files(desk: Desk, folder: Path) -> None:
    batch = desk.ask("import", "folder", folder)["batch"]

    answer = desk.run("import", "folder", "--resume", batch, "--list")
    items = desk.type(
        *("--register", desk.folder, "--as", "xu", "--json"),
        *("import", "folder", "--resume", batch, "--list"),
    ).objects[:-1]

    assert "压缩包" in answer.out
    assert sorted(name for one in items for file in one["files"] for name in [file["file"]]) == [
        "0.docx",
        "1.docx",
        "2.docx",
        "打包.zip",
    ]
    assert [one["copies"] for item in items for one in item["files"]].count(["复件 1.docx"]) == 1


def test_batches_are_listed_when_no_folder_is_named(desk: Desk, folder: Path) -> None:
    batch = desk.ask("import", "folder", folder)["batch"]

    assert batch in desk.run("import", "folder").out


def test_an_unknown_batch_is_refused(desk: Desk) -> None:
    answer = desk.run("import", "folder", "--resume", "20200101-000000-aaaa")

    assert answer.code == 2
    assert "没有批号" in answer.err


def test_files_are_added_to_a_record_that_has_none(desk: Desk, folder: Path) -> None:
    title = "云溪县人民政府关于印发《云溪县公共停车场建设管理办法》的通知"
    desk.ask(
        *("history", "--set", f"title={title}", "--set", "issuing_body=县政府"),
        *("--set", "document_number=云政规〔2006〕1号", "--confirm"),
    )
    batch = desk.ask("import", "folder", folder)

    told = desk.ask("import", "folder", "--resume", batch["batch"], "--confirm-supplements")

    assert batch["counts"]["supplement"] == 1
    assert told["counts"]["registered"] == 1
    assert desk.count() == 1
