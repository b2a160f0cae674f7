"""A document of our register as a package sends it to be filed, and where its files lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from models.domain.exchange_records import SentDocument, SentFile, SentFiling
from models.domain.lifecycle import LetterState
from models.domain.records import FileRole, MaterialEntry
from models.domain.terms import DocumentClass, LetterSeries, MaterialKind
from models.queries.document_page import DocumentMissingError
from models.recorded_lives import term_in
from models.tables.documents import Document, DocumentFile, JointIssuer, StoredFile
from models.tables.letters import Letter, LetterDocument, LetterPaper

# The letters of ours that go with a document to the office that files it.
_ENCLOSED = {
    LetterSeries.FILING_REPORT: MaterialKind.FILING_REPORT,
    LetterSeries.LEGALITY_OPINION: MaterialKind.LEGALITY_OPINION,
}


@dataclass(frozen=True)
class StoredPart:
    """A file of a package, and in which store it lies."""

    file: SentFile
    is_letter: bool


@dataclass(frozen=True)
class FilingToSend:
    """A filing with the files it is sent with."""

    filing: SentFiling
    parts: tuple[StoredPart, ...]


def filing_to_send(
    document_id: int, report_number: str, materials: tuple[MaterialEntry, ...]
) -> FilingToSend:
    """Return a document with its files and letters; materials empty: those that are there.

    Raises:
        DocumentMissingError: there is no such document.
    """
    document = Document.get_or_none(Document.id == document_id)
    if document is None:
        raise DocumentMissingError(id=document_id)
    found = (*_files(document), *_letters(document))
    parts = tuple({part.file.path: part for part in found}.values())
    kinds = {MaterialKind.OFFICIAL_TEXT, MaterialKind.ELECTRONIC_TEXT} if parts else set()
    kinds |= {_ENCLOSED[series] for series in _series(document)}
    filing = SentFiling(
        document=_facts(document),
        filing_body_name=document.issuing_body_name,
        filing_report_number=report_number,
        materials=materials or tuple(MaterialEntry(kind, 1) for kind in sorted(kinds)),
        files=tuple(part.file for part in parts),
    )
    return FilingToSend(filing, parts)


def _facts(document: Document) -> SentDocument:
    issuers = JointIssuer.select().where(JointIssuer.document == document.id)
    return SentDocument(
        uid=document.uid,
        title=document.title,
        issuing_body_name=document.issuing_body_name,
        document_class=DocumentClass(document.document_class),
        document_kind=document.document_kind,
        document_number=document.document_number or "",
        site_index_number=document.site_index_number or "",
        is_trial=document.is_trial,
        is_market_related=document.is_market_related,
        has_major_effect=document.has_major_effect,
        drafting_unit=document.drafting_unit,
        addressee=document.addressee,
        signer=document.signer,
        signed_date=document.signed_date,
        adopted_date=document.adopted_date,
        published_date=document.published_date,
        effective_date=document.effective_date,
        early_effect_reason=document.early_effect_reason,
        validity_term=term_in(
            document.validity_kind, document.validity_amount, document.validity_until_date
        ),
        interpretation_body=document.interpretation_body,
        joint_issuers=tuple(
            row.name for row in issuers.order_by(JointIssuer.is_lead.desc(), JointIssuer.position)
        ),
    )


def _files(document: Document) -> Iterable[StoredPart]:
    rows = (
        DocumentFile.select(DocumentFile, StoredFile)
        .join(StoredFile)
        .where(DocumentFile.document == document.id)
        .order_by(DocumentFile.position)
    )
    for row in rows:
        yield StoredPart(
            _sent(row.stored_file, row.title, FileRole(row.role), f"{document.uid}/file"),
            is_letter=False,
        )


def _letters(document: Document) -> Iterable[StoredPart]:
    papers = (
        LetterPaper.select(LetterPaper, StoredFile, Letter)
        .join(StoredFile)
        .switch(LetterPaper)
        .join(Letter)
        .where(Letter.id.in_(_enclosed(document)))
        .order_by(Letter.id, LetterPaper.format)
    )
    for paper in papers:
        title = f"{paper.letter.letter_number} {paper.letter.heading}".strip()
        yield StoredPart(
            _sent(paper.stored_file, title, FileRole.ATTACHMENT, f"{document.uid}/letter"),
            is_letter=True,
        )


def _series(document: Document) -> set[LetterSeries]:
    rows = Letter.select(Letter.kind).where(Letter.id.in_(_enclosed(document)))
    return {LetterSeries(row.kind) for row in rows}


def _enclosed(document: Document) -> list[int]:
    rows = (
        LetterDocument.select(LetterDocument.letter)
        .join(Letter)
        .where(
            LetterDocument.document == document.id,
            Letter.kind.in_(list(_ENCLOSED)),
            Letter.state == LetterState.ISSUED,
        )
    )
    return [row.letter_id for row in rows]


def _sent(stored: StoredFile, title: str, role: FileRole, folder: str) -> SentFile:
    # Names inside a package are our own and plain ASCII: the sender's name is told as data.
    ending = PurePosixPath(stored.original_name).suffix.lower()
    ending = ending if ending.isascii() and ending[1:].isalnum() else ""
    return SentFile(
        path=f"{folder}-{stored.sha256[:16]}{ending}",
        original_name=stored.original_name,
        title=title,
        role=role,
        sha256=stored.sha256,
        size=stored.size,
    )
