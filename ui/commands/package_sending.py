"""Documents are packed for another office."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from models.domain.exchange import OfficeCard
from models.domain.exchange_records import PackageKind
from models.domain.roles import ActName
from models.queries.sent_filings import filing_to_send
from models.queries.trusted_senders import TrustedSenderRow, partner_named, trusted_sender_rows
from review.exchange.errors import RecipientUnknownError
from review.exchange.own_key import own_key
from review.exchange.sending import new_head, send_filings
from review.exchange.writing import PACKAGE_SUFFIX
from ui.commands.filing import MaterialOption
from ui.commands.options import with_options
from ui.commands.passwords import KeyPasswordOption, PasswordOption, read_password
from ui.commands.session import Session
from ui.commands.values import read_materials
from ui.parts.saving import save_copy

OutOption = Annotated[
    Path, typer.Option("--out", metavar="文件", help=f"写成这个文件（{PACKAGE_SUFFIX}）")
]


@dataclass(frozen=True)
class ExportOptions:
    """Which documents go to whom, and where the package is written."""

    document_ids: Annotated[
        list[int], typer.Argument(metavar="文件序号", help="list documents 每行开头的序号")
    ]
    recipient: Annotated[str, typer.Option("--to", metavar="单位", help="可信单位的名称或者序号")]
    out: OutOption
    report_number: Annotated[
        str, typer.Option("--report-number", metavar="文号", help="报备文号")
    ] = ""
    materials: MaterialOption = field(default_factory=list)
    password: PasswordOption = None
    key_password: KeyPasswordOption = None


@with_options(ExportOptions)
def export(session: Session, options: ExportOptions) -> None:
    """Pack documents with their files and letters for an office that files them."""
    with session.register() as book:
        partner = read_partner(options.recipient)
        materials = read_materials(options.materials)
        filings = [
            (document_id, filing_to_send(document_id, options.report_number, materials))
            for document_id in options.document_ids
        ]
        order = session.order(ActName.SEND_PACKAGE)
        key = own_key(book.folder, read_password(options.key_password))
        card = OfficeCard(partner.office_name, partner.public_key)
        head = new_head(PackageKind.FILING_PACKAGE, order, key, card)
        package = send_filings(book, order, head, filings, key, read_password(options.password))
        save_copy(options.out, package)
        session.voice.say(
            f"报备包已写入 {options.out}：{len(filings)} 件，发给{partner.office_name}。",
            {
                "package_id": head.package_id,
                "file": str(options.out),
                "recipient": partner.office_name,
                "documents": options.document_ids,
            },
        )


def read_partner(name: str) -> TrustedSenderRow:
    """Return the trusted office of this name or number.

    Raises:
        RecipientUnknownError: there is none.
    """
    found = partner_named(name)
    if found is None:
        known = [row.office_name for row in trusted_sender_rows() if row.is_trusted]
        raise RecipientUnknownError(name=name, known=tuple(known))
    return found
