"""What was written into the statement that goes with a filing upward (备案说明)."""

from models.domain.outgoing_filing import StatementEntry
from models.tables.outgoing_filings import FilingStatement


def newest_statement(document_id: int) -> StatementEntry | None:
    """Return what was written last into the statement of a document; None when nothing was."""
    row = (
        FilingStatement.select()
        .where(FilingStatement.document == document_id)
        .order_by(FilingStatement.id.desc())
        .first()
    )
    if row is None:
        return None
    return StatementEntry(row.necessity, row.main_content, row.disagreements)
