"""What can go up with a filing as the register stands: each paper with its number and files."""

from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType

from models.domain.lifecycle import LetterState
from models.domain.outgoing_filing import missing_materials
from models.domain.records import FileRole, MaterialEntry
from models.domain.terms import EvidenceKind, LetterSeries, MaterialKind
from models.queries.document_rows import EvidenceRow, FileRow
from models.queries.filing_statements import newest_statement
from models.queries.letters import letter_page
from resources.terms import name_of
from review.letters.drafting.words import inner, phrase
from review.outgoing.facts import OutgoingFacts


@dataclass(frozen=True)
class KeptFile:
    """A file of the register that goes along: where it lies and how it ends."""

    sha256: str
    suffix: str
    is_letter: bool = False


@dataclass(frozen=True)
class PaperAtHand:
    """One kind of paper that is there.

    Attributes:
        files: what is kept of it; empty when it is made anew or lies there on paper alone.
        is_printed: whether the bundle prints it from the register.
    """

    kind: MaterialKind
    name: str
    number: str = ""
    copies: int = 1
    files: tuple[KeptFile, ...] = ()
    is_printed: bool = False


_PROVED_BY = MappingProxyType(
    {
        MaterialKind.LEGAL_BASIS_ITEMS: EvidenceKind.LEGAL_BASIS_LIST,
        MaterialKind.LEGALITY_OPINION: EvidenceKind.LEGALITY_REVIEW,
        MaterialKind.FAIR_COMPETITION_CONCLUSION: EvidenceKind.FAIR_COMPETITION_REVIEW,
        MaterialKind.COMMENT_RECORD: EvidenceKind.PUBLIC_COMMENT,
        MaterialKind.DELIBERATION_MINUTES: EvidenceKind.COLLECTIVE_DELIBERATION,
    }
)
_TEXTS = (FileRole.AMENDED_TEXT, FileRole.OFFICIAL_TEXT)


def papers_at_hand(facts: OutgoingFacts) -> tuple[PaperAtHand, ...]:
    """Return what is there, first the papers the recipient asks for, in its order.

    What it does not ask for goes along where a file of it is kept.
    """
    asked = facts.filing.materials
    found = {kind: _paper(facts, kind) for kind in MaterialKind}
    present = [found[kind] for kind in asked]
    others = [one for kind, one in found.items() if kind not in asked and one and one.files]
    more = [one for one in others if one.kind is not MaterialKind.ELECTRONIC_TEXT]
    copies = facts.filing.row.copies
    return tuple(
        replace(one, copies=1 if one.kind is MaterialKind.ELECTRONIC_TEXT else copies)
        for one in (*present, *more)
        if one is not None
    )


def missing_at_hand(facts: OutgoingFacts) -> tuple[MaterialKind, ...]:
    """Return the papers that the recipient asks for and that are not there."""
    there = tuple(MaterialEntry(one.kind, one.copies) for one in papers_at_hand(facts))
    return missing_materials(facts.filing.materials, there)


def _paper(facts: OutgoingFacts, kind: MaterialKind) -> PaperAtHand | None:
    match kind:
        case MaterialKind.FILING_REPORT:
            return _report(facts)
        case MaterialKind.FILING_STATEMENT:
            return _statement(facts)
        case MaterialKind.OFFICIAL_TEXT | MaterialKind.ELECTRONIC_TEXT:
            return _text(facts, kind)
        case _:
            return _opinion(facts, kind) or _proof(facts, kind)


def _report(facts: OutgoingFacts) -> PaperAtHand | None:
    report = facts.report
    if report is None:
        return None
    files = _letter_files(report.papers)
    return PaperAtHand(
        MaterialKind.FILING_REPORT, name_of(report.kind), report.letter_number, files=files
    )


def _statement(facts: OutgoingFacts) -> PaperAtHand | None:
    kind = MaterialKind.FILING_STATEMENT
    written = newest_statement(facts.document.facts.id)
    return PaperAtHand(kind, name_of(kind), is_printed=True) if written else None


def _text(facts: OutgoingFacts, kind: MaterialKind) -> PaperAtHand | None:
    kept = [row for role in _TEXTS for row in facts.document.files if row.role is role]
    if not kept:
        return None
    record = facts.document.facts
    is_text = kind is MaterialKind.OFFICIAL_TEXT
    name = phrase("text_of", title=inner(record.title)) if is_text else name_of(kind)
    number = record.document_number if is_text else ""
    # The electronic text is the same file: it lies in the bundle once.
    return PaperAtHand(kind, name, number, files=_kept(kept) if is_text else ())


def _opinion(facts: OutgoingFacts, kind: MaterialKind) -> PaperAtHand | None:
    if kind is not MaterialKind.LEGALITY_OPINION:
        return None
    standing = [
        one
        for one in facts.document.letters
        if one.kind is LetterSeries.LEGALITY_OPINION and one.state is LetterState.ISSUED
    ]
    if not standing:
        return None
    letter = letter_page(standing[-1].id)
    return PaperAtHand(
        kind, name_of(letter.kind), letter.letter_number, files=_letter_files(letter.papers)
    )


def _proof(facts: OutgoingFacts, kind: MaterialKind) -> PaperAtHand | None:
    wanted = _PROVED_BY.get(kind)
    proofs = [one for one in facts.document.evidence if one.kind is wanted]
    if not proofs:
        return None
    number = next((one.reference for one in reversed(proofs) if one.reference), "")
    return PaperAtHand(kind, name_of(kind), number, files=_proof_files(proofs))


def _proof_files(proofs: list[EvidenceRow]) -> tuple[KeptFile, ...]:
    return tuple(
        KeptFile(one.file_sha256, _suffix(one.file_name)) for one in proofs if one.file_sha256
    )


def _kept(rows: list[FileRow]) -> tuple[KeptFile, ...]:
    return tuple(KeptFile(row.sha256, _suffix(row.original_name)) for row in rows)


def _letter_files(papers: dict[str, str]) -> tuple[KeptFile, ...]:
    return tuple(
        KeptFile(sha256, f".{suffix}", is_letter=True) for suffix, sha256 in sorted(papers.items())
    )


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
