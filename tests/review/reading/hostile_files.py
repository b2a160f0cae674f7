"""The catalogue of hostile files: how each is made, what reads it, and what must come of it."""

import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from review.errors import (
    ArchiveFormatError,
    ArchiveTooLargeError,
    BrokenFileError,
    DuplicatePartsError,
    EmptyFileError,
    EncryptedFileError,
    EntityDeclaredError,
    LedgerFormatError,
    MissingFileError,
    OversizedFileError,
    ReadingError,
    TooManyPagesError,
    UnsafeFileError,
    UnsafePartNamesError,
)
from review.reading.text import NoteKind
from tests.review.reading import hostile_pdf as pdf
from tests.review.reading import hostile_places as places
from tests.review.reading import hostile_word as word
from tests.review.reading.hostile_doc import HOSTILE_DOC, sample, with_head
from tests.review.reading.hostile_markup import HOSTILE_MARKUP
from tests.review.reading.hostile_ofd import HOSTILE_OFD
from tests.review.reading.hostile_sheets import HOSTILE_SHEETS, honest_sheet
from tests.review.reading.ofd_file import ofd_parts, typeset
from tests.review.reading.ofd_file import package as ofd_package
from tests.review.reading.raw_zip import package
from tests.review.reading.rtf_file import rtf_bytes

Builder = Callable[[], bytes]
_CUTS = (2, 25, 50, 75, 99)
_TEXT = "第一条　为了加强管理，制定本办法。\n" * 40


class Outcome(Enum):
    """What must come of a file where neither a refusal nor a note is fixed."""

    READ = auto()
    READ_OR_REFUSED = auto()


Expected = Outcome | NoteKind | type[ReadingError]


@dataclass(frozen=True)
class HostileFile:
    """One file; ``make`` puts it into a folder and returns its path."""

    name: str
    make: Callable[[Path], Path]
    expected: Expected = Outcome.READ_OR_REFUSED
    is_ledger: bool = False


def ole_with_streams(old: str, new: str) -> bytes:
    """Return the old Word file with one of its streams named otherwise."""
    content = bytearray(sample())
    place = content.index(old.encode("utf-16-le"))
    content[place : place + 64] = new.encode("utf-16-le").ljust(64, b"\0")
    struct.pack_into("<H", content, place + 64, 2 * len(new) + 2)
    return bytes(content)


def locked_office_file() -> bytes:
    return ole_with_streams("WordDocument", "EncryptionInfo")


def locked_doc() -> bytes:
    return with_head(0x0B, b"\x01")


def ofd_bomb() -> bytes:
    return package(*ofd_parts(*typeset(_TEXT)).items(), ("Doc_0/Res/a.bin", b"\0" * 40_000_000))


HONEST: dict[str, Builder] = {
    "docx": lambda: package((word.MAIN, word.DOCUMENT)),
    "pdf": pdf.page_pdf,
    "ofd": lambda: ofd_package(ofd_parts(*typeset(_TEXT))),
    "doc": sample,
    "rtf": lambda: rtf_bytes(_TEXT),
    "html": f"<html><body><p>{_TEXT}</p></body></html>".encode,
    "xlsx": honest_sheet,
}

