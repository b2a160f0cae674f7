"""Whatever a unit does to the order of its rows, each speaks for its own document."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.cleanup import CleanupOutcome
from resources.terms import name_of
from review.cleanup.opinion_sheets.judging import judge
from review.cleanup.opinion_sheets.matching import Scope
from review.cleanup.opinion_sheets.questions import QuestionKind
from review.cleanup.opinion_sheets.reply import reply_of
from review.ledgers.sheet import LedgerFile, Sheet
from tests.review.cleanup.sheets import CAMPAIGN, UNITS, Lines, asked, document, head_of, lines_of

MANY = tuple(
    document(number, f"云溪县第{number}号管理办法", f"云政发〔2020〕{number}号")
    for number in range(1, 13)
)
UNIT = asked(1, "云溪县交通运输局", *MANY)
SCOPE = Scope((UNIT, *UNITS[1:]))
ANSWERS = st.sampled_from(
    [CleanupOutcome.KEEP, CleanupOutcome.REPEAL, CleanupOutcome.ALREADY_ENDED]
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """The sheet as it went out."""
    folder: Path = tmp_path_factory.mktemp("sheet")
    return lines_of(UNIT, folder)


def reply(lines: Lines) -> LedgerFile:
    return LedgerFile("r.xlsx", "0" * 64, 1, (Sheet("表", tuple(map(tuple, lines))),))


def row_of(sheet: Lines, order: int, choice: CleanupOutcome) -> list[str]:
    head = head_of(sheet)
    row = list(sheet[head + 1 + order])
    row[sheet[head].index("清理意见")] = name_of(choice)
    row[sheet[head].index("理由和依据")] = "第三条"
    return row


@given(
    orders=st.lists(st.integers(0, len(MANY) - 1), unique=True, min_size=1),
    answers=st.lists(ANSWERS, min_size=len(MANY), max_size=len(MANY)),
    blanks=st.integers(0, 3),
)
def test_rows_in_any_order_and_number_speak_for_their_documents(
    sheet: Lines, orders: list[int], answers: list[CleanupOutcome], blanks: int
) -> None:
    # Given rows in another order, some deleted, blank ones between
    rows = [row_of(sheet, order, answers[order]) for order in orders]
    between = [[""] * len(rows[0])] * blanks
    lines = [*sheet[: head_of(sheet) + 1], rows[0], *between, *rows[1:]]

    judged = judge(reply_of(reply(lines)), SCOPE, CAMPAIGN)

    assert judged.questions == ()
    assert {one.document_id: one.choice for one in judged.opinions} == {
        MANY[order].document_id: answers[order] for order in orders
    }


@given(order=st.integers(0, len(MANY) - 1), other=st.integers(0, len(MANY) - 1))
def test_a_title_and_number_typed_over_another_row_never_count_for_that_row(
    sheet: Lines, order: int, other: int
) -> None:
    # Given a row whose title and number were typed over with those of another document
    row = row_of(sheet, order, CleanupOutcome.REPEAL)
    row[1:3] = [MANY[other].title, MANY[other].number]

    judged = judge(reply_of(reply([*sheet[: head_of(sheet) + 1], row])), SCOPE, CAMPAIGN)

    if order == other:
        assert judged.questions == ()
    else:
        assert judged.opinions == ()
        assert [one.kind for one in judged.questions] == [QuestionKind.ALTERED]
