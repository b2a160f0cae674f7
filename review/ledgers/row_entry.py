"""One row of a ledger becomes the entry of a document, with all that is wrong about it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.domain.imports import ImportedDocument, KnownDocuments
from models.domain.number_grammar import NumberScheme
from models.domain.records import DocumentEntry, EvidenceEntry, JointIssuerEntry
from models.domain.terms import DocumentClass, EvidenceKind
from review.extraction.kind import is_trial_title, kind_in
from review.ledgers.columns import BESIDE_THE_RECORD, LedgerField
from review.ledgers.issuers import BodyChoice, BodyNames
from review.ledgers.problems import ProblemKind, row_kind_name
from review.ledgers.row_cells import Days, RowCells, cells_of, days_of
from review.ledgers.row_force import ending_of, term_of
from review.ledgers.table import LedgerTable, RowKind, TableRow
from review.ledgers.understanding import Understanding, cell_of
from review.ledgers.values import is_blank, names_in, read_class, read_number


@dataclass(frozen=True)
class RegisterFacts:
    """What the register says that a row is judged by."""

    today: date
    bodies: BodyNames
    body_classes: Mapping[int, DocumentClass]
    body_names: Mapping[int, str]
    known: KnownDocuments
    unified_numbers: Mapping[str, str]
    schemes: tuple[NumberScheme, ...]


@dataclass(frozen=True)
class EnteredRow:
    """A row's cells, and its document; None where it has no title or no issuer."""

    cells: RowCells
    document: ImportedDocument | None
    issuer_name: str


# Fields of a ledger that a record has no place for, and problems whose cell is kept as it is.
_UNHELD_FIELDS = frozenset({LedgerField.MEDIUM, LedgerField.REMARK})
_UNHELD_PROBLEMS = frozenset(
    {
        ProblemKind.DATE_WITHOUT_DAY,
        ProblemKind.STATUS_UNREADABLE,
        ProblemKind.STATUS_PROPOSED,
        ProblemKind.STATUS_CONTRADICTS,
        ProblemKind.VALIDITY_DIFFERS,
        ProblemKind.CLASS_UNREADABLE,
        ProblemKind.NUMBER_MENDED,
        ProblemKind.DATE_MENDED,
    }
)
_SECTION_WORDS = re.compile(
    r"^[一二三四五六七八九十]+[、.．]|[（(].*?[)）]|(?:行政)?(?:规范性)?文件(?:目录|清单)?$"
)


def enter_row(
    table: LedgerTable, row: TableRow, understanding: Understanding, facts: RegisterFacts
) -> EnteredRow:
    """Make the document of a row."""
    cells = cells_of(row, understanding)
    title = _title_of(cells)
    number = cells.take(read_number(cells.raw(LedgerField.DOCUMENT_NUMBER))) or ""
    days = days_of(cells, understanding, number, facts.today)
    issuer = _issuer_of(cells, row, number, understanding, facts)
    term = term_of(cells, days)
    ending = ending_of(cells, days, term, understanding, facts.today)
    written_class = cells.take(read_class(cells.raw(LedgerField.DOCUMENT_CLASS)))
    if not title or issuer is None:
        return EnteredRow(cells, None, "")
    entry = DocumentEntry(
        title=title,
        issuing_body_id=issuer.body_id or 0,
        document_class=written_class or _class_of(issuer, facts),
        document_kind=cells.text(LedgerField.DOCUMENT_KIND) or kind_in(title),
        document_number=number,
        site_index_number=cells.text(LedgerField.SITE_INDEX_NUMBER),
        is_trial=is_trial_title(title),
        drafting_unit=cells.text(LedgerField.DRAFTING_UNIT),
        addressee=cells.text(LedgerField.ADDRESSEE),
        signer=cells.text(LedgerField.SIGNER),
        signed_date=days[LedgerField.SIGNED_DATE],
        adopted_date=days[LedgerField.ADOPTED_DATE],
        published_date=days[LedgerField.PUBLISHED_DATE],
        effective_date=days[LedgerField.EFFECTIVE_DATE],
        validity_term=term,
        interpretation_body=cells.text(LedgerField.INTERPRETATION_BODY),
        joint_issuers=_joint_issuers(cells, issuer, understanding, facts),
        evidence=_evidence(cells, days),
    )
    document = ImportedDocument(
        row_number=row.number,
        entry=entry,
        new_issuer=issuer.new_body.name if issuer.new_body else "",
        unified_number=cells.text(LedgerField.UNIFIED_NUMBER),
        ending=ending,
        unheld=_unheld(table, row, understanding, cells),
    )
    return EnteredRow(cells, document, _name_of(issuer, facts))


