"""Letters issued at once and programs killed in the middle: no number twice, none lost."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from models.acts.receive_filing import receive_filing
from models.domain.records import IntakeEntry
from models.domain.terms import LetterSeries
from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.queries.numbers import numbers_report
from models.queries.record_check import differing_records
from models.queries.trail import verify_trail
from models.register import Register, open_register
from review.letters.drafting.filing_in import propose_receipt
from review.letters.issuing import issue_in_one_go
from review.letters.press import press_into
from tests.models.office import (
    MATERIALS,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    filed_document,
    order,
)
from tests.reliability.programs import Listener, Said, running

LETTERS = 8
CLERKS = 3
KILLED_AFTER = (1, 3, 6)


def registered_filings(amount: int) -> list[int]:
    """Register so many filings of one township."""
    body_id = add_body(TOWN)
    filings = []
    for place in range(1, amount + 1):
        document = replace(
            filed_document(body_id),
            title=f"柳渡镇第{place}类事项管理规定",
            document_number=f"柳政发〔2026〕{100 + place}号",
            files=(),
        )
        intake = IntakeEntry(body_id, TODAY, "窗口递交", materials=MATERIALS, document=document)
        filings.append(receive_filing(order(), intake))
        accept_one(filings[-1])
    return filings


def issue_receipts(pipe: Listener, folder: Path, filings: list[int]) -> None:
    """Issue the receipts of filings in one go, and say how many were issued before each."""
    register = open_register(folder)
    letters = tuple(propose_receipt(filing_id, TODAY) for filing_id in filings)
    press = press_into(register.letters, LetterSeries.FILING_RECEIPT, ("pdf",))

    def told(done: int, _total: int) -> None:
        pipe.send(Said(f"issued-{done}"))

    batch = issue_in_one_go(order(), letters, lambda _kind: press, told=told)
    pipe.send(Said("end", str(len(batch.issued))))


def check(register: Register) -> None:
    """See that every filing has one receipt, numbered without a gap, with its paper."""
    pages = [letter_page(letter_id) for letter_id in sorted(letter_ids(LetterFilter()))]
    assert len({page.filing_id for page in pages}) == LETTERS == len(pages)
    numbers = sorted(int(page.letter_number.split("〕")[1].rstrip("号")) for page in pages)
    assert numbers == list(range(1, LETTERS + 1))
    for page in pages:
        assert register.letters.read(page.papers["pdf"]).startswith(b"%PDF")
    assert numbers_report().faults == ()
    assert verify_trail().is_sound
    assert differing_records() == ()


def test_clerks_who_issue_at_once_give_each_letter_one_number(register: Register) -> None:
    # Given filings shared out among clerks at several desks
    filings = registered_filings(LETTERS)
    register.close()
    # When all issue at once
    shares = [filings[place::CLERKS] for place in range(CLERKS)]
    with ExitStack() as programs:
        desks = [
            programs.enter_context(running(issue_receipts, register.folder, share))
            for share in shares
        ]
        for desk in desks:
            while (word := desk.next_word()) is not None and word.op_id != "end":
                pass
    # Then every receipt has its own number
    check(open_register(register.folder))


@pytest.mark.parametrize("issued_before", KILLED_AFTER)
def test_a_batch_killed_in_the_middle_is_begun_again_and_issues_none_twice(
    register: Register, issued_before: int
) -> None:
    # Given a batch whose program is killed while a letter is being issued
    filings = registered_filings(LETTERS)
    register.close()
    with running(issue_receipts, register.folder, filings) as program:
        while (word := program.next_word()) is not None and word.place < issued_before:
            pass
        list(program.kill())
    # When the same batch is begun again
    opened = open_register(register.folder)
    before = len(letter_ids(LetterFilter()))
    issue_receipts(Deaf(), register.folder, filings)
    # Then each letter was issued once
    assert issued_before <= before < LETTERS
    check(opened)


class Deaf:
    """Nobody listens."""

    def send(self, said: Said) -> None:
        """Hear nothing."""
        del said
