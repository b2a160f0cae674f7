"""A clerk adds proof of a step of the procedure to a registered document."""

from models.acts.document_entry import insert_evidence
from models.acts.lookup import fetch
from models.acts.performing import Deed, act
from models.domain.records import EvidenceEntry
from models.domain.roles import ActName
from models.tables.documents import Document


@act(ActName.ADD_EVIDENCE)
def add_evidence(deed: Deed, document_id: int, evidence: EvidenceEntry) -> int:
    """Attach the evidence and return its id.

    Raises:
        RecordMissingError: no such document.
        DateOrderError: the evidence ends before it starts.
    """
    fetch(Document, document_id)
    evidence_id = insert_evidence(deed, document_id, evidence)
    deed.record("document", document_id, evidence=evidence)
    return evidence_id
