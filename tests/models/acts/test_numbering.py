"""Numbers: given once, in order, in the printed form of the profile; voids and the past."""

from datetime import UTC, date, datetime

import pytest

from models.acts.allot_number import allot_number
from models.acts.change_setting import change_settings
from models.acts.historic_numbers import confirm_counter, enter_historic_number
from models.acts.performing import NotPermittedError, OperationReusedError
from models.acts.record_issuance import record_issuance
from models.acts.refusals import (
    CounterBehindError,
    FieldEmptyError,
    GatesMissingError,
    NumberInUseError,
    NumberTakenError,
    NumberUnreadableError,
    RecordMissingError,
)
from models.acts.void_number import void_number
from models.domain.law_errors import NumberFieldMissingError
from models.domain.lifecycle import MakingState, NumberState, TransitionError
from models.domain.number_ledger import LedgerFaultKind
from models.domain.terms import EvidenceKind, IssuanceKind
from models.queries.document_page import document_page
from models.queries.numbers import LedgerBook, ledger_ids, ledger_rows, numbers_report
from models.queries.office import profile
from models.queries.trail import trail_of
from models.settings import SettingKey
from models.tables.documents import Document, ProcedureEvidence
from models.tables.numbers import NumberCounter
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    HEAD,
    LABOUR,
    REVIEWER,
    TODAY,
    accept_one,
    add_body,
    number_one,
    order,
    past_document,
    receive_one,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

NEW_YEAR = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)


def test_the_first_number_of_a_body_and_year_is_one_in_the_form_of_the_profile() -> None:
    allotment = number_one(register_one())

    assert allotment.number == "YXDR—2026—01001"


def test_each_body_has_a_series_of_its_own() -> None:
    body_id, other_id = add_body(), add_body(LABOUR)

    numbers = [
        number_one(register_one(place, body)).number
        for place, body in enumerate((body_id, other_id, body_id), start=1)
    ]

    assert numbers == ["YXDR—2026—01001", "YXDR—2026—11001", "YXDR—2026—01002"]


def test_the_year_is_that_of_numbering_in_china_not_of_the_document() -> None:
    # Given a document of 2026, and an instant that is 2027 in China but not yet in UTC
    document_id = register_one()
    late = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)

    assert allot_number(order(at=late), document_id).number == "YXDR—2027—01001"


def test_a_new_year_begins_at_one_again() -> None:
    body_id = add_body()
    number_one(register_one(1, body_id))

    assert allot_number(order(at=NEW_YEAR), register_one(2, body_id)).number == "YXDR—2027—01001"


def test_a_document_is_numbered_once() -> None:
    document_id = register_one()
    number_one(document_id)

    with pytest.raises(TransitionError):
        number_one(document_id)


def test_the_same_order_gives_the_same_number_however_often_it_is_sent() -> None:
    document_id = register_one()
    same = order()

    first, second = allot_number(same, document_id), allot_number(same, document_id)

    assert first == second
    assert len(ledger_ids(LedgerBook.UNIFIED)) == 1
    assert sum(line.act == "allot_number" for line in trail_of("document", document_id)) == 1


def test_an_order_is_not_answered_for_another_request() -> None:
    body_id = add_body()
    same = order()
    allot_number(same, register_one(1, body_id))

    with pytest.raises(OperationReusedError):
        allot_number(same, register_one(2, body_id))


def test_a_refused_numbering_uses_no_count() -> None:
    # Given a registered document whose signature is not proved any more
    body_id = add_body()
    document_id = register_one(1, body_id)
    ProcedureEvidence.delete().where(ProcedureEvidence.kind == EvidenceKind.SIGNATURE).execute()
    # When its numbering is refused
    with pytest.raises(GatesMissingError):
        number_one(document_id)
    # Then the next document gets the first number
    assert number_one(register_one(2, body_id)).number == "YXDR—2026—01001"
    assert numbers_report().faults == ()


def test_an_office_without_region_code_is_told_what_the_number_lacks() -> None:
    document_id = register_one()
    change_settings(order(ADMINISTRATOR), {SettingKey.REGION: ""})

    with pytest.raises(NumberFieldMissingError) as refusal:
        number_one(document_id)

    assert refusal.value.values["field"] == "region"


