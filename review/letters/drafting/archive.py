"""The dossier of one document: its cover and the list of what is in it (归档)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.domain.lifecycle import LetterState
from models.domain.records import FileRole, Origin
from models.domain.terms import EvidenceKind, LetterSeries, MaterialKind
from models.queries.document_page import document_page
from models.queries.document_rows import DocumentLetterRow, DocumentPage
from models.queries.filing_page import FilingPage, filing_page
from models.queries.office import office, profile
from resources.terms import name_of
from review.letters.drafting.words import inner, phrase
from review.letters.kinds.archive import (
    DossierContents,
    DossierCover,
    DossierItemRow,
)
from review.letters.letter_kinds import LETTER_KINDS


class DossierPart(StrEnum):
    """One of the four parts of a dossier, in the order of events."""

    SUBMISSION = "submission"  # 报送
    REVIEW = "review"  # 审查
    DECISION = "decision"  # 决定
    FILING = "filing"  # 备案


_REVIEWED_BY = frozenset(
    {
        EvidenceKind.PUBLIC_COMMENT,
        EvidenceKind.HEARING,
        EvidenceKind.EXPERT_ARGUMENT,
        EvidenceKind.RISK_ASSESSMENT,
        EvidenceKind.FAIR_COMPETITION_REVIEW,
        EvidenceKind.LEGALITY_REVIEW,
    }
)
_DECIDED_BY = frozenset({EvidenceKind.COLLECTIVE_DELIBERATION, EvidenceKind.SIGNATURE})
_ABOUT_FILING = frozenset(
    {
        LetterSeries.FILING_REPORT,
        LetterSeries.FILING_RECEIPT,
        LetterSeries.SUPPLEMENT_REQUEST,
        LetterSeries.FILING_REFUSAL,
        LetterSeries.FILING_RETURN,
        LetterSeries.FILING_TRANSFER,
    }
)
_DECISIONS = frozenset(
    {
        LetterSeries.CORRECTION_ORDER,
        LetterSeries.SUSPENSION_ORDER,
        LetterSeries.REVOCATION_DECISION,
        LetterSeries.REGISTRATION_REFUSAL,
    }
)


@dataclass(frozen=True)
class DossierItem:
    """A paper of the dossier with the part it belongs to, and where it is kept, if it is.

    Attributes:
        sha256: the file of the store; empty for papers that are not kept as files.
        file_name: the name that file came under.
        letter_id: the issued letter it is.
        filing_id: the filing whose sheet it is.
    """

    part: DossierPart
    row: DossierItemRow
    sha256: str = ""
    file_name: str = ""
    letter_id: int | None = None
    filing_id: int | None = None


def draft_dossier_contents(document_id: int, day: date) -> DossierContents:
    """Return the contents list of a document's dossier; page numbers are written by hand.

    Raises:
        DocumentMissingError: there is no such document.
    """
    page = document_page(document_id, profile(), day)
    return DossierContents(
        office_name=office().office_name,
        letter_date=day,
        dossier_title=_title(page),
        dossier_number="",
        document_number=page.facts.document_number,
        unified_number=page.facts.unified_number,
        items=tuple(one.row for one in dossier_items(document_id, day)),
    )


def draft_dossier_cover(document_id: int, day: date) -> DossierCover:
    """Return the cover of a document's dossier; what the archive gives is written by hand.

    Raises:
        DocumentMissingError: there is no such document.
    """
    page = document_page(document_id, profile(), day)
    items = tuple(_items(page))
    days = [item.row.item_date for item in items if item.row.item_date is not None]
    numbers = [one.filing_register_number for one in page.filings if one.filing_register_number]
    return DossierCover(
        office_name=office().office_name,
        letter_date=day,
        dossier_title=_title(page),
        document_title=page.facts.title,
        document_number=page.facts.document_number,
        unified_number=page.facts.unified_number,
        filing_register_number=numbers[-1] if numbers else "",
        issuing_body_name=page.facts.issuing_body_name,
        dossier_number="",
        fonds_number="",
        catalogue_number="",
        year=page.facts.registered_date.year,
        first_date=min(days, default=None),
        last_date=max(days, default=None),
        item_count=len(items),
        page_count=None,
        retention="",
        compiled_by="",
        checked_by="",
    )


def _title(page: DocumentPage) -> str:
    is_filed = page.facts.origin is Origin.FILED
    return phrase("dossier_filed" if is_filed else "dossier_own", title=inner(page.facts.title))


def dossier_items(document_id: int, day: date) -> tuple[DossierItem, ...]:
    """Return the papers part by part; within a part those with a day stand in its order.

    Raises:
        DocumentMissingError: there is no such document.
    """
    items = tuple(_items(document_page(document_id, profile(), day)))
    ordered: list[DossierItem] = []
    for part in DossierPart:
        found = [item for item in items if item.part is part]
        found.sort(key=lambda item: item.row.item_date or date.max)
        begun = [replace(one, row=replace(one.row, part=name_of(part))) for one in found[:1]]
        ordered += [*begun, *found[1:]]
    return tuple(ordered)


def _items(page: DocumentPage) -> Iterator[DossierItem]:
    yield from _files(page)
    yield from _evidence(page)
    for one in page.filings:
        yield from _filing(filing_page(one.id, profile()), page)
    for letter in page.letters:
        if letter.state is LetterState.ISSUED:
            yield _letter(letter)


def _files(page: DocumentPage) -> Iterator[DossierItem]:
    """Yield the texts of the document; a filed one came with the papers of its filing."""
    facts = page.facts
    is_filed = facts.origin is Origin.FILED
    for row in page.files:
        is_early = is_filed or row.role is FileRole.DRAFT
        part = DossierPart.SUBMISSION if is_early else DossierPart.DECISION
        is_official = row.role is FileRole.OFFICIAL_TEXT
        title = inner(row.title or facts.title)
        yield DossierItem(
            part,
            _row(
                phrase("file_of", title=title, role=name_of(row.role)),
                number=facts.document_number if is_official else "",
                author=facts.issuing_body_name,
                day=facts.adopted_date if is_official else None,
            ),
            sha256=row.sha256,
            file_name=row.original_name,
        )


def _evidence(page: DocumentPage) -> Iterator[DossierItem]:
    for proof in page.evidence:
        if proof.kind in _REVIEWED_BY:
            part = DossierPart.REVIEW
        else:
            part = DossierPart.DECISION if proof.kind in _DECIDED_BY else DossierPart.SUBMISSION
        author = page.facts.drafting_unit or page.facts.issuing_body_name
        yield DossierItem(
            part,
            _row(
                name_of(proof.kind),
                number=proof.reference,
                author="" if proof.kind in _REVIEWED_BY else author,
                day=proof.end_date or proof.start_date,
            ),
        )


def _filing(filing: FilingPage, page: DocumentPage) -> Iterator[DossierItem]:
    """Yield the papers that came with a filing and the sheet it was registered on."""
    has_text = any(row.role is FileRole.OFFICIAL_TEXT for row in page.files)
    for material in filing.materials:
        is_listed = material.kind is MaterialKind.OFFICIAL_TEXT and has_text
        if not material.copies or is_listed:
            continue
        is_report = material.kind is MaterialKind.FILING_REPORT
        yield DossierItem(
            DossierPart.SUBMISSION,
            _row(
                name_of(material.kind),
                number=filing.filing_report_number if is_report else "",
                author=filing.filing_body_name,
                day=filing.received_date,
                remark=material.remark,
            ),
        )
    yield DossierItem(
        DossierPart.FILING,
        _row(
            LETTER_KINDS["filing_intake_sheet"].name,
            number=filing.filing_register_number,
            author=office().office_name,
            day=filing.registered_date or filing.refused_date or filing.received_date,
        ),
        filing_id=filing.id,
    )


def _letter(letter: DocumentLetterRow) -> DossierItem:
    if letter.kind in _ABOUT_FILING:
        part = DossierPart.FILING
    else:
        part = DossierPart.DECISION if letter.kind in _DECISIONS else DossierPart.REVIEW
    return DossierItem(
        part,
        _row(
            name_of(letter.kind),
            number=letter.letter_number,
            author=office().office_name,
            day=letter.letter_date,
        ),
        letter_id=letter.id,
    )


def _row(
    name: str, *, number: str, author: str, day: date | None, remark: str = ""
) -> DossierItemRow:
    return DossierItemRow(
        part="",
        name=name,
        number=number,
        author=author,
        item_date=day,
        pages="",
        remark=remark,
    )
