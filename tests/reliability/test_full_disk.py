"""A full disk refuses an act with a sentence, changes nothing, and loses nothing."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from models.acts.performing import NotCommittedError, Order
from models.acts.register_document import register_document
from models.database import DATABASE
from models.domain.records import DocumentEntry, FileEntry
from models.files import FileNotStoredError
from models.register import Register
from tests.models.office import add_body, another, changed, number_one, order, parking_measures
from tests.reliability.desk_programs import content_of
from tests.reliability.soundness import faults_of
from ui.feedback.catalogue import words_of

PAGES_LEFT = 40
PAGES_ENOUGH = 10_000
LONG_TEXT = "第一条　为了规范停车管理，制定本办法。\n" * 400


@dataclass(frozen=True)
class Refusal:
    """An act that found the disk full, and what stood in the register before it."""

    error: NotCommittedError
    order: Order
    entry: DocumentEntry
    content_before: dict[str, list[object]]
    registered_before: list[int]


def let_grow(pages: int) -> None:
    """Let the database grow by so many pages, in this connection and in later ones."""
    size = DATABASE.execute_sql("PRAGMA page_count").fetchone()[0]
    DATABASE.obj.pragma("max_page_count", size + pages, permanent=True)


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let every file end after so many bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource", reason="Windows limits no file sizes")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def long_document(register: Register, body_id: int, place: int) -> DocumentEntry:
    """Return a document whose text takes some pages."""
    stored = register.files.put_bytes(content_of(place), f"{place}.docx")
    paper = FileEntry(stored.sha256, stored.size, stored.original_name, text=LONG_TEXT)
    return changed(another(parking_measures(body_id), place), files=(paper,))


def content() -> dict[str, list[object]]:
    """Return all that stands in the register."""
    return {
        table: DATABASE.execute_sql(f'SELECT * FROM "{table}"').fetchall()
        for table in DATABASE.get_tables()
    }


def register_until_full(register: Register, body_id: int) -> Refusal:
    """Register documents until one is refused for want of room."""
    documents: list[int] = []
    for place in itertools.count(1):
        entry, asked, before = long_document(register, body_id, place), order(), content()
        try:
            documents.append(register_document(asked, entry))
        except NotCommittedError as error:
            return Refusal(error, asked, entry, before, documents)
    raise AssertionError


def test_an_act_that_finds_the_disk_full_changes_nothing_and_works_once_there_is_room(
    sqlite_register: Register,
) -> None:
    # Given a register that can grow by a few pages only
    body_id = add_body()
    let_grow(PAGES_LEFT)
    # When documents are registered until there is no room
    refusal = register_until_full(sqlite_register, body_id)
    # Then the last one is refused with a sentence, and nothing of it is in the register
    assert refusal.registered_before
    assert "登记簿没有改变" in words_of(refusal.error).text
    assert content() == refusal.content_before
    # When there is room again, then the same order is performed, and the register is sound
    let_grow(PAGES_ENOUGH)
    documents = [*refusal.registered_before, register_document(refusal.order, refusal.entry)]
    numbers = [number_one(document_id).number for document_id in documents]
    assert numbers == [f"YXDR—2026—01{count:03}" for count in range(1, len(documents) + 1)]
    assert faults_of(sqlite_register, ()) == []


def test_a_file_that_finds_the_disk_full_is_refused_and_nothing_is_left_of_it(
    sqlite_register: Register,
) -> None:
    store = sqlite_register.files
    # Given a disk that is full after half of the file
    with files_up_to(len(content_of(1)) // 2), pytest.raises(FileNotStoredError) as refusal:
        store.put_bytes(content_of(1), "停车办法.docx")
    # Then the refusal names the file, and nothing lies in the store
    assert "停车办法.docx" in words_of(refusal.value).text
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []
    # When there is room again, then it is stored
    stored = store.put_bytes(content_of(1), "停车办法.docx")
    assert store.read(stored.sha256) == content_of(1)
