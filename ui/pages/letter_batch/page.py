"""Many letters of one kind (成批出具): proposed, looked at, issued, then printed or saved."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from models.domain.terms import LetterSeries
from models.queries.office import today
from resources.terms import name_of
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.preflight.preflight import preflight
from ui.desk import Desk, Route
from ui.page import Page
from ui.parts.letter_batch.batch_line import Remark
from ui.parts.letter_batch.view import LetterBatchView


class LetterBatchPage(Page):
    """Shows the batch of the kind that is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.batch = LetterBatchView(desk, remarks_of)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.addWidget(self.batch)

    def open(self, route: Route) -> None:
        """Propose the letters that are due now."""
        kind = LetterSeries(route.asked("kind") or LetterSeries.FILING_RECEIPT)
        self.crumb_changed.emit(f"成批出具{name_of(kind)}")
        self.batch.open(kind)

    def refresh(self) -> None:
        """Propose again."""
        if self.batch.view_model.kind is not None:
            self.batch.open(self.batch.view_model.kind)


def remarks_of(proposed: ProposedLetter) -> Sequence[Remark]:
    """Return what the look before issue finds in a letter."""
    return tuple(
        Remark(finding.words, finding.code, finding.is_serious)
        for finding in preflight(proposed, today())
    )
