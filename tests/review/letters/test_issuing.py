"""Letters are issued when nothing stands against them, alone or many in one go, none twice."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from models.acts.letters import IssuedLetter, Press, Pressed, withdraw_letter
from models.acts.receive_filing import receive_filing
from models.acts.refusals import LetterExistsError
from models.domain.records import IntakeEntry
from models.domain.terms import LetterSeries
from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.queries.numbers import numbers_report
from models.queries.trail import trail_of
from models.register import Register
from review.letters.drafting.filing_in import propose_receipt
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.issuing import (
    LookAgainError,
    MustChangeError,
    issue_checked,
    issue_in_one_go,
)
from review.letters.preflight.preflight import preflight
from review.letters.press import press_into
from tests.models.office import (
    HEAD,
    MATERIALS,
    NOON,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    filed_document,
    order,
    receive_one,
)


class PowerCutError(Exception):
    """The program of this test ends in the middle."""


@pytest.fixture
def press(register: Register) -> Press:
    """Return the press of receipts."""
    return press_into(register.letters, LetterSeries.FILING_RECEIPT, ("pdf",))


@pytest.fixture
def proposed(register: Register) -> ProposedLetter:  # noqa: ARG001 -- opens the register
    """Return the receipt of a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    return propose_receipt(filing_id, TODAY)


def proposals(amount: int) -> tuple[ProposedLetter, ...]:
    """Return the receipts of so many registered filings."""
    body_id = add_body(TOWN)
    letters = []
    for place in range(1, amount + 1):
        document = replace(
            filed_document(body_id),
            title=f"柳渡镇第{place}类事项管理规定",
            document_number=f"柳政发〔2026〕{100 + place}号",
            files=(),
        )
        intake = IntakeEntry(body_id, TODAY, "窗口递交", materials=MATERIALS, document=document)
        filing_id = receive_filing(order(), intake)
        accept_one(filing_id)
        letters.append(propose_receipt(filing_id, TODAY))
    return tuple(letters)


def numbers() -> list[str]:
    """Return the numbers of all letters, the first one first."""
    return [letter_page(one).letter_number for one in sorted(letter_ids(LetterFilter()))]


def test_a_letter_nothing_is_wrong_with_is_issued(proposed: ProposedLetter, press: Press) -> None:
    assert preflight(proposed, TODAY) == ()
    issued = issue_checked(order(), proposed, press)
    assert issued.letter_number == "云司备回〔2026〕1号"


def test_what_must_be_changed_stops_the_letter_and_takes_no_number(
    proposed: ProposedLetter, press: Press
) -> None:
    wrong = proposed.changed({"document_title": "柳渡镇农村住房管理规定"})
    with pytest.raises(MustChangeError) as refused:
        issue_checked(order(), wrong, press, looked_at=("differs:document_title",))
    assert "柳渡镇农村住房建设管理规定" in str(refused.value.values["findings"])
    assert numbers() == []
    assert issue_checked(order(), proposed, press).letter_number == "云司备回〔2026〕1号"


def test_what_is_to_be_looked_at_is_issued_when_somebody_has_and_the_trail_knows(
    proposed: ProposedLetter, press: Press
) -> None:
    odd = proposed.changed({"addressee": "柳渡镇"})
    with pytest.raises(LookAgainError):
        issue_checked(order(), odd, press)
    issued = issue_checked(order(), odd, press, looked_at=("unknown_body:addressee",))
    (line,) = trail_of("letter", issued.letter_id)
    assert line.facts["checked"] == ["unknown_body:addressee"]


def test_the_same_order_answers_again_without_a_second_look(
    proposed: ProposedLetter, press: Press
) -> None:
    same = order()
    first = issue_checked(same, proposed, press)
    assert issue_checked(same, proposed, press) == first
    assert numbers() == [first.letter_number]


def test_letters_issued_in_one_go_are_numbered_in_order_and_share_a_batch(press: Press) -> None:
    heard: list[tuple[int, int]] = []
    batch = issue_in_one_go(
        order(), proposals(3), lambda _kind: press, told=lambda *told: heard.append(told)
    )
    assert [one.letter_number for one in batch.issued] == [
        f"云司备回〔2026〕{number}号" for number in (1, 2, 3)
    ]
    assert heard == [(0, 3), (1, 3), (2, 3)]
    assert len({letter_page(one.letter_id).batch_id for one in batch.issued}) == 1


def test_a_batch_stops_at_the_first_refusal_and_tells_what_was_done(press: Press) -> None:
    first, second, third = proposals(3)
    wrong = second.changed({"document_title": "错题"})
    batch = issue_in_one_go(order(), (first, wrong, third), lambda _kind: press)
    assert len(batch.issued) == 1
    assert batch.stopped_at == wrong
    assert isinstance(batch.refusal, MustChangeError)
    assert numbers() == ["云司备回〔2026〕1号"]


def test_a_batch_begun_again_after_a_crash_issues_none_twice(press: Press) -> None:
    # Given a batch whose program ended at the third letter
    letters = proposals(4)
    pressed: list[IssuedLetter] = []

    def dying(data: Mapping[str, object]) -> Pressed:
        if len(numbers()) == 2:
            raise PowerCutError
        return press(data)

    with pytest.raises(PowerCutError):
        issue_in_one_go(order(), letters, lambda _kind: dying)
    assert len(numbers()) == 2
    # When it is begun again
    batch = issue_in_one_go(order(), letters, lambda _kind: press)
    # Then each letter was issued once, without a gap
    pressed += batch.issued
    assert [one.letter_number for one in pressed] == numbers()
    assert len(numbers()) == 4
    assert numbers_report().faults == ()


def test_a_letter_withdrawn_on_the_same_day_is_issued_anew_in_a_batch(press: Press) -> None:
    letters = proposals(1)
    first = issue_in_one_go(order(), letters, lambda _kind: press).issued[0]
    withdraw_letter(order(HEAD, NOON), first.letter_id, "有误")
    second = issue_in_one_go(order(), letters, lambda _kind: press).issued[0]
    assert second.letter_id != first.letter_id
    replaced = letter_page(second.letter_id).replaces
    assert replaced is not None
    assert replaced.id == first.letter_id


def test_a_letter_that_stands_is_not_issued_a_second_time_by_another_batch(press: Press) -> None:
    (letter,) = proposals(1)
    issue_checked(order(), letter, press)
    batch = issue_in_one_go(order(), (letter,), lambda _kind: press, ("issued_before:addressee",))
    assert isinstance(batch.refusal, LetterExistsError)
