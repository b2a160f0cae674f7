"""One sheet: drafted from the register, completed by a person, printed and saved."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from review.letters.drafting.sheets import SheetAsked
from ui.desk import Desk, Done
from ui.pages.sheet.sheet_work import Sheet, drafted, drawn, saved
from ui.tasks.ticket import Ticket


class SheetViewModel(QObject):
    """Holds the sheet that is shown; ``shown`` gives a ``Sheet`` with its paper."""

    shown = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet: Sheet | None = None
        self._asked: SheetAsked | None = None
        self._drawing: Ticket | None = None

    def draft(self, asked: SheetAsked) -> None:
        """Draft a sheet from the register and draw it."""
        self._asked, self.sheet = asked, None
        self._desk.runner.store.run(
            drafted, asked, owner=self, done=self._draw_draft, failed=self._refuse
        )

    def draft_again(self) -> None:
        """Read the register again."""
        if self._asked is not None:
            self.draft(self._asked)

    def rewrite(self, fields: Mapping[str, object]) -> None:
        """Draw the sheet with what a person wrote."""
        if self.sheet is not None:
            self._draw(self.sheet, fields)

    def save(self, paper_format: str, target: Path) -> None:
        """Save the sheet as it is shown."""
        if self.sheet is None:
            return
        self._desk.runner.paper.run(
            saved,
            self.sheet,
            paper_format,
            target,
            owner=self,
            done=self._tell_saved,
            failed=self._refuse,
        )

    def _draw_draft(self, sheet: Sheet) -> None:
        if sheet.asked == self._asked:
            self._draw(sheet, {})

    def _draw(self, sheet: Sheet, fields: Mapping[str, object]) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
        self._drawing = self._desk.runner.paper.run(
            drawn, sheet, fields, owner=self, done=self._show, failed=self._refuse
        )

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.shown.emit(sheet)

    def _tell_saved(self, target: Path) -> None:
        self._desk.announce(Done(f"已另存为 {target.name}"))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
