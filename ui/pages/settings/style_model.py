"""The typesetting as it stands, and a specimen set by what the form says."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from models.errors import AppError
from models.settings import StyleKey
from review.letters.compose import compose
from review.letters.faces_report import FacesReport, faces_used
from review.letters.office_style import settings_of, style_from_settings, style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.sample_letters import sample_letter
from review.letters.style import STANDARD
from ui.desk import Desk
from ui.tasks.ticket import Ticket

# An opinion has all the form can change: several pages, headings, a table and an imprint.
_SPECIMEN = "review_opinion"


@dataclass(frozen=True)
class Specimen:
    """A sample letter as it would be printed, and whether its style is the standard's."""

    pdf: bytes
    faces: FacesReport
    is_standard: bool


class StyleViewModel(QObject):
    """Reads the style in force and draws specimens; only the last one asked for is shown."""

    style_read = Signal(object)
    drawn = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._drawing: Ticket | None = None

    def read(self) -> None:
        """Read the style in force."""
        self._desk.runner.store.run(
            _style_settings, owner=self, done=self.style_read.emit, failed=self._refuse
        )

    def draw(self, values: Mapping[StyleKey, str]) -> None:
        """Draw the specimen by these settings."""
        if self._drawing is not None:
            self._drawing.cancel()
        self._drawing = self._desk.runner.paper.run(
            specimen, dict(values), owner=self, done=self.drawn.emit, failed=self._refuse
        )

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def specimen(values: Mapping[StyleKey, str]) -> Specimen:
    """Return the sample letter set by these settings."""
    style = style_from_settings(values)
    model = compose(sample_letter(_SPECIMEN))
    return Specimen(write_pdf(model, style), faces_used(model, style), style == STANDARD)


def standard_settings() -> dict[StyleKey, str]:
    """Return the settings of the standard."""
    return settings_of(STANDARD)


def _style_settings() -> dict[StyleKey, str]:
    return settings_of(style_in_force())
