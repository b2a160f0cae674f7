"""What the lanes do for a letter: read its record, draw its paper, fetch and save its copies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from models.domain.letter_rules import RULES, Standing
from models.domain.lifecycle import LetterState
from models.domain.profile import Profile
from models.domain.terms import LetterSeries
from models.files import FileStore
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentLetterRow
from models.queries.filing_page import filing_page
from models.queries.letters import LetterPage, letter_page
from models.queries.office import today
from models.queries.review_page import review_page
from review.letters.compose import compose
from review.letters.drafting.proposals import PROPOSALS
from review.letters.drafting.proposed_letter import ProposedLetter
from review.letters.faces_report import FacesReport, faces_used
from review.letters.masking import masked_paper
from review.letters.office_style import style_in_force
from review.letters.pdf_writer import write_pdf
from review.letters.style import STANDARD, LetterStyle
from review.letters.wording_in_force import wording_in_force
from ui.parts.papers.paper import Paper, paper_of
from ui.parts.saving import save_copy


@dataclass(frozen=True)
class LetterAsked:
    """Which letter is wanted: its kind and the filing, review or document it is about."""

    kind: LetterSeries
    record_id: int


@dataclass(frozen=True)
class Proposal:
    """A letter before it is issued, with its paper as it would be printed."""

    proposed: ProposedLetter
    title: str
    style: LetterStyle = STANDARD
    wording: str | None = None
    pdf: bytes = b""
    faces: FacesReport | None = None


@dataclass(frozen=True)
class FrozenLetter:
    """An issued letter with its paper from the store."""

    page: LetterPage
    pdf: bytes


def standing_or_proposed(asked: LetterAsked, profile: Profile) -> int | Proposal:
    """Return the id of the letter that stands for the record, else the proposal of one.

    Where several letters of a kind may stand about one record, another one is proposed.
    """
    proposed = PROPOSALS[asked.kind](asked.record_id, today())
    letters, title = _letters_and_title(proposed, profile)
    if RULES[asked.kind].standing is Standing.ONE:
        for letter in letters:
            if letter.kind is asked.kind and letter.state is LetterState.ISSUED:
                return letter.id
    wording = wording_in_force(asked.kind.value).text
    return Proposal(proposed, title, style_in_force(), wording)


def _letters_and_title(
    proposed: ProposedLetter, profile: Profile
) -> tuple[tuple[DocumentLetterRow, ...], str]:
    if proposed.review_id is not None:
        review = review_page(proposed.review_id)
        return review.letters, review.title
    if proposed.filing_id is not None:
        filing = filing_page(proposed.filing_id, profile)
        return filing.letters, filing.title
    if proposed.document_id is not None:
        document = document_page(proposed.document_id, profile, today())
        return document.letters, document.facts.title
    return (), proposed.letter.addressee


def drawn(proposal: Proposal, fields: Mapping[str, object]) -> Proposal:
    """Return the proposal with some fields written anew and its paper drawn."""
    changed = proposal.proposed.changed(fields)
    model = compose(changed.letter, wording=proposal.wording)
    return replace(
        proposal,
        proposed=changed,
        pdf=write_pdf(model, proposal.style),
        faces=faces_used(model, proposal.style),
    )


def frozen_letter(letter_id: int, store: FileStore) -> FrozenLetter:
    """Return an issued letter with its paper, checked against its hash."""
    page = letter_page(letter_id)
    return FrozenLetter(page, paper_of(page).read(store, "pdf"))


def save_masked(page: LetterPage, target: Path) -> Path:
    """Save a copy of an answer to a citizen without personal data; see ``masked_paper``."""
    return save_copy(target, masked_paper(page.kind.value, page.data, target.suffix[1:]))


def save_paper(store: FileStore, paper: Paper, paper_format: str, target: Path) -> Path:
    """Save a copy of an issued paper, checked against its hash."""
    return save_copy(target, paper.read(store, paper_format))
