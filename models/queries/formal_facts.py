"""What the record of a filing tells the formal check (形式审查)."""

from models.domain.formal_check import FormalFacts, TextOnFile
from models.domain.profile import Profile
from models.domain.records import FileRole
from models.domain.terms import FilingRecipient
from models.queries.filing_page import FilingPage
from models.queries.office import office
from models.tables.bodies import IssuingBody
from models.tables.documents import Document, DocumentFile, JointIssuer, StoredFile


def formal_facts(page: FilingPage, profile: Profile) -> FormalFacts:
    """Return what the record of a filing tells, as the profile asks for it."""
    document = (
        Document.select(Document, IssuingBody)
        .join(IssuingBody)
        .where(Document.id == page.document_id)
        .get()
    )
    body = document.issuing_body
    return FormalFacts(
        title=page.title,
        document_number=page.document_number,
        issuer_names=_issuers(document),
        filing_body_name=page.filing_body_name,
        government_name=office().government_name,
        is_eligible=body.is_eligible,
        ineligible_reason=body.ineligible_reason,
        published_date=page.published_date,
        demanded=profile.filing_materials.value,
        copies={row.kind: row.copies for row in page.materials},
        copies_wanted=profile.copies(FilingRecipient.UPPER_GOVERNMENT).value,
        texts=_texts(page.document_id),
    )


def _issuers(document: Document) -> tuple[str, ...]:
    joint = (
        JointIssuer.select(JointIssuer.name)
        .where(JointIssuer.document == document.id)
        .order_by(JointIssuer.position)
    )
    others = (row.name for row in joint if row.name != document.issuing_body_name)
    return (document.issuing_body_name, *others)


def _texts(document_id: int) -> tuple[TextOnFile, ...]:
    rows = (
        DocumentFile.select(DocumentFile.title, DocumentFile.text, StoredFile.original_name)
        .join(StoredFile)
        .where(
            DocumentFile.document == document_id,
            DocumentFile.role == FileRole.OFFICIAL_TEXT,
        )
        .order_by(DocumentFile.position)
    )
    return tuple(TextOnFile(row.title or row.stored_file.original_name, row.text) for row in rows)