_FIXED: tuple[tuple[Builder, Expected], ...] = (
    (word.bomb, ArchiveTooLargeError),
    (word.gigabyte_picture, ArchiveTooLargeError),
    (word.body_that_claims_to_be_small, BrokenFileError),
    (word.claimed_to_be_endless, ArchiveTooLargeError),
    (word.nested_packages, NoteKind.ATTACHED_FILES),
    (word.packages_alone, ArchiveFormatError),
    (word.members_on_one_another, UnsafeFileError),
    (word.too_many_members, ArchiveTooLargeError),
    (word.two_million_paragraphs, ArchiveTooLargeError),
    (word.many_paragraphs, ArchiveTooLargeError),
    (word.a_million_runs, Outcome.READ_OR_REFUSED),
    (word.tables_in_tables, Outcome.READ_OR_REFUSED),
    (word.a_hundred_thousand_deep, BrokenFileError),
    (word.deep, BrokenFileError),
    (word.long_attributes, Outcome.READ_OR_REFUSED),
    (word.with_entity, EntityDeclaredError),
    (word.billion_laughs, EntityDeclaredError),
    (word.quadratic_entity, UnsafeFileError),
    (word.entity_from_a_file, EntityDeclaredError),
    (word.entity_from_the_network, EntityDeclaredError),
    (word.document_type_elsewhere, EntityDeclaredError),
    (word.with_entity_elsewhere, EntityDeclaredError),
    (word.entity_behind_blanks, EntityDeclaredError),
    (word.in_utf16, UnsafeFileError),
    (word.entity_in_utf16, UnsafeFileError),
    (word.in_utf7, UnsafeFileError),
    (word.with_two_bodies, DuplicatePartsError),
    (word.with_case_twins, DuplicatePartsError),
    (word.with_outside_name, UnsafePartNamesError),
    (word.with_absolute_name, UnsafePartNamesError),
    (word.with_rooted_name, UnsafePartNamesError),
    (word.with_encrypted_flag, EncryptedFileError),
    (word.overlapping, UnsafeFileError),
    (word.unknown_packing, BrokenFileError),
    (word.truncated, BrokenFileError),
    (word.mangled, BrokenFileError),
    (word.bodiless, BrokenFileError),
    (word.template_on_another_machine, NoteKind.EXTERNAL_CONTENT),
    (word.picture_on_another_machine, NoteKind.EXTERNAL_CONTENT),
    (word.text_from_another_machine, NoteKind.EXTERNAL_CONTENT),
    (word.field_that_starts_a_program, NoteKind.LIVE_FIELDS),
    (word.field_that_fetches_a_picture, NoteKind.LIVE_FIELDS),
    (word.with_macro, NoteKind.MACROS),
    (word.with_program_inside, NoteKind.ATTACHED_FILES),
    (locked_office_file, EncryptedFileError),
    (locked_doc, EncryptedFileError),
    (ofd_bomb, ArchiveTooLargeError),
    (pdf.locked_pdf, EncryptedFileError),
    (pdf.only_a_head, BrokenFileError),
    (pdf.too_many_pages, TooManyPagesError),
    (pdf.with_honest_opening, Outcome.READ),
    *((build, NoteKind.ACTIVE_CONTENT) for build in pdf.ACTIVE_PDF),
)
_PLACED: tuple[tuple[Callable[[Path], Path], Expected], ...] = (
    (places.huge_file, OversizedFileError),
    (places.zeros, EmptyFileError),
    (places.text_of_one_line, Outcome.READ_OR_REFUSED),
    (places.text_of_lines, Outcome.READ_OR_REFUSED),
    (places.bytes_by_lot, Outcome.READ_OR_REFUSED),
    (places.pdf_of_zeros, BrokenFileError),
    (places.folder_named_as_file, MissingFileError),
    (places.share_of_another_machine, MissingFileError),
    (places.nothing, MissingFileError),
)
_UNIX_PLACES = (places.endless_device, places.named_pipe, places.link_to_itself)
_EITHER = (*pdf.HOSTILE_PDF, *HOSTILE_OFD, *HOSTILE_DOC, *HOSTILE_MARKUP)


def catalogue() -> Iterator[HostileFile]:
    """Yield all hostile files."""
    for build, expected in _FIXED:
        yield HostileFile(_title(build), written(build), expected)
    for build in _EITHER:
        yield HostileFile(_title(build), written(build))
    for build in HOSTILE_SHEETS:
        yield HostileFile(_title(build), written(build, "台账.xlsx"), is_ledger=True)
    for make, expected in _PLACED:
        yield HostileFile(_title(make), make, expected)
    if sys.platform != "win32":
        yield from (HostileFile(_title(make), make, MissingFileError) for make in _UNIX_PLACES)
    yield from _cut_files()
    yield from _misnamed_files()


def _cut_files() -> Iterator[HostileFile]:
    for form, build in HONEST.items():
        for share in _CUTS:
            name = f"{form} cut at {share} %"
            make = written(build, f"报送稿.{form}", share)
            yield HostileFile(name, make, is_ledger=form == "xlsx")


def _misnamed_files() -> Iterator[HostileFile]:
    for form, build in HONEST.items():
        wrong = "pdf" if form != "pdf" else "docx"
        expected = LedgerFormatError if form == "xlsx" else NoteKind.OTHER_EXTENSION
        yield HostileFile(f"{form} named {wrong}", written(build, f"报送稿.{wrong}"), expected)


def written(
    build: Builder, file_name: str = "报送稿.docx", share: int = 100
) -> Callable[[Path], Path]:
    """Return what writes the bytes, or the first part of them, into a folder."""

    def make(folder: Path) -> Path:
        path = folder / file_name
        content = build()
        path.write_bytes(content[: len(content) * share // 100])
        return path

    return make


def _title(build: Callable[..., object]) -> str:
    subject = build.__module__.rpartition(".")[2].removeprefix("hostile_")
    return f"{subject}: {build.__name__.replace('_', ' ')}"
