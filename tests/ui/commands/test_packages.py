"""Offices exchange cards and packages by commands."""

from pathlib import Path

from models.domain.exchange import fingerprint_of
from review.exchange.office_card import write_card
from review.exchange.opening import open_package_file
from review.exchange.own_key import own_key, public_key_of
from tests.ui.commands.desk import PARKING, Desk


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


def test_documents_are_packed_for_a_trusted_office_only(desk: Desk, tmp_path: Path) -> None:
    # Given a document, and the card of another office
    document_id = desk.register_parking()
    file = tmp_path / "报备包.ndpkg"
    stranger = desk.run("package", "export", document_id, "--to", "云江市司法局", "--out", file)
    assert stranger.code == 2
    assert not file.exists()
    other = own_key(tmp_path / "another")
    card = tmp_path / "云江市司法局.ndkey"
    card.write_bytes(write_card("云江市司法局", other))
    digits = fingerprint_of(public_key_of(other))
    desk.ask("package", "trust", card, "--fingerprint", digits, login="tang")
    # When it is packed for that office
    sent = desk.ask("package", "export", document_id, "--to", "云江市司法局", "--out", file)
    # Then the file is a package of it
    opened = open_package_file(file)
    assert opened.content.head.package_id == sent["package_id"]
    assert opened.content.filings[0].files[0].original_name == PARKING.name
