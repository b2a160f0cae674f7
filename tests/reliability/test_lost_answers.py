"""When nobody knows whether a commit happened, the same order settles it; a new one would not."""

import pytest
from peewee import Database, OperationalError

from models.acts.allot_number import allot_number
from models.acts.performing import Order, OutcomeUnknownError
from models.acts.register_document import register_document
from models.database import DATABASE
from models.domain.records import DocumentEntry, DuplicateHandling
from models.queries.numbers import LedgerBook, ledger_ids, numbers_report
from models.register import Register
from models.tables.documents import Document
from tests.models.office import add_body, order, parking_measures

INSISTS = DuplicateHandling.REGISTER_ALL_THE_SAME


class Cable:
    """The line to the database, cut just after a commit arrived and before its answer came."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._commit, self._connect = database.commit, database.connect
        database.commit = self._commit_unheard  # type: ignore[method-assign]
        database.connect = self._fail  # type: ignore[method-assign]

    def mend(self) -> None:
        """Let it be as before."""
        self._database.commit = self._commit  # type: ignore[method-assign]
        self._database.connect = self._connect  # type: ignore[method-assign]
        self._database.connect(reuse_if_open=True)

    def _commit_unheard(self) -> None:
        self._commit()
        raise OperationalError("server closed the connection unexpectedly")

    def _fail(self, *_again: object, **_named: object) -> bool:
        raise OperationalError("could not connect to server")


@pytest.fixture
def entry(register: Register) -> DocumentEntry:
    """Return a document that a clerk wants registered, in an open register."""
    assert register.folder.exists()
    return parking_measures(add_body())


def documents() -> list[int]:
    """Return the documents in the register."""
    return [row.id for row in Document.select(Document.id)]


def register_unheard(entry: DocumentEntry) -> Order:
    """Register a document without hearing that it was done, and return the order."""
    asked = order()
    cable = Cable(DATABASE.obj)
    with pytest.raises(OutcomeUnknownError):
        register_document(asked, entry, INSISTS)
    cable.mend()
    return asked


def test_the_same_order_sent_again_gives_the_document_that_was_registered(
    entry: DocumentEntry,
) -> None:
    asked = register_unheard(entry)
    document_id = register_document(asked, entry, INSISTS)
    assert documents() == [document_id]


def test_a_new_order_would_register_the_document_twice_and_give_it_two_numbers(
    entry: DocumentEntry,
) -> None:
    """Why a window repeats the order: no rule can tell a second wish from a repeated one."""
    register_unheard(entry)
    register_document(order(), entry, INSISTS)
    assert len(documents()) == 2
    for document_id in documents():
        allot_number(order(), document_id)
    assert len(ledger_ids(LedgerBook.UNIFIED)) == 2
    assert numbers_report().faults == ()
