"""What is said of an evaluation in more than one place."""

from models.queries.evaluation_page import EvaluationPage
from resources.terms import name_of
from review.evaluation.plan_list import PlanFault

_FAULTS = {
    PlanFault.NOT_REGISTERED: "登记簿里没有这件文件，请核对文号和名称，或者先登记",
    PlanFault.SEVERAL: "登记簿里有几件文件与这一行相同，请写文件序号单独列入",
    PlanFault.TWICE: "计划表里有另一行是同一件文件，请删去一行",
    PlanFault.NOT_IN_FORCE: "文件已经废止或者失效，不需要评估",
    PlanFault.UNDER_EVALUATION: "这件文件正在评估，不重复列入",
    PlanFault.DUE_DATE_UNREADABLE: "完成时限不是一个日期，请写成 2027-06-30",
}


def fault_words(fault: PlanFault | None) -> str:
    """Say why a line of a plan cannot be taken over, and what to do."""
    return "" if fault is None else _FAULTS[fault]


def due_reason(page: EvaluationPage) -> str:
    """Say how the day was found until which the report is due."""
    return page.derivation or (name_of(page.due_basis) if page.due_basis else "")


def due_words(page: EvaluationPage) -> str:
    """Say until when the report is due and how that day was found."""
    if page.row.due_date is None:
        return ""
    return f"{page.row.due_date.isoformat()}（{due_reason(page)}）"
