"""The columns and filters of the letters."""

from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.queries.letters import LetterFacets, LetterRow
from resources.terms import name_of
from ui.widgets.filter_chips import Choice, Filter
from ui.widgets.table_columns import Column, Shape, Side
from ui.widgets.tokens import Tone

TONES = {LetterState.ISSUED: Tone.OK, LetterState.WITHDRAWN: Tone.GONE}

COLUMNS: tuple[Column[LetterRow], ...] = (
    Column("letter_number", "文号", 190, lambda row: row.letter_number),
    Column("kind", "种类", 140, lambda row: name_of(row.kind)),
    Column("addressee", "主送", 190, lambda row: row.addressee, shape=Shape.TWO_LINES),
    Column("title", "文件名称", 300, lambda row: row.title, shape=Shape.TWO_LINES, takes_rest=True),
    Column("letter_date", "日期", 110, lambda row: row.letter_date.isoformat(), Side.RIGHT),
    Column(
        "state",
        "状态",
        110,
        lambda row: name_of(row.state),
        shape=Shape.PLATE,
        tone=lambda row: TONES[row.state],
    ),
)

FILTERS = (Filter("kind", "种类"), Filter("year", "年份"), Filter("state", "状态"))


def choices_of(facets: LetterFacets) -> dict[str, tuple[Choice, ...]]:
    """Return what each filter offers, with counts; the newest year first."""
    return {
        "kind": tuple(
            Choice(kind, name_of(LetterSeries(kind)), count) for kind, count in facets.kinds.items()
        ),
        "year": tuple(
            Choice(year, f"{year}年", facets.years[year]) for year in sorted(facets.years)[::-1]
        ),
        "state": tuple(
            Choice(state, name_of(LetterState(state)), count)
            for state, count in facets.states.items()
        ),
    }
