"""Programs killed at any moment lose no number that was told, and give none twice."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from models.register import Register, open_register
from models.tables.audit import Operation
from models.tables.numbers import NumberEntry
from tests.models.office import GOVERNMENT, add_body, changed
from tests.reliability.desk_programs import (
    Bodies,
    content_of,
    number_and_die,
    number_place,
    number_too_early,
    register_and_number,
    register_place,
    store_too_late,
)
from tests.reliability.killing import Desks, Killing, moments_of
from tests.reliability.programs import Said, running
from tests.reliability.soundness import acknowledged, faults_of

KILLS = int(os.environ.get("NORMDESK_KILLS", "25"))
CLERKS = 2
KILLS_A_BODY = 20
MOST_ROUNDS = 150


@dataclass
class Notebook:
    """Hears what is said in this very program."""

    words: list[Said] = field(default_factory=list)

    def send(self, said: Said) -> None:
        """Write down what is said."""
        self.words.append(said)


def add_bodies(amount: int) -> Bodies:
    """Enter so many bodies, each with numbers of its own."""
    return tuple(
        add_body(changed(GOVERNMENT, name=f"第{number}机关", organ_code=f"{number:02}"))
        for number in range(1, amount + 1)
    )


@pytest.fixture
def bodies(register: Register) -> Bodies:
    """Return bodies enough for the documents of all kills; the register is closed again."""
    bodies = add_bodies(1 + KILLS // KILLS_A_BODY)
    register.close()
    return bodies


def send_again(register: Register, bodies: Bodies, words: list[Said]) -> list[Said]:
    """Send all orders of every document that was ever begun again."""
    notebook = Notebook()
    for place in sorted({said.place for said in words}):
        number_place(notebook, register_place(notebook, register.files, bodies, place), place)
    return notebook.words


def test_no_number_that_was_told_is_lost_or_given_twice(
    register: Register, bodies: Bodies, record_property: Callable[[str, object], None]
) -> None:
    # Given clerks whose programs are killed again and again on one register
    desks = Desks(register_and_number, register.folder, bodies, CLERKS)
    killing = Killing(desks, moments_of("kills"))
    while killing.kills < KILLS:
        killing.kill_all()
    # When it is opened, then it holds what they were told
    open_register(register.folder)
    assert faults_of(register, killing.words) == []
    # And the kills hit acts under way, some of them after their commit
    told = acknowledged(killing.words)
    untold = {row.op_id for row in Operation.select()} & killing.begun - set(told)
    parts = list(register.files.folder.rglob("*.part"))
    record_property(
        "killed", f"{killing.kills=} {killing.hits=} {len(told)=} {len(untold)=} {len(parts)=}"
    )
    assert killing.hits > killing.kills / 2
    assert len(told) > killing.kills
    # When all orders are sent once more, those that were never answered with them
    again = send_again(register, bodies, killing.words)
    # Then every document has the one number it was told
    assert faults_of(register, killing.words + again) == []
    assert set(acknowledged(again)) >= set(told)
    assert NumberEntry.select().count() == len(again) / 4


def test_a_number_that_was_committed_and_never_told_is_given_once(
    register: Register, bodies: Bodies
) -> None:
    # Given a program that dies after the commit, before it can tell the number
    with running(number_and_die, register.folder, bodies, 1) as program:
        words = list(iter(program.next_word, None))
    assert words[-1] == Said("number-1")
    open_register(register.folder)
    assert NumberEntry.select().count() == 1
    # When the clerk asks again, under the same order, and once more
    again = send_again(register, bodies, words) + send_again(register, bodies, words)
    # Then there is one number
    assert NumberEntry.select().count() == 1
    assert faults_of(register, words + again) == []


def test_a_part_of_a_file_that_was_left_behind_does_no_harm(sqlite_register: Register) -> None:
    # Given the half of a file that a killed program left in the store
    store = sqlite_register.files
    stored = store.put_bytes(content_of(1), "1.docx")
    target = store.path_of(stored.sha256)
    target.rename(target.with_name(".left.part"))
    # When the file is stored again, then it is whole
    assert store.put_bytes(content_of(1), "1.docx") == stored
    assert store.read(stored.sha256) == content_of(1)


@pytest.mark.parametrize("faulty", [number_too_early, store_too_late])
def test_a_faulty_program_is_found_out(
    sqlite_register: Register, faulty: Callable[..., None]
) -> None:
    # Given a program that tells a number before its commit, or stores a file after it
    bodies = add_bodies(1)
    desks = Desks(faulty, sqlite_register.folder, bodies, CLERKS)
    killing = Killing(desks, moments_of(faulty.__name__))
    found: list[str] = []
    # When it is killed a few times, then the check of the register says so
    for _ in range(MOST_ROUNDS):
        killing.kill_all()
        found = faults_of(sqlite_register, killing.words)
        if found:
            break
    assert found
