"""The columns of the documents of a cleanup, and what the filters above them offer."""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import SuggestionGround
from models.queries.cleanup_entries import EntryRow
from resources.terms import name_of
from ui.pages.cleanup.entry_rows import (
    CONFLICT,
    DECIDED,
    GRAVE,
    LACKING,
    OPINIONS,
    SILENT,
    UNDECIDED,
    WORK,
    EntryFilter,
)
from ui.pages.cleanup.outcomes import TONES, lacking
from ui.widgets.filter_chips import Choice, Filter
from ui.widgets.table_columns import Column, Shape
from ui.widgets.tokens import Tone

FILTERS = (
    Filter("work", "审核"),
    Filter("unit", "单位"),
    Filter("opinion", "单位意见"),
    Filter("ground", "系统提示"),
    Filter("outcome", "审核意见"),
)
HINT = "标题或者发文字号"
_WORK_NAMES = {UNDECIDED: "未审核", DECIDED: "已审核", LACKING: "已审核，缺依据或者期限"}
_OPINION_NAMES = {
    CONFLICT: "与审核意见不一致",
    GRAVE: "一方留、一方废",
    SILENT: "没有意见",
}


def choices_of(rows: Sequence[EntryRow]) -> dict[str, list[Choice]]:
    """Return what each filter offers, with its count."""
    units = Counter(row.unit_name for row in rows)
    grounds = Counter(ground for row in rows for ground in {one.ground for one in row.suggestions})
    outcomes = Counter(row.decision.outcome for row in rows if row.decision)
    return {
        "work": [Choice(key, name, sum(map(WORK[key], rows))) for key, name in _WORK_NAMES.items()],
        "unit": [Choice(name, name, count) for name, count in sorted(units.items())],
        "opinion": [
            Choice(key, name, sum(map(OPINIONS[key], rows))) for key, name in _OPINION_NAMES.items()
        ],
        "ground": [
            Choice(one.value, name_of(one), grounds[one])
            for one in SuggestionGround
            if grounds[one]
        ],
        "outcome": [Choice(one.value, name_of(one), outcomes[one]) for one in CleanupOutcome],
    }


def filter_of(words: str, values: Mapping[str, str]) -> EntryFilter:
    """Return the filter that words and chips describe."""
    return EntryFilter(words=words, **values)


def _opinion(row: EntryRow) -> str:
    return name_of(row.opinion.choice) if row.opinion else ""


def _opinion_tone(row: EntryRow) -> Tone:
    return TONES[row.opinion.choice] if row.opinion else Tone.PLAIN


def _suggestion(row: EntryRow) -> str:
    if not row.suggestions:
        return ""
    first = row.suggestions[0]
    return f"建议{name_of(first.outcome)}：{name_of(first.ground)}"


def decision_words(row: EntryRow) -> str:
    """Return the outcome decided, and a mark where something is still to be written."""
    if row.decision is None:
        return ""
    mark = "，待补" if any(lacking(row.decision)) else ""
    return f"{name_of(row.decision.outcome)}{mark}"


def _decision_tone(row: EntryRow) -> Tone:
    return TONES[row.decision.outcome] if row.decision else Tone.PLAIN


COLUMNS: tuple[Column[EntryRow], ...] = (
    Column("title", "文件名称", 176, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column(
        "document_number",
        "发文字号",
        120,
        lambda row: row.document_number,
        shape=Shape.TWO_LINES,
    ),
    Column("unit", "单位", 112, lambda row: row.unit_name, shape=Shape.TWO_LINES),
    Column("opinion", "单位意见", 114, _opinion, shape=Shape.PLATE, tone=_opinion_tone),
    Column("suggestion", "系统提示", 122, _suggestion, shape=Shape.TWO_LINES),
    Column("decision", "审核意见", 132, decision_words, shape=Shape.PLATE, tone=_decision_tone),
)