def _title_of(cells: RowCells) -> str:
    title = "".join(cells.raw(LedgerField.TITLE).split("\n")).strip()
    if title.startswith("《") and title.endswith("》") and title.count("《") == 1:
        title = title[1:-1].strip()
    if not title:
        cells.note(ProblemKind.TITLE_MISSING, LedgerField.TITLE)
    return title


def _issuer_of(
    cells: RowCells, row: TableRow, number: str, understanding: Understanding, facts: RegisterFacts
) -> BodyChoice | None:
    """Return the body of a row: as it is written, else by number, by section, by the clerk."""
    wanted = LedgerField.ISSUING_BODY
    names = names_in(cells.raw(wanted))
    if names:
        choice = _choice(names[0], understanding, facts)
        if choice is None:
            cells.note(ProblemKind.ISSUER_UNKNOWN, wanted, names[0])
        elif choice.is_left_out:
            cells.note(ProblemKind.ISSUER_LEFT_OUT, wanted, names[0])
            return None
        return choice
    by_number = facts.bodies.body_of_number(number)
    if by_number is not None:
        if understanding.place_of(wanted) is not None:
            cells.note(ProblemKind.ISSUER_FROM_NUMBER, wanted, "", facts.body_names[by_number])
        return BodyChoice(by_number)
    section = _SECTION_WORDS.sub("", row.section).strip()
    found = (facts.bodies.body_called(section) if section else None) or understanding.issuer_id
    if found is None:
        cells.note(ProblemKind.ISSUER_MISSING, wanted)
    return None if found is None else BodyChoice(found)


def _choice(name: str, understanding: Understanding, facts: RegisterFacts) -> BodyChoice | None:
    chosen = understanding.bodies.get(name)
    if chosen is not None:
        return chosen
    body_id = facts.bodies.body_called(name)
    return None if body_id is None else BodyChoice(body_id)


def _joint_issuers(
    cells: RowCells, lead: BodyChoice, understanding: Understanding, facts: RegisterFacts
) -> tuple[JointIssuerEntry, ...]:
    others = [
        *names_in(cells.raw(LedgerField.ISSUING_BODY))[1:],
        *names_in(cells.raw(LedgerField.JOINT_ISSUERS)),
    ]
    lead_name = _name_of(lead, facts)
    entries = {lead_name: JointIssuerEntry(lead_name, lead.body_id, is_lead=True)}
    for name in others:
        choice = _choice(name, understanding, facts)
        body_id = choice.body_id if choice else None
        full = facts.body_names.get(body_id, name) if body_id else name
        entries.setdefault(full, JointIssuerEntry(full, body_id))
    return tuple(entries.values()) if len(entries) > 1 else ()


def _evidence(cells: RowCells, days: Days) -> tuple[EvidenceEntry, ...]:
    """Return the deliberation that passed the document, where meeting or day is written."""
    meeting, day = cells.text(LedgerField.MEETING), days[LedgerField.DELIBERATED_DATE]
    if not meeting and day is None:
        return ()
    kind = EvidenceKind.COLLECTIVE_DELIBERATION
    return (EvidenceEntry(kind, end_date=day, reference=meeting),)


def _unheld(
    table: LedgerTable, row: TableRow, understanding: Understanding, cells: RowCells
) -> tuple[tuple[str, str], ...]:
    """Return what the row says beyond the record, by the name of its column."""
    kept_as_is = {one.field for one in cells.problems if one.kind in _UNHELD_PROBLEMS}
    found = []
    for column in table.columns:
        cell = cell_of(row, column.place)
        wanted = understanding.columns.get(column.place)
        if wanted in BESIDE_THE_RECORD or is_blank(cell):
            continue
        if wanted is None or wanted in _UNHELD_FIELDS or wanted in kept_as_is:
            found.append((" ".join(column.name.split()) or str(column.place + 1), cell))
    if row.section:
        found.append((row_kind_name(RowKind.SECTION), row.section))
    return tuple(found)


def _class_of(issuer: BodyChoice, facts: RegisterFacts) -> DocumentClass:
    if issuer.new_body is not None:
        return issuer.new_body.body_class
    return facts.body_classes[issuer.body_id or 0]


def _name_of(issuer: BodyChoice, facts: RegisterFacts) -> str:
    if issuer.new_body is not None:
        return issuer.new_body.name
    return facts.body_names[issuer.body_id or 0]
