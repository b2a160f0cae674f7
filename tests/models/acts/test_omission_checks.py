"""Issue lists are kept, their lines decided, and what is registered later counts by itself."""

from dataclasses import replace

import pytest

from models.acts.omission_checks import (
    CheckClosedError,
    ListEmptyError,
    close_check,
    decide_rows,
    reopen_rows,
    start_check,
)
from models.acts.performing import NotPermittedError
from models.acts.refusals import FieldEmptyError, RecordMissingError
from models.acts.register_document import register_document
from models.domain.omissions import (
    CheckedRow,
    CheckEntry,
    CheckState,
    ListedDocument,
    NumberParts,
    RowDecision,
    RowMatch,
    RowStanding,
    RowVerdict,
)
from models.queries.omissions import (
    UNDECIDED,
    OmissionFilter,
    OmissionListRow,
    OmissionOrder,
    numbers_used,
    omission_checks,
    omission_counts,
    omission_row_ids,
    omission_rows,
)
from models.tables.audit import AuditLine
from models.tables.documents import Document, ProcedureEvidence
from models.tables.lives import LifeStretch
from tests.models.office import CLERK, REVIEWER, add_body, order, parking_measures, register_one

pytestmark = pytest.mark.usefixtures("register")

ENTRY = CheckEntry("县政府2026年发文目录", "cd" * 32, 4096, "发文目录.xlsx", "Sheet1")
NOT_OURS = RowVerdict(RowDecision.NOT_NORMATIVE, "人事任免")


def line(row_number: int, title: str, sequence: int | None = None) -> CheckedRow:
    """Return a line that met nothing in the register."""
    printed = f"云政发〔2026〕{sequence}号" if sequence else ""
    number = NumberParts(printed, "云政发", 2026, sequence) if sequence else NumberParts()
    listed = ListedDocument(row_number, title, printed, "云溪县人民政府")
    return CheckedRow(
        listed,
        number,
        RowMatch.UNMATCHED,
        None,
        0,
        looks_normative=True,
        reasons=("rule_name",),
    )


def appointment(row_number: int) -> CheckedRow:
    """Return a line whose title says that it is no normative document."""
    row = line(row_number, "关于某同志任职的通知", 90)
    return replace(row, looks_normative=False, reasons=("appointment",))


def start(*rows: CheckedRow) -> int:
    """Start a check of these lines as the clerk."""
    return start_check(order(CLERK), ENTRY, rows)


def rows_of(check_id: int) -> list[OmissionListRow]:
    """Return the lines of a check in their order."""
    return omission_rows(omission_row_ids(OmissionFilter(check_id)))


def ids_of(check_id: int) -> tuple[int, ...]:
    """Return the ids of the lines of a check."""
    return tuple(row.id for row in rows_of(check_id))


def test_a_line_that_looks_normative_and_is_not_registered_is_suspected() -> None:
    check_id = start(line(2, "云溪县养犬管理办法", 5), appointment(3))

    assert [row.standing for row in rows_of(check_id)] == [
        RowStanding.SUSPECTED,
        RowStanding.CLEARLY_NOT,
    ]


def test_a_document_registered_later_counts_by_itself() -> None:
    # Given a line nobody has registered
    check_id = start(line(2, "云溪县城镇公共停车场管理办法", 2))
    assert rows_of(check_id)[0].standing is RowStanding.SUSPECTED
    # When the document is registered
    document_id = register_document(order(), parking_measures(add_body()))
    # Then the line is registered as that document
    (row,) = rows_of(check_id)
    assert (row.standing, row.document_id) == (RowStanding.REGISTERED, document_id)


def test_a_wrong_number_is_settled_when_both_number_and_title_are_registered() -> None:
    # Given a line that met a document of the same number with another title
    body_id = add_body()
    other = register_one(1, body_id)
    row = replace(
        line(2, "云溪县城镇公共停车场管理办法", 2), match=RowMatch.TITLE_DIFFERS, document_id=other
    )
    check_id = start(row)
    assert rows_of(check_id)[0].standing is RowStanding.DISAGREES
    # When the document it really is gets registered
    register_document(order(), parking_measures(body_id))
    # Then nothing disagrees any more
    assert rows_of(check_id)[0].standing is RowStanding.REGISTERED


def test_a_document_taken_out_of_the_register_leaves_its_line_unregistered() -> None:
    # Given a line registered as a document
    document_id = register_one(1)
    row = replace(
        line(2, "云溪县养犬管理办法", 5), match=RowMatch.BY_TITLE, document_id=document_id
    )
    check_id = start(row)
    assert rows_of(check_id)[0].standing is RowStanding.REGISTERED
    # When an import is taken back and the document with it
    ProcedureEvidence.delete().where(ProcedureEvidence.document == document_id).execute()
    LifeStretch.delete().where(LifeStretch.document == document_id).execute()
    Document.delete().where(Document.id == document_id).execute()
    # Then the line is open again
    assert rows_of(check_id)[0].standing is RowStanding.SUSPECTED


def test_many_lines_are_decided_with_one_reason() -> None:
    check_id = start(*(line(place, f"第{place}号文件管理办法", place) for place in range(2, 9)))

    assert decide_rows(order(), check_id, ids_of(check_id), NOT_OURS) == 7

    assert {row.decision for row in rows_of(check_id)} == {RowDecision.NOT_NORMATIVE}
    assert {row.decision_reason for row in rows_of(check_id)} == {"人事任免"}
    assert {row.decided_by for row in rows_of(check_id)} == {"许知禾"}
    assert omission_counts(check_id).waiting == 0


