"""How the lines of an issue list are narrowed, and what the filters offer."""

from collections.abc import Mapping

from models.domain.omissions import RowDecision, RowStanding
from models.queries.omissions import UNDECIDED, OmissionCounts, OmissionFilter
from resources.terms import name_of
from ui.widgets.filter_chips import Choice, Filter

WAITING = "waiting"
FILTERS = (
    Filter("work", "待处理"),
    Filter("standing", "情况"),
    Filter("decision", "处理意见"),
    Filter("body", "发文机关"),
    Filter("year", "年份"),
)
HINT = "标题或者发文字号"


def choices_of(counts: OmissionCounts) -> dict[str, list[Choice]]:
    """Return what each filter offers."""
    standings = [one for one in RowStanding if one in counts.standings]
    return {
        "work": [Choice(WAITING, "还没有处理的", counts.waiting)],
        "standing": [Choice(one.value, name_of(one), counts.standings[one]) for one in standings],
        "decision": [
            Choice(value, _decision(value), count) for value, count in counts.decisions.items()
        ],
        "body": [Choice(name, name, count) for name, count in counts.issuing_body_names.items()],
        "year": [Choice(str(year), f"{year}年", count) for year, count in counts.years.items()],
    }


def filter_of(check_id: int, words: str, values: Mapping[str, str]) -> OmissionFilter:
    """Return the filter that words and chips describe."""
    standing, decision = values.get("standing"), values.get("decision")
    body, year = values.get("body"), values.get("year")
    return OmissionFilter(
        check_id,
        containing=words,
        standings=frozenset({RowStanding(standing)} if standing else ()),
        decisions=frozenset({decision} if decision else ()),
        issuing_body_names=frozenset({body} if body else ()),
        years=frozenset({int(year)} if year else ()),
        is_waiting_only=values.get("work") == WAITING,
    )


def _decision(value: str) -> str:
    return "未处理" if value == UNDECIDED else name_of(RowDecision(value))