def test_a_reviewer_may_not_number() -> None:
    document_id = register_one()

    with pytest.raises(NotPermittedError):
        allot_number(order(REVIEWER), document_id)


def test_an_unknown_document_is_not_numbered() -> None:
    with pytest.raises(RecordMissingError):
        number_one(4711)


def test_a_profile_with_two_counters_counts_register_and_body_apart() -> None:
    # Given the grammar of Shaanxi: a count of the register and one of the body
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "shaanxi"})
    body_id, other_id = add_body(), add_body(LABOUR)

    numbers = [
        number_one(register_one(place, body)).number
        for place, body in enumerate((body_id, other_id, body_id), start=1)
    ]

    assert numbers == [
        "云溪规〔2026〕001-县政府001",
        "云溪规〔2026〕002-县人社局001",
        "云溪规〔2026〕003-县政府002",
    ]
    assert numbers_report().faults == ()


def test_a_void_number_stays_in_the_ledger_and_is_never_used_again() -> None:
    # Given a numbered document
    body_id = add_body()
    document_id = register_one(1, body_id)
    allotment = number_one(document_id)
    # When the head voids the number and the document is numbered again
    void_number(order(HEAD), allotment.entry_id, "编号时选错制定机关")
    renumbered = number_one(document_id)
    # Then the void line stands beside the new one, and is no gap
    rows = ledger_rows(ledger_ids(LedgerBook.UNIFIED))
    assert [(row.number, row.state) for row in rows] == [
        ("YXDR—2026—01002", NumberState.ALLOTTED),
        ("YXDR—2026—01001", NumberState.VOID),
    ]
    assert rows[1].void_reason == "编号时选错制定机关"
    assert renumbered.number == "YXDR—2026—01002"
    assert numbers_report().faults == ()


def test_only_the_head_voids_and_only_with_a_reason() -> None:
    allotment = number_one(register_one())

    with pytest.raises(NotPermittedError):
        void_number(order(CLERK), allotment.entry_id, "错号")
    with pytest.raises(FieldEmptyError):
        void_number(order(HEAD), allotment.entry_id, "")


def test_a_number_on_printed_paper_cannot_be_voided() -> None:
    document_id = register_one()
    allotment = number_one(document_id)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", TODAY)

    with pytest.raises(NumberInUseError):
        void_number(order(HEAD), allotment.entry_id, "错号")


def test_a_number_is_voided_once() -> None:
    allotment = number_one(register_one())
    void_number(order(HEAD), allotment.entry_id, "错号")

    with pytest.raises(TransitionError):
        void_number(order(HEAD), allotment.entry_id, "错号")


def test_a_number_of_the_past_is_kept_as_printed_and_moves_no_counter() -> None:
    # Given a historic document with a number typed with hyphens
    body_id = add_body()
    entered = enter_historic_number(order(), past_document(body_id), "YXDR-2024-01017")
    # Then it is kept as it was printed, and this year begins at one
    assert entered.number == "YXDR-2024-01017"
    assert number_one(register_one(2, body_id)).number == "YXDR—2026—01001"
    assert numbers_report().faults == ()


@pytest.mark.parametrize(
    "typed",
    [
        "YXDR—2024—01017",
        "YXDR–2024–01017",
        "YXDR\uff0d\uff12\uff10\uff12\uff14\uff0d01017",
        "yxdr-2024-01 017",
    ],
)
def test_a_number_is_the_same_in_any_dash_width_and_case(typed: str) -> None:
    body_id = add_body()
    enter_historic_number(order(), past_document(body_id, 1), "YXDR-2024-01017")

    with pytest.raises(NumberTakenError):
        enter_historic_number(order(), past_document(body_id, 2), typed)


def test_a_number_of_no_known_series_is_not_entered() -> None:
    with pytest.raises(NumberUnreadableError):
        enter_historic_number(order(), past_document(add_body()), "第7号")


def test_a_document_made_here_gets_no_number_of_the_past() -> None:
    with pytest.raises(RecordMissingError):
        enter_historic_number(order(), register_one(), "YXDR—2024—01017")