def test_a_line_registered_under_another_number_is_registered_as_that_document() -> None:
    document_id = register_one(1)
    check_id = start(line(2, "云溪县养犬管理办法", 5))

    verdict = RowVerdict(RowDecision.REGISTERED_AS, "登记时用的是旧文号", document_id)
    decide_rows(order(), check_id, ids_of(check_id), verdict)

    (row,) = rows_of(check_id)
    assert (row.standing, row.document_id) == (RowStanding.REGISTERED, document_id)


def test_a_line_cannot_be_registered_as_a_document_that_is_not_there() -> None:
    check_id = start(line(2, "云溪县养犬管理办法", 5))

    with pytest.raises(RecordMissingError):
        decide_rows(
            order(), check_id, ids_of(check_id), RowVerdict(RowDecision.REGISTERED_AS, "查到", 999)
        )


def test_a_decision_needs_a_reason() -> None:
    check_id = start(line(2, "云溪县养犬管理办法", 5))

    with pytest.raises(FieldEmptyError):
        decide_rows(order(), check_id, ids_of(check_id), RowVerdict(RowDecision.LIST_FAULT, " "))


def test_lines_of_another_check_are_not_decided() -> None:
    # Given two checks
    first, second = start(line(2, "甲办法", 5)), start(line(2, "乙办法", 6))
    # When lines of both are decided under the first
    with pytest.raises(RecordMissingError):
        decide_rows(order(), first, (*ids_of(first), *ids_of(second)), NOT_OURS)
    # Then nothing is decided
    assert [row.decision for row in (*rows_of(first), *rows_of(second))] == [None, None]


def test_a_decision_taken_back_leaves_both_in_the_trail() -> None:
    check_id = start(line(2, "云溪县养犬管理办法", 5))
    decide_rows(order(), check_id, ids_of(check_id), NOT_OURS)

    reopen_rows(order(), check_id, ids_of(check_id), "看错了一行")

    assert rows_of(check_id)[0].decision is None
    acts = [row.act for row in AuditLine.select().where(AuditLine.subject_kind == "omission_check")]
    assert acts == ["start_omission_check", "decide_omission_rows", "reopen_omission_rows"]


def test_a_closed_check_takes_no_decision() -> None:
    check_id = start(line(2, "云溪县养犬管理办法", 5))
    close_check(order(), check_id)

    with pytest.raises(CheckClosedError):
        decide_rows(order(), check_id, ids_of(check_id), NOT_OURS)
    assert omission_checks()[0].state is CheckState.CLOSED


def test_a_list_without_lines_starts_no_check() -> None:
    with pytest.raises(ListEmptyError):
        start()


def test_a_reviewer_starts_no_check() -> None:
    with pytest.raises(NotPermittedError):
        start_check(order(REVIEWER), ENTRY, (line(2, "云溪县养犬管理办法", 5),))


def test_a_list_of_many_thousand_lines_is_kept_whole() -> None:
    start(*(line(place, f"第{place}号文件管理办法", place) for place in range(2, 2_502)))

    (check,) = omission_checks()
    assert (check.row_count, check.waiting, check.decided) == (2_500, 2_500, 0)


def test_lines_are_narrowed_ordered_and_counted() -> None:
    # Given three lines, the second about appointments, the third decided
    check_id = start(line(2, "养犬管理办法", 12), appointment(3), line(4, "停车管理办法", 3))
    decide_rows(order(), check_id, ids_of(check_id)[2:], NOT_OURS)
    # Then they are ordered by the count in their numbers, not by its digits
    narrowing = OmissionFilter(check_id)
    by_number = omission_rows(omission_row_ids(narrowing, OmissionOrder.DOCUMENT_NUMBER))
    assert [row.row_number for row in by_number] == [4, 2, 3]
    # And narrowed by words, standing, decision and what waits
    for changed, expected in (
        ({"containing": "养犬"}, [2]),
        ({"containing": "云政发[2026]3号"}, [4]),
        ({"standings": frozenset({RowStanding.CLEARLY_NOT})}, [3]),
        ({"decisions": frozenset({UNDECIDED})}, [2, 3]),
        ({"decisions": frozenset({"not_normative"})}, [4]),
        ({"years": frozenset({2025})}, []),
        ({"is_waiting_only": True}, [2]),
    ):
        found = omission_rows(omission_row_ids(replace(narrowing, **changed)))
        assert [row.row_number for row in found] == expected, changed
    # And counted
    counts = omission_counts(check_id)
    assert (counts.total, counts.waiting) == (3, 1)
    assert counts.standings == {RowStanding.SUSPECTED: 2, RowStanding.CLEARLY_NOT: 1}
    assert counts.decisions == {UNDECIDED: 2, "not_normative": 1}
    assert counts.years == {2026: 3}


def test_a_line_that_stands_for_a_run_uses_all_its_numbers() -> None:
    number = NumberParts("云政发〔2026〕3号", "云政发", 2026, 3, 5)
    run = replace(line(2, "三份办法", 3), number=number)
    assert [sequence for _, _, sequence in numbers_used(start(run))] == [3, 4, 5]
