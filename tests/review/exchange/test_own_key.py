"""The office's key is made once, stays its owner's, and its card cannot be altered."""

import json
import stat
import sys
from pathlib import Path

import pytest

from models.domain.exchange import OfficeCard
from review.exchange.errors import CardUnreadableError, KeyPasswordError, OwnKeyDamagedError
from review.exchange.office_card import read_card, write_card
from review.exchange.own_key import KEY_FILE, KEY_FOLDER, lock_own_key, own_key, public_key_of

NAME = "云溪县司法局"


def card_of(folder: Path) -> Path:
    file = folder / "云溪县司法局.ndkey"
    file.write_bytes(write_card(NAME, own_key(folder)))
    return file


def test_the_key_is_made_at_first_use_and_stays_the_same(tmp_path: Path) -> None:
    made = public_key_of(own_key(tmp_path))
    assert public_key_of(own_key(tmp_path)) == made
    assert public_key_of(own_key(tmp_path / "another")) != made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights by folder")
def test_nobody_else_may_read_the_key(tmp_path: Path) -> None:
    own_key(tmp_path)
    file = tmp_path / KEY_FOLDER / KEY_FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_locked_key_opens_with_its_password_only(tmp_path: Path) -> None:
    made = public_key_of(own_key(tmp_path))
    lock_own_key(tmp_path, "清风明月")
    for wrong in ("", "明月清风"):
        with pytest.raises(KeyPasswordError):
            own_key(tmp_path, wrong)
    assert public_key_of(own_key(tmp_path, "清风明月")) == made
    lock_own_key(tmp_path, "", "清风明月")
    assert public_key_of(own_key(tmp_path)) == made


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"-----BEGIN PRIVATE KEY-----\n"])
def test_a_damaged_key_is_told_and_not_replaced(tmp_path: Path, content: bytes) -> None:
    own_key(tmp_path)
    file = tmp_path / KEY_FOLDER / KEY_FILE
    file.write_bytes(content)
    with pytest.raises(OwnKeyDamagedError):
        own_key(tmp_path)
    assert file.read_bytes() == content


def test_a_card_says_who_it_is_of(tmp_path: Path) -> None:
    card = read_card(card_of(tmp_path))
    assert card == OfficeCard(NAME, public_key_of(own_key(tmp_path)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("office_name", "柳渡镇司法所"),
        ("office_name", ""),
        ("public_key", "5c" * 32),
        ("public_key", "5c"),
        ("public_key", "云溪"),
        ("signature", ""),
        ("format", "another"),
        ("more", "1"),
    ],
)
def test_an_altered_card_is_refused(tmp_path: Path, field: str, value: str) -> None:
    file = card_of(tmp_path)
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {field: value}), "utf-8")
    with pytest.raises(CardUnreadableError):
        read_card(file)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b"{" * 100_000])
def test_what_is_no_card_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.ndkey"
    file.write_bytes(content)
    with pytest.raises(CardUnreadableError):
        read_card(file)
    with pytest.raises(CardUnreadableError):
        read_card(tmp_path / "missing.ndkey")
