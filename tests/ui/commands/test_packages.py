"""Offices exchange cards and packages by commands."""

from pathlib import Path

from tests.ui.commands.desk import Desk


def test_the_card_of_an_office_is_written_and_trusted_by_its_fingerprint(
    desk: Desk, tmp_path: Path
) -> None:
    # Given the card of an office and the fingerprint its people read out
    card = tmp_path / "云溪县司法局.ndkey"
    told = desk.ask("package", "key", "--out", card)
    assert card.exists()
    # When it is trusted with those digits
    desk.ask("package", "trust", card, "--fingerprint", told["fingerprint"], login="tang")
    # Then it stands in the list, until it is distrusted
    row = desk.ask("package", "senders")
    assert (row["office_name"], row["fingerprint"]) == ("云溪县司法局", told["fingerprint"])
    desk.ask("package", "distrust", row["id"], "--reason", "更换电脑", login="tang")
    assert desk.ask("package", "senders")["distrusted_reason"] == "更换电脑"


def test_other_digits_are_refused_with_what_to_do(desk: Desk, tmp_path: Path) -> None:
    card = tmp_path / "a.ndkey"
    desk.ask("package", "key", "--out", card)
    answer = desk.run("package", "trust", card, "--fingerprint", "00000", login="tang")
    assert answer.code == 2
    assert "逐组核对" in answer.err


def test_a_key_with_a_password_asks_for_it(desk: Desk, tmp_path: Path) -> None:
    password = tmp_path / "口令.txt"
    password.write_text("清风明月\n", encoding="utf-8")
    told = desk.ask("package", "key")
    assert "设置口令" in desk.run("package", "lock", "--new-password-file", password).out
    assert desk.run("package", "key").code == 2
    opened = desk.run("package", "key", "--key-password-file", password)
    assert told["fingerprint"] in opened.out
    assert "取消口令" in desk.run("package", "lock", "--key-password-file", password).out
