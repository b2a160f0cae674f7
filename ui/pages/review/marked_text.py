"""The text under review with its findings underlined, the one stood on lit up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.pages.review.finding_cards import finding_tone
from ui.pages.review.view_model import PlacedFinding
from ui.widgets.text_pane import Place, TextPane


class MarkedText(TextPane):
    """Words can be selected by mouse and keyboard, to be marked as a problem."""

    def __init__(self) -> None:
        super().__init__("被审查文件的正文")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def select_nothing(self) -> None:
        """Take the selection back, so that what was marked shows its own light."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def show_findings(
        self, findings: Sequence[PlacedFinding], current: PlacedFinding | None
    ) -> None:
        """Underline the findings that stand; light up the current one and bring it into sight."""
        here = current.place if current else None
        places = [
            (Place(one.place.start, one.place.end), finding_tone(one.row.finding_class))
            for one in findings
            if one.place and one.is_standing and one.place != here
        ]
        if here is None:
            self.highlight(places)
            return
        place = Place(here.start, here.end)
        self.highlight([*places, (place, None)])
        self.scroll_to(place)
