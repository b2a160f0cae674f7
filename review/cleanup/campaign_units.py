"""The units of a cleanup and their documents, as their sheets ask about them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from models.queries.cleanup import campaign, progress_by_unit
from models.queries.cleanup_entries import EntryRow, entries
from models.queries.office import office
from resources.terms import name_of
from review.cleanup.opinion_sheets.asked import AskedDocument, AskedUnit


def asked_units(
    campaign_id: int, day: date, unit_ids: Collection[int] | None = None
) -> tuple[AskedUnit, ...]:
    """Return the sheets of a cleanup, by the name of the unit.

    Args:
        campaign_id: The cleanup.
        day: On which the validity of the documents is looked up.
        unit_ids: The units whose sheets are wanted; None for all.

    Raises:
        CampaignMissingError: there is no such cleanup.
    """
    page, asking = campaign(campaign_id), office()
    due = page.row.reply_due_date
    documents: defaultdict[int, list[AskedDocument]] = defaultdict(list)
    for row in entries(campaign_id, day):
        documents[row.unit_id].append(_asked(row))
    return tuple(
        AskedUnit(
            campaign_id=campaign_id,
            campaign_name=page.row.name,
            office_name=asking.office_name,
            contact=page.contact,
            unit_id=unit.unit_id,
            unit_name=unit.unit_name,
            due_date=due if due and due >= day else None,
            documents=tuple(documents[unit.unit_id]),
        )
        for unit in progress_by_unit(campaign_id)
        if unit_ids is None or unit.unit_id in unit_ids
    )


def _asked(row: EntryRow) -> AskedDocument:
    return AskedDocument(
        document_id=row.document_id,
        title=row.title,
        number=row.document_number,
        unified_number=row.unified_number,
        issued_date=row.issued_date,
        effective_date=row.effective_date,
        expiry_date=row.expiry_date,
        status=name_of(row.status),
    )
