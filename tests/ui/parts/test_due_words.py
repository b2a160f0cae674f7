"""How near a date is stands in words and tone together."""

from datetime import date

import pytest

from models.due_dates import filing_timeliness
from models.profiles import load_profile
from ui.parts.due_words import due_status, met_status, timeliness_status, timely_status
from ui.widgets.tokens import Tone

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 3, 30), ("还有 14 天", Tone.PLAIN)),
        (date(2026, 3, 23), ("还有 7 天", Tone.WAIT)),
        (TODAY, ("今天到期", Tone.WAIT)),
        (date(2026, 3, 13), ("已超 3 天", Tone.LATE)),
    ],
)
def test_an_open_date_says_how_many_days_are_left(due: date, said: tuple[str, Tone]) -> None:
    assert due_status(due, TODAY) == said


def test_a_date_that_was_met_says_whether_in_time() -> None:
    assert met_status(TODAY, TODAY) == ("按期", Tone.OK)
    assert met_status(TODAY, date(2026, 3, 18)) == ("逾期 2 天", Tone.LATE)


def test_a_filing_says_its_day_or_how_late_it_came() -> None:
    due = date(2026, 3, 17)

    assert timely_status(TODAY, due, 14) == ("按期，第 14 天", Tone.OK)
    assert timely_status(date(2026, 3, 20), due, 18) == ("逾期 3 天", Tone.LATE)
    assert timely_status(TODAY, None, None)[1] is Tone.GONE


@pytest.mark.parametrize(
    ("received", "said"),
    [
        (date(2026, 3, 17), ("按期，第 15 天", Tone.OK)),
        (date(2026, 3, 18), ("逾期 1 天", Tone.LATE)),
    ],
)
def test_the_judgement_turns_on_the_day_after_the_last(
    received: date, said: tuple[str, Tone]
) -> None:
    judged = filing_timeliness(load_profile("hunan"), date(2026, 3, 2), received)

    assert timeliness_status(judged) == said
