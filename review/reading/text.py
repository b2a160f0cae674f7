"""What was read from a file: its text, what the reader noticed, and where things stand."""

from dataclasses import dataclass
from enum import StrEnum


class FileFormat(StrEnum):
    """The format found in the bytes of a file, whatever its name says."""

    DOCX = "docx"
    PDF = "pdf"
    TXT = "txt"
    OFD = "ofd"
    DOC = "doc"
    WPS = "wps"
    RTF = "rtf"
    HTML = "html"


class NoteKind(StrEnum):
    """What the reader noticed and the clerk should know."""

    TRACKED_CHANGES = "tracked_changes"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    AUTOMATIC_NUMBERING = "automatic_numbering"
    TEXT_BOXES = "text_boxes"
    FOOTNOTES = "footnotes"
    HEADERS = "headers"
    NO_TEXT_LAYER = "no_text_layer"
    PARTLY_SCANNED = "partly_scanned"
    DAMAGED_CHARACTERS = "damaged_characters"
    ENCODING = "encoding"
    MACROS = "macros"
    EXTERNAL_CONTENT = "external_content"
    OTHER_EXTENSION = "other_extension"
    RECOGNISED_TEXT = "recognised_text"
    MISSING_PAGES = "missing_pages"
    ASIDES = "asides"
    ATTACHED_FILES = "attached_files"
    SIGNATURES = "signatures"
    OLD_WORD = "old_word"
    CONVERTED = "converted"
    EMPTY_FIELDS = "empty_fields"
    WEB_PAGE = "web_page"
    PICTURES = "pictures"
    FORMULAS = "formulas"
    FOREIGN_OBJECTS = "foreign_objects"
    LIVE_FIELDS = "live_fields"
    ACTIVE_CONTENT = "active_content"
    GARBLED_TEXT = "garbled_text"
    ORIGINAL_DIFFERS = "original_differs"
    NOTHING_PROPOSED = "nothing_proposed"
    NO_STRUCTURE = "no_structure"


@dataclass(frozen=True, slots=True)
class Place:
    """A range of characters in ``ReadText.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a note tells: the blank it fills, its words, and where they stand or stood.

    Who wrote it and on which day is known of comments and tracked changes only.
    """

    name: str
    text: str
    place: Place | None = None
    author: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """One notice about the reading of a file; a fact's name may occur many times."""

    kind: NoteKind
    facts: tuple[Fact, ...] = ()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of all facts of this name, in the order of the file."""
        return tuple(fact.text for fact in self.facts if fact.name == name)


@dataclass(frozen=True, slots=True)
class OriginalText:
    """The other reading of a file with tracked changes: the text as if all were rejected.

    ``deleted`` are the places in this text that the accepted one lacks, ``inserted`` those in the
    accepted one that this lacks.
    """

    text: str
    deleted: tuple[Place, ...]
    inserted: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file is made of, as far as its format tells; zero where it does not."""

    pages: int = 0
    paragraphs: int = 0
    tables: int = 0


@dataclass(frozen=True, slots=True)
class ReadText:
    r"""The text of a file: lines joined with ``\n``, tracked insertions in, deletions out."""

    path_name: str
    format: FileFormat
    text: str
    notes: tuple[ReadingNote, ...]
    sha256: str
    size: int
    original: OriginalText | None = None
    contents: Contents = Contents()

    def at(self, place: Place) -> str:
        """Return the characters that stand at a place."""
        return self.text[place.start : place.end]
