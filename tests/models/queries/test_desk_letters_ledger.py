"""What waits, the letters and the ledger, read from both databases."""

from datetime import date

import pytest

from models.acts.decide_filing import request_supplement
from models.acts.historic_numbers import confirm_counter, enter_historic_number
from models.acts.letters import issue_letter, withdraw_letter
from models.domain.lifecycle import LetterState
from models.domain.records import DefectEntry
from models.domain.roles import ActName
from models.domain.terms import LetterSeries
from models.profiles import load_profile
from models.queries.deadlines import open_deadlines
from models.queries.desk import desk_page, waiting_counts, year_counts
from models.queries.letters import (
    LetterFilter,
    LetterOrder,
    letter_facets,
    letter_ids,
    letter_rows,
)
from models.queries.numbers import CounterToConfirm, counters_to_confirm
from models.queries.recent import recent_deeds
from models.queries.trail import present_anchor, verify_trail
from models.register import Register
from review.letters.drafting.filing_in import propose_receipt
from review.letters.press import press_into
from tests.models.office import (
    HEAD,
    TODAY,
    accept_one,
    add_body,
    number_one,
    order,
    past_document,
    receive_one,
    register_one,
)

HUNAN = load_profile("hunan")


def issue_receipt(register: Register, filing_id: int) -> int:
    """Issue the receipt of a filing and return its id."""
    proposed = propose_receipt(filing_id, TODAY)
    press = press_into(register.letters, proposed.kind, ("pdf",))
    return issue_letter(order(), proposed.as_draft(), press).letter_id


@pytest.mark.usefixtures("register")
def test_a_filing_sent_back_waits_for_its_supplement_with_a_due_date() -> None:
    filing_id = receive_one()
    due = request_supplement(order(), filing_id, (DefectEntry("缺少备案说明"),))

    page = desk_page(HUNAN)

    assert (page.counts.filings, page.counts.supplements) == (0, 1)
    assert [(row.record_id, row.due_date) for row in page.filings_to_supplement] == [
        (filing_id, due)
    ]


@pytest.mark.usefixtures("register")
def test_a_filing_to_check_and_its_open_date_tell_the_same_day() -> None:
    filing_id = receive_one()

    row = desk_page(HUNAN).filings_to_decide[0]
    deadline = open_deadlines()[0]

    assert row.record_id == deadline.filing_id == filing_id
    assert row.due_date == deadline.due_date == deadline.computed.due_date
    assert deadline.computed.start_date == TODAY


@pytest.mark.usefixtures("register")
def test_what_is_done_no_longer_waits() -> None:
    document = register_one()
    assert waiting_counts(HUNAN).to_number == 1

    number_one(document)

    assert (waiting_counts(HUNAN).to_number, waiting_counts(HUNAN).to_issue) == (0, 1)
    assert year_counts(TODAY.year)["registered"] == 1
    assert year_counts(TODAY.year - 1)["registered"] == 0


def test_letters_are_counted_and_narrowed_by_kind_state_and_year(register: Register) -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    first = issue_receipt(register, filing_id)
    withdraw_letter(order(HEAD), first, "写错")
    second = issue_receipt(register, filing_id)

    facets = letter_facets()

    assert facets.kinds == {LetterSeries.FILING_RECEIPT: 2}
    assert facets.states == {LetterState.ISSUED: 1, LetterState.WITHDRAWN: 1}
    assert facets.years == {"2026": 2}
    assert letter_ids(LetterFilter(years=frozenset({2025}))) == []
    assert letter_ids(LetterFilter(states=frozenset({LetterState.WITHDRAWN}))) == [first]
    assert letter_ids(LetterFilter(), LetterOrder.LETTER_NUMBER, descending=False) == [
        first,
        second,
    ]
    assert [row.letter_date for row in letter_rows([second])] == [date(2026, 3, 16)]


@pytest.mark.usefixtures("register")
def test_a_counter_before_a_number_from_the_past_is_to_be_confirmed_once() -> None:
    enter_historic_number(order(), past_document(add_body()), "YXDR—2026—01041")

    behind = counters_to_confirm()

    assert behind == (CounterToConfirm("hunan.unified", "seq", "seq|organ=1|year=2026", 0, 41),)
    one = behind[0]
    confirm_counter(order(HEAD), one.scheme_id, one.token, one.scope)
    assert counters_to_confirm() == ()


@pytest.mark.usefixtures("register")
def test_the_anchor_at_hand_is_that_of_the_checked_trail() -> None:
    before = present_anchor()

    register_one()

    assert present_anchor() == verify_trail().anchor
    assert present_anchor().count > before.count


@pytest.mark.usefixtures("register")
def test_the_last_deeds_name_act_person_and_document() -> None:
    accept_one(receive_one())
    number_one(register_one())

    deeds = recent_deeds(4)

    assert [(one.act, one.person, one.subject_kind) for one in deeds] == [
        (ActName.ALLOT_NUMBER, "许知禾", "document"),
        (ActName.REGISTER_DOCUMENT, "许知禾", "document"),
        (ActName.ACCEPT_FILING, "许知禾", "filing"),
        (ActName.RECEIVE_FILING, "许知禾", "filing"),
    ]
    assert [one.title for one in deeds] == [
        "云溪县第1类事项管理办法",
        "云溪县第1类事项管理办法",
        "柳渡镇农村住房建设管理规定",
        "柳渡镇农村住房建设管理规定",
    ]
