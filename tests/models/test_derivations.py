"""A due date is explained in one Chinese sentence."""

import tomllib
from datetime import date
from string import Formatter

import pytest

from models.calendars import load_calendar
from models.derivations import explain
from models.domain.calendar import Pause, TermUnit, deadline, parse_term
from resources import path_of

PAUSE = Pause(date(2026, 3, 5), date(2026, 3, 10), "补正期间")


@pytest.mark.parametrize(
    ("event", "start", "term", "pauses", "sentence"),
    [
        (
            "published_date",
            date(2026, 3, 2),
            "15日",
            (),
            "公布 2026-03-02 + 15 日 = 2026-03-17，周二",
        ),
        (
            "received_date",
            date(2026, 9, 28),
            "5个工作日",
            (),
            "收到 2026-09-28 + 5 个工作日 = 2026-10-10，周六（调休上班）",
        ),
        (
            "received_date",
            date(2026, 3, 2),
            "30日",
            (PAUSE,),
            "；".join(
                [
                    "收到 2026-03-02 + 30 日 = 2026-04-01，周三",
                    "补正期间停止计算 5 日，顺延至 2026-04-06，周一",
                    "当日不是工作日，顺延至 2026-04-07，周二",
                ]
            ),
        ),
        (
            "delivered_date",
            date(2026, 12, 20),
            "30日",
            (),
            "送达 2026-12-20 + 30 日 = 2027-01-19，周二（所涉年份的放假安排尚未录入，日期为预估）",
        ),
    ],
)
def test_a_due_date_is_told_with_every_step(
    event: str, start: date, term: str, pauses: tuple[Pause, ...], sentence: str
) -> None:
    found = deadline(
        event, start, parse_term(term), load_calendar(), rolls_over_holidays=True, pauses=pauses
    )
    assert explain(found) == sentence


def test_there_are_words_for_every_unit_and_only_known_places_in_the_sentences() -> None:
    words = tomllib.loads(path_of("calendars", "derivation.toml").read_text(encoding="utf-8"))
    assert set(words["units"]) == {unit.value for unit in TermUnit}
    known = {"event", "start", "amount", "unit", "due", "weekday", "reason"}
    for sentence in words["sentences"].values():
        assert {name for _, name, _, _ in Formatter().parse(sentence) if name} <= known
