"""A plan of evaluations is read by its columns, each line met with the register."""

from datetime import date
from pathlib import Path

import pytest

from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.domain.evaluation import EvaluationEntry, EvaluationOrigin
from models.domain.validity import EndingKind
from review.evaluation.plan_list import PlanFault, meet_register, read_plan
from tests.models.evaluations import document_in_force, plan_one
from tests.models.office import TODAY, add_body, order
from tests.review.ledgers.books import write_book

pytestmark = pytest.mark.usefixtures("sqlite_register")

HEAD = ["序号", "规范性文件名称", "发文字号", "实施单位", "评估完成时间"]


def title(place: int) -> str:
    """Return the title of a document of the tests."""
    return f"云溪县第{place}类事项管理办法"


def faults(book: Path) -> list[PlanFault | None]:
    """Return the faults of the lines of a plan."""
    return [line.fault for line in meet_register(read_plan(book), TODAY).lines]


def test_a_line_is_met_by_its_number_else_by_its_title(tmp_path: Path) -> None:
    # Given two documents, and a plan that names one by number and one by title
    body_id = add_body()
    first, second = document_in_force(1, body_id), document_in_force(2, body_id)
    book = write_book(
        tmp_path / "计划.xlsx",
        [
            ["云溪县2026年规范性文件后评估计划"],
            HEAD,
            ["1", "第1类办法", "云政发[2026]101号", "县城管局", "2026.6.30"],
            ["2", f"《{title(2)}》", "", "", ""],
        ],
    )
    # When it is read
    found = meet_register(read_plan(book), TODAY)
    # Then both are found, with the unit and the day where the plan states them
    assert found.faulty == ()
    assert found.entries("计划", 2026) == (
        EvaluationEntry(
            first, EvaluationOrigin.ANNUAL_PLAN, "县城管局", "计划", 2026, date(2026, 6, 30)
        ),
        EvaluationEntry(second, EvaluationOrigin.ANNUAL_PLAN, "", "计划", 2026, None),
    )


def test_each_line_that_cannot_be_planned_says_why(tmp_path: Path) -> None:
    body_id = add_body()
    over, busy, twice = (document_in_force(place, body_id) for place in (1, 2, 3))
    document_in_force(4, body_id)
    end_document(order(), over, EndingKind.REPEALED, Effect(TODAY, "云政发〔2026〕9号"))
    plan_one(busy)
    assert twice
    book = write_book(
        tmp_path / "计划.xlsx",
        [
            HEAD,
            ["1", title(1), "", "", ""],
            ["2", title(2), "", "", ""],
            ["3", title(3), "", "", ""],
            ["4", title(3), "", "", ""],
            ["5", title(4), "", "", "六月底"],
            ["6", "云溪县养犬管理办法", "", "", ""],
        ],
    )

    assert faults(book) == [
        PlanFault.NOT_IN_FORCE,
        PlanFault.UNDER_EVALUATION,
        PlanFault.TWICE,
        PlanFault.TWICE,
        PlanFault.DUE_DATE_UNREADABLE,
        PlanFault.NOT_REGISTERED,
    ]


def test_a_plan_may_be_a_text_with_commas(tmp_path: Path) -> None:
    document_in_force(1, add_body())
    table = tmp_path / "计划.csv"
    table.write_bytes(f"文件名称,评估单位\n{title(1)},县司法局\n".encode("gb18030"))

    (line,) = meet_register(read_plan(table), TODAY).lines

    assert (line.unit, line.fault) == ("县司法局", None)
