"""Which filing upward is meant: a document, and a recipient by its name or its kind."""

from typing import Annotated

import typer

from models.queries.office import today
from models.queries.outgoing_filings import OutgoingFilingRow, outgoing_filings
from resources.terms import name_of
from review.outgoing.errors import OutgoingFilingMissingError
from ui.commands.refusals import ValueUnfitError

DocumentArgument = Annotated[
    int, typer.Argument(metavar="文件序号", help="list documents 每行开头的序号")
]
RecipientOption = Annotated[
    str,
    typer.Option("--to", metavar="报备对象", help="报备对象的名称；文件只报一处的可以不写"),
]


def read_filing(document_id: int, recipient: str) -> OutgoingFilingRow:
    """Return the filing of a document with a recipient.

    Raises:
        OutgoingFilingMissingError: the document is not listed to be filed.
        ValueUnfitError: it is filed with several, and none or more than one of them is meant.
    """
    rows = outgoing_filings(today(), document_id)
    if not rows:
        raise OutgoingFilingMissingError(id=document_id)
    wanted = recipient.strip()
    fitting = [one for one in rows if not wanted or wanted in _names(one)]
    if len(fitting) != 1:
        expected = "、".join(one.recipient_title for one in rows)
        raise ValueUnfitError(field="outgoing_recipients", value=recipient, expected=expected)
    return fitting[0]


def _names(row: OutgoingFilingRow) -> frozenset[str]:
    return frozenset({row.recipient_title, row.recipient.value, name_of(row.recipient)})
