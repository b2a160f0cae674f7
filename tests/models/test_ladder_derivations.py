"""The date of a step before the end of a term is told in one sentence with its source."""

from datetime import date

import pytest

from models.calendars import load_calendar
from models.domain.calendar import parse_term
from models.domain.profile import ReminderPeriod
from models.domain.validity_ladder import LadderRule, LadderStep, ladder_of
from models.ladder_derivations import explain_ladder_date

END = date(2027, 3, 31)
PARTS = {
    "guess": "（所涉年份的放假安排尚未录入，日期为预估）",
    "unchecked": "（依据：外地，未核实）",
}


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (
            LadderRule(LadderStep.EVALUATION, parse_term("6个月"), source="县规定第九条"),
            "有效期届满 2027-03-31，届满前 6 个月 = 2026-09-30，周三（依据：县规定第九条）",
        ),
        (
            LadderRule(
                LadderStep.REMINDER,
                period=ReminderPeriod.QUARTER_END,
                source="外地",
                is_verified=False,
            ),
            "有效期届满 2027-03-31，在2027年第1季度，上季度末 = 2026-12-31，周四{unchecked}",
        ),
        (
            LadderRule(LadderStep.REMINDER, period=ReminderPeriod.MONTH_END, source="外地"),
            "有效期届满 2027-03-31，上月末 = 2027-02-28，周日（依据：外地）",
        ),
        (
            LadderRule(LadderStep.EXPIRY),
            "有效期至 2027-03-31，周三；没有延续的，次日起失效",
        ),
        (
            LadderRule(LadderStep.FORMALITIES, parse_term("5个工作日"), source="县规定"),
            "有效期届满 2027-03-31，届满前 5 个工作日 = 2027-03-24，周三{guess}（依据：县规定）",
        ),
    ],
)
def test_the_date_of_a_step_is_told(rule: LadderRule, sentence: str) -> None:
    (found,) = ladder_of(END, (rule,), load_calendar())
    assert explain_ladder_date(found) == sentence.format(**PARTS)
