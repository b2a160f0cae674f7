"""The programs at other desks: they speak before an act begins and after it has returned."""

import contextlib
import itertools
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from peewee import IntegrityError

from models.acts.allot_number import allot_number
from models.acts.performing import Order
from models.acts.register_document import register_document
from models.database import unit_of_work
from models.domain.lifecycle import NumberState
from models.domain.records import FileEntry
from models.domain.terms import NumberKind
from models.files import FileStore
from models.register import create_register, open_register
from models.settings import FolderSettings
from models.tables.numbers import NumberEntry
from tests.models.office import CLERK, FOUNDING, NOON, another, parking_measures
from tests.reliability.programs import Listener, Said

FILE_BYTES = 40_000

# How long a commit takes where a disk is slow, so that what is told too early is seen to be.
SLOW_DISK_SECONDS = 0.02

# The numbers of one body end at 999 in a year.
PLACES_A_BODY = 400

Bodies = tuple[int, ...]


@dataclass(frozen=True)
class Share:
    """The places of the documents that one of several clerks works on, from the first."""

    first: int
    step: int


def found_a_register(pipe: Listener, folder: Path, settings: FolderSettings) -> None:
    """Found a register."""
    pipe.send(Said("found"))
    create_register(folder, FOUNDING, settings)
    pipe.send(Said("found", "founded"))


def register_and_number(pipe: Listener, folder: Path, bodies: Bodies, share: Share) -> None:
    """Store, register and number documents until killed."""
    register = open_register(folder)
    for place in itertools.count(share.first, share.step):
        document_id = register_place(pipe, register.files, bodies, place)
        number_place(pipe, document_id, place)


def number_and_die(pipe: Listener, folder: Path, bodies: Bodies, place: int) -> None:
    """Register and number a document, and die before the number can be told."""
    register = open_register(folder)
    document_id = register_place(pipe, register.files, bodies, place)
    number_place(DyingVoice(pipe), document_id, place)


class DyingVoice:
    """Says which operation is begun, and dies where the answer would be said."""

    def __init__(self, pipe: Listener) -> None:
        self.pipe = pipe

    def send(self, said: Said) -> None:
        """Say it, or die."""
        if said.answer is not None:
            os._exit(1)
        self.pipe.send(said)


def number_too_early(pipe: Listener, folder: Path, bodies: Bodies, share: Share) -> None:
    """Do the same, but tell the number before it is committed: a faulty variant."""
    register = open_register(folder)
    for place in itertools.count(share.first, share.step):
        document_id = register_place(pipe, register.files, bodies, place)
        with unit_of_work():
            number_place(pipe, document_id, place)
            time.sleep(SLOW_DISK_SECONDS)


def store_too_late(pipe: Listener, folder: Path, bodies: Bodies, share: Share) -> None:
    """Register documents and store their files only afterwards: a faulty variant."""
    register = open_register(folder)
    elsewhere = FileStore(folder / "elsewhere")
    for place in itertools.count(share.first, share.step):
        register_place(pipe, elsewhere, bodies, place)
        register.files.put_bytes(content_of(place), f"{place}.docx")


def number_by_the_highest(pipe: Listener, folder: Path, share: Share, amount: int) -> None:
    """Take the highest number plus one, tell it and write it down: a faulty variant."""
    register = open_register(folder)
    for place in itertools.islice(itertools.count(share.first, share.step), amount):
        query = NumberEntry.select(NumberEntry.id).order_by(NumberEntry.id.desc()).limit(1)
        number = sum(row.id for row in query) + 1
        pipe.send(Said(f"number-{place}", str(number)))
        with contextlib.suppress(IntegrityError):
            NumberEntry.insert(
                id=number,
                kind=NumberKind.UNIFIED_NUMBER,
                series="",
                scheme_id="naive",
                printed=str(number),
                number_key=str(number),
                state=NumberState.ALLOTTED,
                is_back_entry=False,
                allotted_date=NOON.date(),
                allotted_at=NOON,
                allotted_by=1,
            ).execute()
    register.close()


def register_place(pipe: Listener, store: FileStore, bodies: Bodies, place: int) -> int:
    """Store the file of a document and register it, under the order that belongs to its place."""
    op_id = f"register-{place}"
    pipe.send(Said(op_id))
    stored = store.put_bytes(content_of(place), f"{place}.docx")
    paper = FileEntry(stored.sha256, stored.size, stored.original_name)
    body_id = bodies[place // PLACES_A_BODY % len(bodies)]
    entry = replace(another(parking_measures(body_id), place), files=(paper,))
    document_id = register_document(Order(CLERK, op_id, NOON), entry)
    pipe.send(Said(op_id, str(document_id)))
    return document_id


def number_place(pipe: Listener, document_id: int, place: int) -> None:
    """Number the document of a place, under the order that belongs to it."""
    op_id = f"number-{place}"
    pipe.send(Said(op_id))
    allotment = allot_number(Order(CLERK, op_id, NOON), document_id)
    pipe.send(Said(op_id, allotment.number))


def content_of(place: int) -> bytes:
    """Return what the file of a place holds."""
    return Random(place).randbytes(FILE_BYTES)  # noqa: S311 - content, not a secret
