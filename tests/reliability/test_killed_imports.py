"""A program killed in the middle of an import leaves nothing of it."""

import os
import signal
from dataclasses import replace
from pathlib import Path

from models.acts.import_ledger import import_ledger
from models.domain.imports import ImportedDocument, LedgerImport
from models.domain.records import FileEntry
from models.queries.imports import import_runs
from models.queries.record_check import differing_records
from models.queries.trail import verify_trail
from models.register import Register, open_register
from models.tables.documents import Document
from tests.models.office import add_body, another, order, parking_measures
from tests.reliability.programs import Listener, Said, running

ROWS = 1000


def ledger(body_id: int) -> LedgerImport:
    """Return a ledger of more than one batch."""
    entry = replace(parking_measures(body_id), files=(), evidence=())
    documents = tuple(
        ImportedDocument(place, another(entry, place)) for place in range(1, ROWS + 1)
    )
    source = FileEntry("cd" * 32, 4096, "台账.xlsx")
    return LedgerImport(source, "台账", "文件名称", "{}", ROWS, documents)


def import_and_die(listener: Listener, folder: Path, body_id: int) -> None:
    """Import a ledger and be killed when half of it is written."""
    open_register(folder)

    def die_half_way(done: int, total: int) -> None:
        if done > total / 2:
            listener.send(Said(f"half-{done}"))
            os.kill(os.getpid(), signal.SIGKILL)

    import_ledger(order(), ledger(body_id), die_half_way)


def test_of_an_import_killed_half_way_nothing_is_left(register: Register) -> None:
    # Given a program that dies when half of a ledger is written
    body_id = add_body()
    register.close()
    with running(import_and_die, register.folder, body_id) as program:
        assert program.next_word() is not None
        program.process.join()
    # When the register is opened again
    opened = open_register(register.folder)
    # Then nothing of the import is there, and the next one is whole
    assert (Document.select().count(), import_runs()) == (0, ())
    import_ledger(order(), ledger(body_id))
    assert Document.select().count() == ROWS
    assert verify_trail().is_sound
    assert differing_records() == ()
    opened.close()
