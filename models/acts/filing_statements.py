"""The statement that goes with a filing upward is written (备案说明)."""

from models.acts.lookup import fetch, require
from models.acts.performing import Deed, act
from models.domain.outgoing_filing import StatementEntry
from models.domain.roles import ActName
from models.tables.documents import Document
from models.tables.outgoing_filings import FilingStatement


@act(ActName.WRITE_FILING_STATEMENT)
def write_filing_statement(deed: Deed, document_id: int, entry: StatementEntry) -> int:
    """Keep what a person writes into the statement of a document, and return its id.

    What was written before stays; the newest one is printed.

    Raises:
        RecordMissingError: there is no such document.
        FieldEmptyError: necessity or main content is empty.
    """
    require(necessity=entry.necessity, main_content=entry.main_content)
    fetch(Document, document_id)
    statement_id = FilingStatement.insert(
        document=document_id,
        necessity=entry.necessity.strip(),
        main_content=entry.main_content.strip(),
        disagreements=entry.disagreements.strip(),
        written_at=deed.at,
        written_by=deed.person_id,
    ).execute()
    deed.record("document", document_id, filing_statement=entry)
    return int(statement_id)
