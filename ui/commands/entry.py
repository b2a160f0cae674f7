"""The record that a file and a clerk's words together propose."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from models.domain.records import DocumentEntry, FileEntry
from models.domain.terms import DocumentClass, EvidenceKind
from models.domain.validity import ValidityTerm
from models.queries.bodies import BodyRow
from review.extraction.bounded import propose_within_limits
from review.extraction.proposal import Proposal
from review.proposed_entry import joint_issuers, proposed_entry
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
    text, proposal = propose_within_limits(read_file(path))
    return ReadFile(path, text, proposal)


def entry_of(
    read: ReadFile | None,
    settings: Mapping[str, str],
    evidence: Iterable[str],
    *,
    is_published: bool = False,
) -> DocumentEntry:
    """Return the entry a file proposes, with what was set by hand in its place.

    Raises:
        BodyMissingError: neither file nor settings name the issuing body.
        BodyUnknownError, ValueUnfitError: a value set by hand cannot be used.
    """
    body = _body(read, settings)
    entry = DocumentEntry("", body.id, body.body_class)
    if read is not None:
        proposed = proposed_entry(read.proposal, body, is_published=is_published)
        entry = replace(proposed, files=(read.as_file(),))
    values: dict[str, object] = {
        name: field_value(name, text) for name, text in settings.items() if name in _KINDS
    }
    values["evidence"] = tuple(read_evidence(text) for text in evidence)
    if "issuing_body" in settings:
        # Another lead than the file's: who issues with it must be said anew.
        values["joint_issuers"] = ()
    if "joint_issuers" in settings:
        values["joint_issuers"] = joint_issuers(
            [name.strip() for name in settings["joint_issuers"].split("、") if name.strip()]
        )
    return _with_values(entry, values)


def _with_values(entry: DocumentEntry, values: dict[str, object]) -> DocumentEntry:
    change: Callable[..., DocumentEntry] = replace
    return change(entry, **values)


def _body(read: ReadFile | None, settings: Mapping[str, str]) -> BodyRow:
    name = settings.get("issuing_body") or ((read and read.proposal.issuing_body.value) or "")
    if not name:
        raise BodyMissingError
    return read_body(name)


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
