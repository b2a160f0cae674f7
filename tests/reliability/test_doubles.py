"""Numbers taken as the highest plus one are told twice, and the harness sees it."""

from contextlib import ExitStack

import pytest

from models.register import Register
from tests.reliability.desk_programs import Share, number_by_the_highest
from tests.reliability.programs import Said, running
from tests.reliability.soundness import acknowledged, doubles

CLERKS = 8
EACH = 20
MOST_ROUNDS = 5


def all_number(register: Register, first: int) -> list[Said]:
    """Let eight programs number at once, and return what they said."""
    shares = [Share(first + clerk, CLERKS) for clerk in range(CLERKS)]
    with ExitStack() as desks:
        programs = [
            desks.enter_context(running(number_by_the_highest, register.folder, share, EACH))
            for share in shares
        ]
        return [said for program in programs for said in program.rest()]


def test_the_highest_number_plus_one_is_told_to_two_clerks(sqlite_register: Register) -> None:
    words: list[Said] = []
    for number in range(MOST_ROUNDS):
        words += all_number(sqlite_register, number * CLERKS * EACH)
        if list(doubles(acknowledged(words))):
            return
    pytest.fail("no double in so many tries: the harness is blind")
