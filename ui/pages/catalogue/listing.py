"""How the catalogue is narrowed, counted and told in short."""

from collections.abc import Mapping
from datetime import date

from models.domain.terms import DocumentClass, ValidityStatus
from models.queries.day_catalogue import (
    CatalogueCounts,
    CatalogueEntry,
    CatalogueFilter,
    CatalogueOrder,
    catalogue_counts,
    catalogue_entries,
    events_until,
)
from resources.terms import name_of
from review.letters.drafting.catalogue_words import event_words, last_day_words, standing_words
from ui.desk import Changes
from ui.pages.catalogue.table import COLUMNS, CatalogueSource
from ui.parts.days import day_words
from ui.parts.listing import Choices, Listing
from ui.parts.tones import VALIDITY_TONES
from ui.widgets.facts_grid import Fact
from ui.widgets.filter_chips import Choice
from ui.widgets.record_detail import RecordSummary
from ui.widgets.table_columns import Order

DAY, STATUS, BODY, CLASS = "day", "status", "issuing_body", "document_class"
IN_FORCE = "in_force"


class CatalogueListing:
    """What the list asks of the register; the day is that of the filter."""

    def __init__(self, day: date) -> None:
        self._source = CatalogueSource(day)

    def listing(self) -> Listing[CatalogueEntry, CatalogueFilter, CatalogueCounts]:
        """Return it as a page takes it."""
        return Listing(
            columns=COLUMNS,
            source=self._source,
            order=Order(CatalogueOrder.ISSUING_BODY, is_descending=False),
            narrow=self.narrow,
            count=self._count,
            choices=choices_of,
            concerns=_concerns,
            summarise=self._summarise,
        )

    def narrow(self, words: str, values: Mapping[str, str]) -> CatalogueFilter:
        """Return the filter that words, chips and day describe."""
        day = values.get(DAY)
        return filter_of(date.fromisoformat(day) if day else self._source.day, words, values)

    def _count(self) -> CatalogueCounts:
        return catalogue_counts(self._source.day)

    def _summarise(self, document_id: int) -> RecordSummary:
        return summarise(document_id, self._source.day)


def filter_of(day: date, words: str, values: Mapping[str, str]) -> CatalogueFilter:
    """Return the filter for a day; without a choice everything of the day is listed."""
    body, document_class = values.get(BODY), values.get(CLASS)
    return CatalogueFilter(
        day,
        containing=words,
        statuses=_statuses(values.get(STATUS)),
        issuing_body_names=frozenset({body} if body else ()),
        document_classes=frozenset({DocumentClass(document_class)} if document_class else ()),
    )


def choices_of(counts: CatalogueCounts) -> Choices:
    """Return what each filter offers; 现行有效 takes two statuses together."""
    in_force = sum(count for one, count in counts.statuses.items() if one.is_in_force)
    return {
        STATUS: [
            Choice(IN_FORCE, "现行有效", in_force),
            *(Choice(one.value, name_of(one), count) for one, count in counts.statuses.items()),
        ],
        BODY: [Choice(name, name, count) for name, count in counts.issuing_body_names.items()],
        CLASS: [
            Choice(one.value, name_of(one), count) for one, count in counts.document_classes.items()
        ],
    }


def summarise(document_id: int, day: date) -> RecordSummary:
    """Tell how a document stood on a day, and what had happened to it by then."""
    (entry,) = catalogue_entries([document_id], day)
    events = events_until([document_id], day).get(document_id, ())
    facts = [
        Fact("发文字号", entry.document_number),
        Fact("统一登记号", entry.unified_number),
        Fact("制定机关", entry.issuing_body_name),
        Fact("文件类别", name_of(entry.document_class)),
        Fact("公布日期", day_words(entry.published_date)),
        Fact("施行日期", day_words(entry.effective_date)),
        Fact("有效期", last_day_words(entry)),
        Fact("沿革", "\n".join(map(event_words, events))),
    ]
    plate = (standing_words(entry), VALIDITY_TONES[entry.status])
    return RecordSummary(entry.id, entry.title, [plate], facts)


def _statuses(chosen: str | None) -> frozenset[ValidityStatus]:
    if not chosen:
        return frozenset()
    if chosen == IN_FORCE:
        return frozenset(one for one in ValidityStatus if one.is_in_force)
    return frozenset({ValidityStatus(chosen)})


def _concerns(changes: Changes) -> bool:
    return changes.documents or changes.filings
