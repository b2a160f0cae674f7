"""The record that a file and a clerk's words together propose."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from models.domain.document_number import same_number
from models.domain.records import (
    DocumentEntry,
    FileEntry,
    JointIssuerEntry,
    RelationEntry,
)
from models.domain.terms import DocumentClass, EvidenceKind, RelationKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.bodies import BodyRow, body_named
from models.queries.documents import DocumentFilter, DocumentOrder, document_ids, document_rows
from models.queries.office import today
from review.extraction.proposal import CitedDocument, Proposal
from review.extraction.propose import propose
from review.reading.reader import read_file
from review.reading.text import ReadText
from ui.commands.refusals import BodyMissingError
from ui.commands.values import (
    read_body,
    read_date,
    read_evidence,
    read_flag,
    read_term,
    read_validity,
)

# Fields of an entry that --set may name; evidence, files and relations have options of their own.
SETTABLE = (
    "title",
    "document_number",
    "issuing_body",
    "joint_issuers",
    "document_class",
    "document_kind",
    "site_index_number",
    "is_trial",
    "is_market_related",
    "has_major_effect",
    "drafting_unit",
    "addressee",
    "signer",
    "signed_date",
    "adopted_date",
    "published_date",
    "effective_date",
    "early_effect_reason",
    "validity_term",
    "interpretation_body",
)
_KINDS = {field.name: str(field.type) for field in fields(DocumentEntry)}


@dataclass(frozen=True)
class ReadFile:
    """A file that was read, with what its text proposes."""

    path: Path
    text: ReadText
    proposal: Proposal

    def as_file(self) -> FileEntry:
        """Return the file as a record holds it."""
        text = self.text
        return FileEntry(text.sha256, text.size, text.path_name, text=text.text)


def read_document(path: Path) -> ReadFile:
    """Read a file and propose its record.

    Raises:
        ReadingError: the file cannot be read.
    """
    text = read_file(path)
    return ReadFile(path, text, propose(text))


def entry_of(
    read: ReadFile | None, settings: Mapping[str, str], evidence: Iterable[str]
) -> DocumentEntry:
    """Return the entry a file proposes, with what was set by hand in its place.

    Raises:
        BodyMissingError: neither file nor settings name the issuing body.
        BodyUnknownError, ValueUnfitError: a value set by hand cannot be used.
    """
    body = _body(read, settings)
    entry = DocumentEntry("", body.id, body.body_class)
    if read is not None:
        entry = _proposed(entry, read)
    values: dict[str, object] = {
        name: field_value(name, text) for name, text in settings.items() if name in _KINDS
    }
    values["evidence"] = tuple(read_evidence(text) for text in evidence)
    if "issuing_body" in settings:
        # Another lead than the file's: who issues with it must be said anew.
        values["joint_issuers"] = ()
    if "joint_issuers" in settings:
        values["joint_issuers"] = _issuers(settings["joint_issuers"].split("、"))
    return _with_values(entry, values)


def _with_values(entry: DocumentEntry, values: dict[str, object]) -> DocumentEntry:
    change: Callable[..., DocumentEntry] = replace
    return change(entry, **values)


def _body(read: ReadFile | None, settings: Mapping[str, str]) -> BodyRow:
    name = settings.get("issuing_body") or ((read and read.proposal.issuing_body.value) or "")
    if not name:
        raise BodyMissingError
    return read_body(name)


def _proposed(entry: DocumentEntry, read: ReadFile) -> DocumentEntry:
    proposal = read.proposal
    lead = proposal.issuing_body.value
    others = [one.value for one in proposal.joint_issuers if one.value not in {None, lead}]
    return replace(
        entry,
        title=proposal.title.value or "",
        document_number=proposal.document_number.value or "",
        document_kind=proposal.document_kind.value or "",
        is_trial=bool(proposal.is_trial.value),
        addressee=proposal.addressee.value or "",
        adopted_date=proposal.adopted_date.value,
        effective_date=proposal.effective_date.value,
        validity_term=_validity(proposal),
        interpretation_body=proposal.interpretation_body.value or "",
        joint_issuers=_issuers([lead, *others]) if others else (),
        files=(read.as_file(),),
        relations=_relations(proposal),
    )


def _validity(proposal: Proposal) -> ValidityTerm | None:
    """The text's own day of expiry is what the clerk sees and confirms."""
    last = proposal.validity_end.value
    return None if last is None else ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=last)


def _issuers(names: Iterable[str | None]) -> tuple[JointIssuerEntry, ...]:
    """The lead stands first."""
    known = [(name.strip(), body_named(name)) for name in names if name and name.strip()]
    return tuple(
        JointIssuerEntry(name, body.id if body else None, is_lead=position == 0)
        for position, (name, body) in enumerate(known)
    )


def _relations(proposal: Proposal) -> tuple[RelationEntry, ...]:
    cited = [(RelationKind.BASED_ON, one.value) for one in proposal.legal_bases]
    cited += [(RelationKind.REPEALS, one.value) for one in proposal.repeals]
    return tuple(_relation(kind, document) for kind, document in cited if document is not None)


def _relation(kind: RelationKind, document: CitedDocument) -> RelationEntry:
    return RelationEntry(kind, document.name, document.number, _registered(document.number))


def _registered(number: str) -> int | None:
    """Return the one document of the register that has this number."""
    if not number:
        return None
    found = document_ids(DocumentFilter(containing=number), DocumentOrder.REGISTERED_DATE, today())
    rows = [
        row for row in document_rows(found, today()) if same_number(row.document_number, number)
    ]
    return rows[0].id if len(rows) == 1 else None


def field_value(name: str, text: str) -> str | date | bool | ValidityTerm | None:
    """Read the words set for a field as a value of its kind.

    Raises:
        ValueUnfitError: they are not written as the field wants it.
    """
    if name == "document_class":
        return read_term(DocumentClass, name, text)
    if name == "validity_term":
        return read_validity(name, text) if text else None
    if name.endswith("_date"):
        return read_date(name, text) if text else None
    if name.startswith(("is_", "has_")):
        return read_flag(name, text)
    return text


def present_evidence(entry: DocumentEntry) -> frozenset[EvidenceKind]:
    """Return which papers the entry holds."""
    return frozenset(one.kind for one in entry.evidence)
