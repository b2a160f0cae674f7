"""Whose packages are taken is decided by a person who compared the fingerprint."""

import pytest

from models.acts.exchange_refusals import (
    FingerprintDiffersError,
    SenderDistrustedError,
    SenderTrustedError,
)
from models.acts.performing import NotPermittedError
from models.acts.refusals import FieldEmptyError, RecordMissingError
from models.acts.trusted_senders import distrust_sender, trust_sender
from models.domain.exchange import OfficeCard, fingerprint_of
from models.queries.trail import verify_trail
from models.queries.trusted_senders import sender_with_key, trusted_sender_rows
from tests.models.office import ADMINISTRATOR, CLERK, HEAD, TODAY, order

TOWN = OfficeCard("柳渡镇司法所", "5c" * 32)
DIGITS = fingerprint_of(TOWN.public_key)


def test_a_fingerprint_is_eight_groups_of_five_digits_and_differs_by_key() -> None:
    groups = DIGITS.split(" ")
    assert [len(group) for group in groups] == [5] * 8
    assert DIGITS.replace(" ", "").isdigit()
    assert fingerprint_of("5d" * 32) != DIGITS


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("typed", [DIGITS, DIGITS.replace(" ", ""), DIGITS.replace(" ", "-")])
def test_an_office_is_trusted_when_its_digits_were_typed_however_grouped(typed: str) -> None:
    trust_sender(order(HEAD), TOWN, typed)
    found = sender_with_key(TOWN.public_key)
    assert found is not None
    assert (found.office_name, found.is_trusted, found.trusted_date) == (
        TOWN.office_name,
        True,
        TODAY,
    )
    assert (found.trusted_by, found.fingerprint) == ("唐守正", DIGITS)
    assert verify_trail().is_sound


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("typed", ["", DIGITS[:-1], DIGITS[:-1] + "x", fingerprint_of("5d" * 32)])
def test_other_digits_trust_nobody(typed: str) -> None:
    with pytest.raises(FingerprintDiffersError):
        trust_sender(order(HEAD), TOWN, typed)
    assert trusted_sender_rows() == []


@pytest.mark.usefixtures("register")
def test_only_the_head_trusts_and_distrusts() -> None:
    for other in (CLERK, ADMINISTRATOR):
        with pytest.raises(NotPermittedError):
            trust_sender(order(other), TOWN, DIGITS)
    sender_id = trust_sender(order(HEAD), TOWN, DIGITS)
    for other in (CLERK, ADMINISTRATOR):
        with pytest.raises(NotPermittedError):
            distrust_sender(order(other), sender_id, "更换电脑")


@pytest.mark.usefixtures("register")
def test_a_key_is_trusted_once_until_it_is_distrusted() -> None:
    # Given a trusted office
    sender_id = trust_sender(order(HEAD), TOWN, DIGITS)
    with pytest.raises(SenderTrustedError):
        trust_sender(order(HEAD), TOWN, DIGITS)
    # When it is distrusted for a reason
    with pytest.raises(FieldEmptyError):
        distrust_sender(order(HEAD), sender_id, " ")
    distrust_sender(order(HEAD), sender_id, "电脑遗失")
    # Then it is not trusted, not distrusted again, and may be trusted anew
    found = sender_with_key(TOWN.public_key)
    assert found is not None
    assert not found.is_trusted
    with pytest.raises(SenderDistrustedError):
        distrust_sender(order(HEAD), sender_id, "电脑遗失")
    trust_sender(order(HEAD), TOWN, DIGITS)
    again = sender_with_key(TOWN.public_key)
    assert again is not None
    assert again.is_trusted
    assert [row.distrusted_reason for row in trusted_sender_rows()] == ["电脑遗失", ""]


@pytest.mark.usefixtures("register")
def test_a_card_without_a_name_and_a_sender_that_is_not_there_are_refused() -> None:
    with pytest.raises(FieldEmptyError):
        trust_sender(order(HEAD), OfficeCard(" ", TOWN.public_key), DIGITS)
    with pytest.raises(RecordMissingError):
        distrust_sender(order(HEAD), 7, "电脑遗失")
