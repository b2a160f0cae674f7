"""What the lanes do for a sheet: draft it from the register, draw it, save it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from models.queries.office import today
from review.letters.compose import compose
from review.letters.docx_writer import write_docx
from review.letters.drafting.sheets import SheetAsked, draft_sheet
from review.letters.kinds.base import Letter
from review.letters.letter_data import data_of, letter_from_data
from review.letters.letter_model import LetterModel
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.style import STANDARD, LetterStyle
from review.letters.wording_in_force import wording_in_force
from ui.parts.saving import save_copy


@dataclass(frozen=True)
class Sheet:
    """A sheet with its paper, in the style and the words of the office."""

    asked: SheetAsked
    letter: Letter
    style: LetterStyle = STANDARD
    wording: str | None = None
    pdf: bytes = b""


def drafted(asked: SheetAsked) -> Sheet:
    """Draft a sheet from the register."""
    wording = wording_in_force(asked.kind_id).text
    return Sheet(asked, draft_sheet(asked, today()), style_in_force(), wording)


def drawn(sheet: Sheet, fields: Mapping[str, object]) -> Sheet:
    """Return the sheet with some fields written by a person and its paper drawn."""
    data = {**data_of(sheet.letter), **fields}
    letter = letter_from_data(sheet.asked.kind_id, data) if fields else sheet.letter
    return replace(sheet, letter=letter, pdf=write_pdf(_composed(sheet, letter), sheet.style))


def saved(sheet: Sheet, paper_format: str, target: Path) -> Path:
    """Save a sheet in one of the formats."""
    if paper_format == "pdf":
        return save_copy(target, sheet.pdf)
    return save_copy(target, write_docx(_composed(sheet, sheet.letter), sheet.style))


def _composed(sheet: Sheet, letter: Letter) -> LetterModel:
    return compose(letter, wording=sheet.wording)
