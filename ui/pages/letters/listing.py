"""How the letters are narrowed, counted and told in short."""

from collections.abc import Mapping

from models.domain.lifecycle import LetterState
from models.domain.terms import LetterSeries
from models.queries.letters import (
    DeliveryRow,
    LetterFacets,
    LetterFilter,
    LetterOrder,
    letter_facets,
    letter_page,
)
from resources.terms import name_of
from ui.desk import Changes
from ui.pages.letters.table import COLUMNS, LetterSource
from ui.parts.listing import Choices, Listing
from ui.parts.tones import letter_status
from ui.widgets.facts_grid import Fact
from ui.widgets.filter_chips import Choice
from ui.widgets.record_detail import RecordSummary
from ui.widgets.table_columns import Order


def choices_of(facets: LetterFacets) -> Choices:
    """Return what each filter offers, with counts; the newest year first."""
    return {
        "kind": [
            Choice(kind, name_of(LetterSeries(kind)), count) for kind, count in facets.kinds.items()
        ],
        "addressee": [Choice(name, name, count) for name, count in facets.addressees.items()],
        "year": [
            Choice(year, f"{year}年", count)
            for year, count in sorted(facets.years.items(), reverse=True)
        ],
        "state": [
            Choice(state, name_of(LetterState(state)), count)
            for state, count in facets.states.items()
        ],
    }


def filter_of(words: str, values: Mapping[str, str]) -> LetterFilter:
    """Return the filter that words and chips describe."""
    kind, state, year = values.get("kind"), values.get("state"), values.get("year")
    addressee = values.get("addressee")
    return LetterFilter(
        containing=words,
        kinds=frozenset({LetterSeries(kind)} if kind else ()),
        states=frozenset({LetterState(state)} if state else ()),
        years=frozenset({int(year)} if year else ()),
        addressees=frozenset({addressee} if addressee else ()),
    )


def summarise(letter_id: int) -> RecordSummary:
    """Tell what letter it is, to whom it went, and whether it still stands."""
    page = letter_page(letter_id)
    facts = (
        Fact("种类", name_of(page.kind)),
        Fact("主送", page.addressee),
        Fact("文件名称", page.title),
        Fact("日期", page.letter_date.isoformat()),
        Fact("经办人", page.issued_by),
        Fact("份数", str(page.copies)),
        Fact("送达", "；".join(map(_delivery_words, page.deliveries)) or "尚未登记"),
        Fact("撤回理由", page.withdrawn_reason),
    )
    return RecordSummary(page.id, page.letter_number, (letter_status(page.state),), facts)


def _delivery_words(delivery: DeliveryRow) -> str:
    way = name_of(delivery.delivery_way)
    words = f"{delivery.delivered_date.isoformat()} {way} {delivery.recipient}"
    return f"{words}（{delivery.received_by}签收）" if delivery.received_by else words


def _concerns(changes: Changes) -> bool:
    return changes.letters or changes.documents


LETTERS = Listing(
    columns=COLUMNS,
    source=LetterSource(),
    order=Order(LetterOrder.LETTER_DATE, is_descending=True),
    narrow=filter_of,
    count=letter_facets,
    choices=choices_of,
    concerns=_concerns,
    summarise=summarise,
)