def test_numbering_waits_until_the_head_confirms_where_the_counter_goes_on() -> None:
    # Given this year's first three numbers were given on paper and entered afterwards
    body_id = add_body()
    for place in (1, 2, 3):
        printed = f"YXDR—2026—0100{place}"
        enter_historic_number(order(), past_document(body_id, place), printed)
    document_id = register_one(9, body_id)
    # When a new document is to be numbered, then the program does not guess
    with pytest.raises(CounterBehindError) as refusal:
        number_one(document_id)
    assert refusal.value.values["number"] == "YXDR—2026—01001"
    # Until the head has the counter follow the numbers of the past
    scope = "seq|organ=1|year=2026"
    with pytest.raises(NotPermittedError):
        confirm_counter(order(CLERK), "hunan.unified", "seq", scope)
    assert confirm_counter(order(HEAD), "hunan.unified", "seq", scope) == 3
    assert number_one(document_id).number == "YXDR—2026—01004"
    assert numbers_report().faults == ()


def test_a_counter_without_numbers_cannot_be_confirmed() -> None:
    with pytest.raises(RecordMissingError):
        confirm_counter(order(HEAD), "hunan.unified", "seq", "seq|organ=99|year=2026")


def test_a_void_number_of_the_past_leaves_the_document_as_it_was() -> None:
    document_id = past_document(add_body())
    entered = enter_historic_number(order(), document_id, "YXDR—2024—01017")

    void_number(order(HEAD), entered.entry_id, "补录有误")

    facts = document_page(document_id, profile(), TODAY).facts
    assert facts.unified_number == ""
    assert facts.making_state is MakingState.REGISTERED


def test_the_report_finds_a_counter_that_somebody_moved() -> None:
    # Given a register whose counter was set forward from outside
    body_id = add_body()
    number_one(register_one(1, body_id))
    NumberCounter.update(last_count=5).execute()
    # Then the report says so at once, and names the gap once a number follows
    assert [fault.kind for fault in numbers_report().faults] == [LedgerFaultKind.COUNTER_AHEAD]
    number_one(register_one(2, body_id))
    faults = numbers_report().faults
    assert [(fault.kind, fault.count) for fault in faults] == [
        (LedgerFaultKind.MISSING, count) for count in (2, 3, 4, 5)
    ]


def test_the_report_finds_numbers_whose_order_is_not_that_of_their_days() -> None:
    body_id = add_body()
    number_one(register_one(1, body_id))
    yesterday = datetime(2026, 3, 15, 4, 0, tzinfo=UTC)
    allot_number(order(at=yesterday), register_one(2, body_id))

    (fault,) = numbers_report().faults

    assert (fault.kind, fault.number) == (LedgerFaultKind.DISORDER, "YXDR—2026—01002")


def test_the_counter_of_a_series_does_not_grow_beyond_its_width() -> None:
    body_id = add_body()
    number_one(register_one(1, body_id))
    NumberCounter.update(last_count=999).execute()

    with pytest.raises(Exception, match="number_overflow"):
        number_one(register_one(2, body_id))


def test_the_ledger_says_who_gave_a_number_and_on_which_day() -> None:
    number_one(register_one())

    (row,) = ledger_rows(ledger_ids(LedgerBook.UNIFIED))

    assert (row.allotted_date, row.allotted_by) == (date(2026, 3, 16), "许知禾")


def test_the_report_finds_a_number_that_was_altered_behind_the_back_of_the_program() -> None:
    # Given two numbered documents, a filing and a register without fault
    body_id = add_body()
    first, second = register_one(1, body_id), register_one(2, body_id)
    number_one(first)
    number_one(second)
    accept_one(receive_one())
    assert numbers_report().faults == ()
    # When the number on one document is altered and taken from another
    Document.update(unified_number="YXDR—2026—01009").where(Document.id == first).execute()
    Document.update(unified_number=None, unified_number_key=None).where(
        Document.id == second
    ).execute()
    # Then both are named by the number the ledger gave them
    assert [(fault.kind, fault.number) for fault in numbers_report().faults] == [
        (LedgerFaultKind.RECORD_DIFFERS, "YXDR—2026—01001"),
        (LedgerFaultKind.RECORD_DIFFERS, "YXDR—2026—01002"),
    ]
