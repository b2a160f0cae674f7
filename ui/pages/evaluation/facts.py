"""The facts of an evaluation as its page shows them."""

from datetime import date

from models.queries.document_rows import DocumentFacts
from models.queries.evaluation_page import EvaluationPage
from resources.terms import name_of
from ui.parts.days import day_words
from ui.parts.due_words import due_status, met_status
from ui.parts.evaluation_words import due_reason
from ui.widgets.facts_grid import Fact


def evaluation_facts(page: EvaluationPage, today: date) -> list[Fact]:
    """Return what is evaluated, by whom, until when, and what it came to."""
    row = page.row
    check = "已核实" if page.criteria_verified else "未核实"
    sheet_note = f"{page.criteria_source}，{check}" if page.criteria_name else ""
    return [
        Fact("评估单位", row.unit),
        Fact("评估来由", name_of(row.origin), row.plan_name),
        Fact("制定机关", page.issuing_body_name),
        Fact("施行日期", day_words(page.effective_date)),
        Fact("有效期至", day_words(row.expiry_date)),
        Fact("列入日期", day_words(row.planned_date), page.planned_by),
        Fact("开始日期", day_words(row.started_date)),
        Fact("报告期限", _due(page, today), due_reason(page)),
        Fact("评分表", page.criteria_name, sheet_note),
        Fact("得分", f"{row.marks}（满分 {row.full_marks}）" if page.scored_date else ""),
        Fact("评估结论", name_of(row.result) if row.result else "", page.concluded_by),
        Fact("理由", page.reasons),
        Fact("报告日期", day_words(row.report_date)),
        *([Fact("撤销理由", page.withdrawn_reason)] if page.withdrawn_reason else []),
    ]


def never_evaluated(facts: DocumentFacts) -> list[Fact]:
    """Return what is known of a document that no evaluation was planned for."""
    return [
        Fact("制定机关", facts.issuing_body_name),
        Fact("起草单位", facts.drafting_unit),
        Fact("施行日期", day_words(facts.effective_date)),
        Fact("有效期至", day_words(facts.expiry_date)),
    ]


def _due(page: EvaluationPage, today: date) -> str:
    row = page.row
    if row.due_date is None:
        return "没有规定"
    if page.withdrawn_reason:
        return row.due_date.isoformat()
    if row.report_date is None:
        words, _tone = due_status(row.due_date, today)
    else:
        words, _tone = met_status(row.due_date, row.report_date)
    return f"{row.due_date.isoformat()}　{words}"
