"""What is to be done before a document's term ends, and until when (届满前各步).

Every step is counted back from the last day in force. A last day that is not worked is not moved:
a step that must be done so long before the end would be late on the next working day.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.domain.calendar import (
    MONTHS_A_YEAR,
    ONE_DAY,
    Term,
    TermUnit,
    WorkingDayCalendar,
    add_months,
)
from models.domain.profile import Profile, ReminderPeriod
from models.domain.quarters import Quarter


class LadderStep(StrEnum):
    """A step before the end of a term, in the order of a renewal."""

    REMINDER = "reminder"  # 提醒实施单位
    REPLY = "reply"  # 单位回复
    EVALUATION = "evaluation"  # 开展评估
    OPINION = "opinion"  # 送审核意见
    SUBMISSION = "submission"  # 报送审议
    FORMALITIES = "formalities"  # 办结延续手续
    EXPIRY = "expiry"  # 有效期届满


@dataclass(frozen=True, slots=True)
class LadderRule:
    """How long before the end a step is due, with the rule it stands on.

    The reminder has a ``period``, the steps of a renewal a ``lead``. The reply is due on the day
    that the reminder names; its ``source`` is that letter.
    """

    step: LadderStep
    lead: Term | None = None
    period: ReminderPeriod | None = None
    source: str = ""
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class LadderDate:
    """When a step is due for a term that ends on a day.

    ``is_estimated`` when working days were counted through a year whose holidays are not known.
    """

    rule: LadderRule
    expiry_date: date
    due_date: date
    is_estimated: bool = False

    @property
    def step(self) -> LadderStep:
        """Return the step that is due."""
        return self.rule.step


class DueWindow(StrEnum):
    """How near a due date is; the windows lie in each other and begin today, but the first."""

    OVERDUE = "overdue"  # 已逾期
    WEEK = "week"  # 7 天内
    MONTH = "month"  # 30 天内
    QUARTER = "quarter"  # 本季度

    def last_day(self, today: date) -> date:
        """Return the last day that lies in the window."""
        match self:
            case DueWindow.OVERDUE:
                return today - ONE_DAY
            case DueWindow.QUARTER:
                return Quarter.of(today).last_day
            case _:
                return today + _DAYS[self]

    def holds(self, due_date: date, today: date) -> bool:
        """Tell whether a due date lies in the window."""
        is_past = due_date < today
        if self is DueWindow.OVERDUE:
            return is_past
        return not is_past and due_date <= self.last_day(today)


# How people plan a week and a month of work; no rule of law.
_DAYS = {DueWindow.WEEK: timedelta(days=7), DueWindow.MONTH: timedelta(days=30)}
# The longest quarter, or a month of 31 days, and a day.
_LONGEST_PERIOD = timedelta(days=93)


def ladder_rules(profile: Profile) -> tuple[LadderRule, ...]:
    """Return the steps a jurisdiction asks for; the last day itself is always the last of them."""
    terms = (
        (LadderStep.EVALUATION, profile.pre_expiry_evaluation_term),
        (LadderStep.OPINION, profile.renewal_opinion_term),
        (LadderStep.SUBMISSION, profile.renewal_submission_term),
        (LadderStep.FORMALITIES, profile.renewal_before_term),
    )
    leads = tuple(
        LadderRule(step, lead=one.value, source=one.source, is_verified=one.is_verified)
        for step, one in terms
        if one.value is not None
    )
    return (*_reminder_rule(profile), *leads, LadderRule(LadderStep.EXPIRY))


def _reminder_rule(profile: Profile) -> tuple[LadderRule, ...]:
    said = profile.reminder_period
    if said.value is None:
        return ()
    step = LadderStep.REMINDER
    rule = LadderRule(step, None, said.value, said.source, said.is_verified)
    return (rule,)


def ladder_of(
    expiry_date: date, rules: Collection[LadderRule], calendar: WorkingDayCalendar
) -> tuple[LadderDate, ...]:
    """Return when each step is due for a term whose last day is given, by due date."""
    return in_order(_date_of(rule, expiry_date, calendar) for rule in rules)


def reply_asked(letter_number: str, reply_date: date, expiry_date: date) -> LadderDate:
    """Return when the unit's reply is due that a reminder asked for."""
    return LadderDate(LadderRule(LadderStep.REPLY, source=letter_number), expiry_date, reply_date)


def in_order(dates: Iterable[LadderDate]) -> tuple[LadderDate, ...]:
    """Return dates by day, those of one day in the order of the steps."""
    order = list(LadderStep)
    return tuple(sorted(dates, key=lambda one: (one.due_date, order.index(one.step))))


def latest_expiry(until: date, rules: Collection[LadderRule]) -> date:
    """Return a day after which no term ends that has a step due until the day given."""
    return max(_reach(until, rule) for rule in rules)


def _date_of(rule: LadderRule, expiry: date, calendar: WorkingDayCalendar) -> LadderDate:
    if rule.period is not None:
        return LadderDate(rule, expiry, _end_before(expiry, rule.period))
    if rule.lead is None:
        return LadderDate(rule, expiry, expiry)
    due = _back(expiry, rule.lead, calendar)
    counts_work = rule.lead.unit is TermUnit.WORKING_DAY
    years = range(due.year, expiry.year + 1)
    is_estimated = counts_work and not calendar.covered_years.issuperset(years)
    return LadderDate(rule, expiry, due, is_estimated)


def _end_before(expiry: date, period: ReminderPeriod) -> date:
    if period is ReminderPeriod.MONTH_END:
        return expiry.replace(day=1) - ONE_DAY
    return Quarter.of(expiry).first_day - ONE_DAY


def _back(day: date, lead: Term, calendar: WorkingDayCalendar) -> date:
    match lead.unit:
        case TermUnit.CALENDAR_DAY:
            return day - timedelta(days=lead.amount)
        case TermUnit.MONTH:
            return add_months(day, -lead.amount)
        case TermUnit.YEAR:
            return add_months(day, -lead.amount * MONTHS_A_YEAR)
        case TermUnit.WORKING_DAY:
            return _working_days_back(day, lead.amount, calendar)


def _working_days_back(day: date, amount: int, calendar: WorkingDayCalendar) -> date:
    while amount > 0:
        day -= ONE_DAY
        amount -= calendar.is_working_day(day)
    return day


def _reach(until: date, rule: LadderRule) -> date:
    if rule.period is not None:
        return until + _LONGEST_PERIOD
    if rule.lead is None:
        return until
    match rule.lead.unit:
        case TermUnit.CALENDAR_DAY:
            return until + timedelta(days=rule.lead.amount)
        case TermUnit.WORKING_DAY:
            # Every fortnight but those of the long holidays has more working days than five.
            return until + timedelta(days=rule.lead.amount * 14 // 5 + 14)
        case TermUnit.MONTH:
            return add_months(until, rule.lead.amount + 1)
        case TermUnit.YEAR:
            return add_months(until, rule.lead.amount * MONTHS_A_YEAR + 1)
