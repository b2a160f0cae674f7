"""What the lanes do for the editor of templates: read, draw, check, read and write files."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import AppError, InputError
from models.queries.letter_wordings import WordingVersion, newest_wordings, wording_history
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.style import LetterStyle
from review.letters.wording_check import unasked_fields
from review.letters.wording_errors import WordingError
from review.letters.wording_in_force import KeptWording, wordings_in_force
from review.letters.wording_trial import Remain, Trial, try_all_samples, try_wording
from ui.parts.saving import save_copy


@dataclass(frozen=True)
class Wordings:
    """What is in force of every kind, what was decided last, and how papers are set."""

    in_force: dict[str, KeptWording]
    newest: dict[str, WordingVersion]
    style: LetterStyle


@dataclass(frozen=True)
class DrawnText:
    """A text as it was tried out: its faults, else the page of its sample."""

    kind_id: str
    text: str
    faults: tuple[AppError, ...]
    pdf: bytes = b""
    unasked: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckedText:
    """A text tried out with all samples."""

    kind_id: str
    text: str
    faults: tuple[WordingError, ...]
    remains: tuple[Remain, ...]


def read_wordings() -> Wordings:
    """Return what is in force."""
    return Wordings(wordings_in_force(), newest_wordings(), style_in_force())


def read_history(kind_id: str) -> tuple[WordingVersion, ...]:
    """Return every version of a kind, the newest first."""
    return wording_history(kind_id)


def draw_text(kind_id: str, text: str, style: LetterStyle) -> DrawnText:
    """Set the sample of a kind with a text."""
    trial: Trial = try_wording(kind_id, text)
    if trial.model is None:
        return DrawnText(kind_id, text, trial.faults)
    unasked = unasked_fields(text, LETTER_KINDS[kind_id])
    try:
        return DrawnText(kind_id, text, (), write_pdf(trial.model, style), unasked)
    except InputError as fault:
        return DrawnText(kind_id, text, (fault,), unasked=unasked)


def check_text(kind_id: str, text: str) -> CheckedText:
    """Try a text out with all samples of a kind."""
    trial = try_all_samples(kind_id, text)
    return CheckedText(kind_id, text, trial.faults, trial.remains)


def write_file(file: Path, text: str) -> Path:
    """Write a text where the person wants it."""
    return save_copy(file, text.encode())
