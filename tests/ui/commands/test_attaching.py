"""A file is added to a registered document on the command line, after it was looked at."""

from pathlib import Path

from tests.ui.commands.desk import EVIDENCE, PARKING, WAGES, Desk


def registered(desk: Desk) -> int:
    answer = desk.ask("register", PARKING, *EVIDENCE, "--confirm")
    return int(answer["document_id"])


def files_of(desk: Desk, document_id: int) -> list[str]:
    return [file["original_name"] for file in desk.ask("show", document_id)["files"]]


def test_without_confirmation_a_file_is_only_looked_at(desk: Desk) -> None:
    document_id = registered(desk)
    answer = desk.run("attach", document_id, WAGES)
    assert "与这条记录不同" in answer.out
    assert "--confirm" in answer.out
    assert files_of(desk, document_id) == [PARKING.name]


def test_a_confirmed_file_is_added_as_its_last_and_the_trail_knows(desk: Desk) -> None:
    document_id = registered(desk)
    answer = desk.ask("attach", document_id, WAGES, "--role", "附件", "--confirm")
    assert (answer["role"], answer["is_saved"]) == ("attachment", True)
    assert files_of(desk, document_id) == [PARKING.name, WAGES.name]
    assert desk.run("audit", "verify").code == 0


def test_the_same_file_is_told_and_refused(desk: Desk) -> None:
    document_id = registered(desk)
    assert "已经有同一个文件" in desk.run("attach", document_id, PARKING).out
    assert desk.run("attach", document_id, PARKING, "--confirm").code == 3


def test_a_file_without_words_is_added_all_the_same(desk: Desk, tmp_path: Path) -> None:
    document_id = registered(desk)
    torn = tmp_path / "破损.docx"
    torn.write_bytes(b"PK\x03\x04torn")
    answer = desk.run("attach", document_id, torn, "--confirm")
    assert "没有读出文字" in answer.out
    assert files_of(desk, document_id)[-1] == torn.name


def test_a_document_or_a_role_that_is_not_there_is_refused(desk: Desk) -> None:
    document_id = registered(desk)
    assert desk.run("attach", 99, WAGES, "--confirm").code == 2
    assert desk.run("attach", document_id, WAGES, "--role", "别的").code == 2
    assert desk.run("attach", document_id, "没有.docx").code == 2
