"""Papers of the archive: one document, one dossier (归档)."""

from dataclasses import dataclass
from datetime import date

from review.letters.kinds.base import Letter, LetterKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCover(Letter):
    """The cover of a dossier (卷宗封面); what is empty is written by hand.

    Attributes:
        dossier_title: What the dossier holds, in one title.
        dossier_number: Number of the dossier (案卷号); given by the archive.
        fonds_number: 全宗号.
        catalogue_number: 目录号.
        year: Year the dossier belongs to.
        first_date: Day of its earliest paper.
        last_date: Day of its latest paper.
        item_count: Papers in the contents list.
        page_count: Pages; None when they are not counted yet.
        retention: 保管期限 from the office's approved table, for example ``"永久"``; may be empty.
        compiled_by: Who put the dossier together (立卷人).
        checked_by: Who checked it (检查人).
    """

    dossier_title: str
    document_title: str
    document_number: str
    unified_number: str
    filing_register_number: str
    issuing_body_name: str
    dossier_number: str
    fonds_number: str
    catalogue_number: str
    year: int
    first_date: date | None = None
    last_date: date | None = None
    item_count: int
    page_count: int | None = None
    retention: str
    compiled_by: str
    checked_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierItemRow:
    """One paper in a dossier.

    Attributes:
        part: The part of the dossier that begins with it (报送、审查、决定、备案); empty on the
            papers that follow. A part without papers is not listed.
        name: What it is, titles with book marks.
        number: Its number; may be empty.
        author: Who made it (责任者); may be empty.
        item_date: Day it bears; None when it bears none.
        pages: Page numbers in the dossier, for example ``"3—8"``; empty until they are written.
    """

    part: str
    name: str
    number: str
    author: str
    item_date: date | None = None
    pages: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierContents(Letter):
    """The contents list of a dossier (卷内目录), in the order of events."""

    dossier_title: str
    dossier_number: str
    document_number: str
    unified_number: str
    items: tuple[DossierItemRow, ...]


KINDS = (
    LetterKind("dossier_cover", DossierCover, "卷宗封面"),
    LetterKind("dossier_contents", DossierContents, "卷内目录"),
)
