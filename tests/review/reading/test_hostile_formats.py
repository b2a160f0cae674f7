"""Files of every format built to harm: each is read or refused with a sentence, quickly."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from review.errors import EncryptedFileError, ReadingError
from review.reading.reader import read_here
from tests.review.reading.hostile_doc import HOSTILE_DOC, cut_files, mangled_files, sample
from tests.review.reading.hostile_markup import HOSTILE_MARKUP
from tests.review.reading.hostile_ofd import HOSTILE_OFD, locked
from tests.review.reading.ofd_file import ofd_parts, package, typeset
from tests.review.reading.rtf_file import rtf_bytes
from ui.feedback.catalogue import words_of

# Processor time, so that a busy machine does not count; a child has five seconds in all.
_LONGEST_SECONDS = 4


def outcome(path: Path, content: bytes) -> str:
    """Read the bytes and return what came of it: the text or the refusal in Chinese."""
    path.write_bytes(content)
    try:
        return f"read: {read_here(path).text}"
    except ReadingError as refusal:
        return f"{refusal.code}: {words_of(refusal).text}"


@pytest.mark.parametrize("build", [*HOSTILE_OFD, *HOSTILE_DOC, *HOSTILE_MARKUP])
def test_a_hostile_file_is_read_or_refused_quickly(
    tmp_path: Path, build: Callable[[], bytes]
) -> None:
    content = build()
    started = process_time()
    assert outcome(tmp_path / "报送稿.docx", content)
    assert process_time() - started < _LONGEST_SECONDS


def test_a_locked_ofd_is_told_to_be_locked(tmp_path: Path) -> None:
    assert outcome(tmp_path / "加密.ofd", locked()).startswith(EncryptedFileError.code)


HONEST = {
    "办法.doc": sample(),
    "办法.ofd": package(ofd_parts(*typeset("第一条　为了加强管理，制定本办法。\n" * 40))),
    "办法.rtf": rtf_bytes("第一条　为了加强管理，制定本办法。\n" * 40),
    "办法.html": ("<html><body><p>第一条　为了加强管理。</p></body></html>" * 40).encode(),
}


@pytest.mark.parametrize("name", HONEST)
def test_a_file_cut_short_or_mangled_is_read_or_refused_quickly(tmp_path: Path, name: str) -> None:
    content = HONEST[name]
    started = process_time()
    tried = [*cut_files(content, 25), *mangled_files(content, 40)]
    for each in tried:
        assert outcome(tmp_path / name, each)
    assert process_time() - started < _LONGEST_SECONDS * 2
