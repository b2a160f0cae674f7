"""What the page of a cleanup reads at once, in the store lane."""

from dataclasses import dataclass
from datetime import date

from models.domain.cleanup_campaign import IN_WORK
from models.domain.lifecycle import CampaignState
from models.queries.cleanup import CampaignPage, UnitProgress, campaign, progress_by_unit
from models.queries.cleanup_entries import EntryRow, entries
from models.queries.office import today
from resources.terms import name_of


@dataclass(frozen=True)
class CampaignShown:
    """A cleanup with everything its tabs show, as of today.

    Attributes:
        rows: The documents in it, in the order of its list.
        removed: Those that were taken out.
    """

    page: CampaignPage
    units: tuple[UnitProgress, ...]
    rows: tuple[EntryRow, ...]
    removed: tuple[EntryRow, ...]
    day: date

    @property
    def state(self) -> CampaignState:
        """Where it stands."""
        return self.page.row.state

    @property
    def is_in_work(self) -> bool:
        """Whether documents, opinions and decisions may still change."""
        return self.state in IN_WORK


def read_campaign(campaign_id: int) -> CampaignShown:
    """Read a cleanup.

    Raises:
        CampaignMissingError: there is none with this id.
    """
    day = today()
    everything = entries(campaign_id, day, with_removed=True)
    return CampaignShown(
        page=campaign(campaign_id),
        units=progress_by_unit(campaign_id),
        rows=tuple(row for row in everything if not row.is_removed),
        removed=tuple(row for row in everything if row.is_removed),
        day=day,
    )


def note_of(shown: CampaignShown) -> str:
    """Return kind, stage and counts of a cleanup in one line."""
    row = shown.page.row
    parts = [name_of(row.kind), name_of(row.state)]
    if shown.page.scope is not None:
        parts += [
            f"文件 {row.documents} 件",
            f"单位意见 {row.opinions} 件",
            f"已审核 {row.decided} 件",
        ]
    return "　".join(parts)
