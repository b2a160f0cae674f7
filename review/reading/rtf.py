"""Read a rich text file (rtf): its text with numbers and tables, and what stands beside it."""

from collections.abc import Iterator

from review.errors import BrokenFileError, OversizedFileError, UnsafeFileError
from review.reading.rtf_groups import (
    ASIDE,
    CHARACTERS,
    SIGNS,
    SKIPPED,
    TRANSPARENT,
    Group,
    Sinks,
    joined,
)
from review.reading.rtf_tokens import CHARSETS, ByteRun, Token, code_page, tokens_of
from review.reading.text import Fact, NoteKind, ReadingNote

LIMIT_MEGABYTES = 50
_DEPTH_LIMIT = 2000
_SWITCHES = {"v": "is_hidden", "deleted": "is_deleted", "revised": "is_inserted"}
_PAGE_NUMBER_SIGNS = "—–-－·.第页共/ \t\n0123456789"


class _RtfReader:
    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._stack: list[Group] = []
        self._now = Group()
        self._bytes = ByteRun()
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._font_follows = False
        self._to_skip = 0
        self._boxes: list[str] = []
        self.sinks = Sinks()

    def read(self, source: str) -> None:
        for token in tokens_of(source):
            if token.kind == "hex":
                self._take_byte(int(token.text, 16))
            elif token.kind == "plain":
                self._take_plain(token.text)
            else:
                # The two bytes of a character may stand in two groups.
                if self._bytes.is_whole():
                    self._flush()
                self._step(token)
            if token.text == "}" and token.kind == "brace" and not self._stack:
                return
        raise BrokenFileError(file_name=self._file_name)

    def _step(self, token: Token) -> None:
        if token.kind == "brace":
            self._to_skip = 0
            self._open() if token.text == "{" else self._close()
        elif token.kind == "sign":
            self._take_sign(token.text)
        else:
            self._take_word(token.text, token.number)
            self._now.is_first = False

    def _open(self) -> None:
        if len(self._stack) >= _DEPTH_LIMIT:
            raise UnsafeFileError(file_name=self._file_name)
        self._stack.append(self._now)
        self._now = self._now.inside()

    def _close(self) -> None:
        if not self._stack:
            raise BrokenFileError(file_name=self._file_name)
        closed, self._now = self._now, self._stack.pop()
        if closed.sink == self._now.sink:
            return
        self._flush()
        words = self.sinks.close(closed.sink)
        if closed.sink == "box" and words.strip():
            self._boxes.append(words)
        elif closed.sink == "number" and words.strip() and not closed.is_skipped:
            self.sinks.numbers.append(Fact("numbered", words.strip()))
            self._write(words.strip() + (" " if words.rstrip() != words else ""))

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._now.is_marked = True
            return
        if self._skips_one():
            return
        self._flush()
        self._write(SIGNS.get(sign, ""))

    def _take_word(self, word: str, number: int | None) -> None:
        if self._now.is_first and self._enter(word):
            return
        if word == "u" and number is not None:
            self._flush()
            self._write(chr(number % 0x10000))
            self._to_skip = self._now.unicode_skip
        elif self._skips_one():
            return
        elif word in CHARACTERS:
            self._write_sign(word)
        elif word in _SWITCHES:
            setattr(self._now, _SWITCHES[word], number != 0)
        elif word == "plain":
            self._now.is_hidden = False
        elif word == "uc":
            self._now.unicode_skip = min(max(number or 0, 0), 8)
        else:
            self._set_codec(word, number)

    def _enter(self, word: str) -> bool:
        """Enter a group that is no plain part of the body; tell whether it is one."""
        if word == "pict":
            self.sinks.pictures += not self._now.is_skipped
        if word in SKIPPED or (self._now.is_marked and word not in TRANSPARENT):
            self._now.is_skipped = True
        elif word == "upr":
            # The words for old programs come first; those in Unicode follow in a group inside.
            self._now.is_skipped = True
        elif word == "ud":
            self._now.is_skipped = self._stack[-2].is_skipped if len(self._stack) > 1 else False
        elif word in ASIDE:
            self._now.sink = ASIDE[word]
        else:
            return self._now.is_marked
        return True

    def _set_codec(self, word: str, number: int | None) -> None:
        if word == "ansicpg":
            self._codec = code_page(number)
        elif word == "dbch":
            self._font_follows = True
        elif word == "f" or (word == "af" and self._font_follows):
            self._font, self._font_follows = number or 0, False
            self._now.codec = self._fonts.get(self._font, "")
        elif word == "fcharset" and self._now.sink == "fonts":
            self._fonts[self._font] = CHARSETS.get(number or 0, "")

    def _write_sign(self, word: str) -> None:
        self._flush()
        sink = self.sinks.words.get(self._now.sink)
        if word in ("row", "nestrow") and sink and sink[-1] == "\t":
            sink.pop()
        self._write(CHARACTERS[word])
        if word == "par" and self._now.sink == "body" and not self._now.is_skipped:
            for box in self._boxes:
                self.sinks.write("body", f"{box}\n")
            self._boxes = []

    def _take_byte(self, value: int) -> None:
        if self._skips_one():
            return
        codec = self._now.codec or self._codec
        self._write(self._bytes.add(value, codec))

    def _take_plain(self, text: str) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if text.isascii() and not (text and self._bytes.takes(text[0])):
            self._flush()
            self._write(text)
            return
        for character in text:
            if ord(character) >= 0x80 or self._bytes.takes(character):  # noqa: PLR2004 -- beyond ASCII
                self._take_byte(ord(character))
            else:
                self._flush()
                self._write(character)

    def _skips_one(self) -> bool:
        if self._to_skip:
            self._to_skip -= 1
            return True
        return False

    def _flush(self) -> None:
        self._write(self._bytes.text())

    def _write(self, words: str) -> None:
        now = self._now
        if not words or now.is_skipped or now.sink == "fonts":
            return
        if now.sink == "body" and now.is_deleted:
            self.sinks.write("deleted", words)
        elif now.sink == "body" and now.is_hidden:
            self.sinks.write("hidden", words)
        else:
            self.sinks.write(now.sink, words)
            self._end_unshown(words if now.is_inserted and now.sink == "body" else "")

    def _end_unshown(self, inserted: str) -> None:
        if inserted:
            self.sinks.write("inserted", inserted)
        else:
            self.sinks.close("inserted")
        self.sinks.close("deleted")
        self.sinks.close("hidden")

    def body(self) -> str:
        for sink in ("deleted", "hidden", "inserted"):
            self.sinks.close(sink)
        words = [*self.sinks.words.get("body", []), *(f"\n{box}" for box in self._boxes)]
        return joined("".join(words)).rstrip("\n")


