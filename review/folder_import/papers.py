"""The readable files of a batch, each content once, with what its name and text tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from models.domain.document_number import normalise
from models.domain.terms import EvidenceKind
from models.domain.titles import core_title, title_key
from review.folder_import.batch import FileRecord, FoundFile
from review.folder_import.file_names import FileName, PaperKind, kind_of_title, name_of_file
from review.folder_import.likeness import Sketch

_NO_SKETCH = Sketch()


@dataclass(frozen=True)
class Paper:
    """One content of a batch: its first file, the copies of it, and what it is."""

    file: FoundFile
    record: FileRecord
    copies: tuple[FoundFile, ...]
    name: FileName
    kind: PaperKind
    evidence: EvidenceKind | None

    @property
    def number(self) -> int:
        """Return the number of the first file, by which the paper is known."""
        return self.file.number

    @cached_property
    def folder(self) -> str:
        """Return the folder in which the first file stands."""
        return str(PurePosixPath(self.file.shown).parent)

    @property
    def title(self) -> str:
        """Return the title proposed."""
        return self.value("title")

    @cached_property
    def title_keys(self) -> tuple[str, str]:
        """Return the keys of the whole title and of the title inside 关于印发…的通知."""
        return title_key(self.title), title_key(core_title(self.title))

    @cached_property
    def document_number(self) -> str:
        """Return the key of the document number proposed."""
        return normalise(self.value("document_number"))

    @property
    def sketch(self) -> Sketch:
        """Return the sketch of the text."""
        return self.record.digest.sketch if self.record.digest else _NO_SKETCH

    @property
    def has_text(self) -> bool:
        """Whether words were read."""
        return self.sketch.length > 0

    def value(self, field: str) -> str:
        """Return the words proposed for a field."""
        kept = self.record.digest.fields.get(field) if self.record.digest else None
        return kept.value if kept else ""


def papers_of(
    found: Iterable[FoundFile], records: Mapping[int, FileRecord]
) -> tuple[tuple[Paper, ...], tuple[tuple[FoundFile, FileRecord], ...]]:
    """Return the papers by number, and the files of which nothing is in the store."""
    first: dict[str, FoundFile] = {}
    copies: dict[str, list[FoundFile]] = {}
    lost: list[tuple[FoundFile, FileRecord]] = []
    telling = {one.sha256: one for one in records.values() if one.digest or one.error}
    for file in found:
        record = records.get(file.number)
        if record is None:
            continue
        if not record.sha256 or record.sha256 not in telling:
            lost.append((file, record))
        elif record.sha256 in first:
            copies[record.sha256].append(file)
        else:
            first[record.sha256], copies[record.sha256] = file, []
    papers = (_paper(file, telling[sha], copies[sha]) for sha, file in first.items())
    return tuple(papers), tuple(lost)


def _paper(file: FoundFile, record: FileRecord, copies: list[FoundFile]) -> Paper:
    name = name_of_file(file.shown)
    kind, evidence = name.kind, name.evidence
    if kind is PaperKind.DOCUMENT and record.digest:
        title = record.digest.fields["title"].value if "title" in record.digest.fields else ""
        kind, evidence = kind_of_title(title, record.digest.head)
    return Paper(file, record, tuple(copies), name, kind, evidence)