def read_rtf(content: bytes, file_name: str) -> tuple[str, tuple[ReadingNote, ...]]:
    """Return the text of the body and its footnotes, with notes.

    Raises:
        OversizedFileError: the file is larger than any document.
        BrokenFileError: the groups of the file do not close.
        UnsafeFileError: its groups are nested as no program nests them.
    """
    if len(content) > LIMIT_MEGABYTES * 1024 * 1024:
        raise OversizedFileError(file_name=file_name, limit_megabytes=LIMIT_MEGABYTES)
    reader = _RtfReader(file_name)
    start = content.find(b"{\\rtf")
    reader.read(content[max(start, 0) :].decode("latin-1"))
    text = reader.body()
    footnotes = reader.sinks.facts("footnote", "footnote")
    text += "".join(f"\n{note.text.strip()}" for note in footnotes)
    return text, tuple(_notes(reader.sinks, text, footnotes))


def _notes(sinks: Sinks, text: str, footnotes: list[Fact]) -> Iterator[ReadingNote]:
    headers = [
        fact
        for fact in dict.fromkeys(sinks.facts("header", "header"))
        if fact.text.strip(_PAGE_NUMBER_SIGNS)
    ]
    changes = sinks.facts("inserted", "inserted") + sinks.facts("deleted", "deleted")
    found = {
        NoteKind.TRACKED_CHANGES: changes,
        NoteKind.COMMENTS: sinks.facts("comment", "comment"),
        NoteKind.HIDDEN_TEXT: sinks.facts("hidden", "hidden"),
        NoteKind.AUTOMATIC_NUMBERING: sinks.numbers,
        NoteKind.TEXT_BOXES: sinks.facts("box", "box"),
        NoteKind.FOOTNOTES: footnotes,
        NoteKind.HEADERS: headers,
        NoteKind.DAMAGED_CHARACTERS: [Fact("damaged", "\ufffd")] * text.count("\ufffd"),
        NoteKind.PICTURES: [Fact("picture", "")] * sinks.pictures,
    }
    for kind, facts in found.items():
        if facts:
            yield ReadingNote(kind, tuple(facts))
