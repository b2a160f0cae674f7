"""A clerk at another PC: numbers the documents it is told to and says each number it was given.

Run as ``python -m tests.models.numbering_clerk FOLDER LOGIN ID…``; one line ``id number`` is
written after each commit. Every tenth document it first tries an act that is refused half-way.
"""

import contextlib
import sys
from pathlib import Path

from models.acts.ledger import NumberSubject, draw_number, scheme_in_force
from models.acts.performing import Deed, Order, act
from models.domain.number_grammar import NumberFields
from models.domain.roles import ActName
from models.domain.terms import NumberKind
from models.errors import RuleError
from models.queries.office import profile
from models.register import open_register
from tests.models.office import NOON, number_one

EVERY = 10


@act(ActName.ALLOT_NUMBER)
def draw_and_fail(deed: Deed, organ: str) -> int:
    """Take a number and fail before the commit, as a full disk or a bug would."""
    scheme = scheme_in_force(profile(), NumberKind.UNIFIED_NUMBER, deed.today)
    fields = NumberFields(region="YX", level="DR", year=deed.today.year, organ=organ)
    draw_number(deed, scheme, fields, NumberSubject())
    raise RuleError


def main(folder: str, login: str, *ids: str) -> None:
    """Open the register and number the documents one after the other."""
    register = open_register(Path(folder))
    for place, document_id in enumerate(ids):
        if place % EVERY == 0:
            with contextlib.suppress(RuleError):
                draw_and_fail(Order(login, at=NOON), "01")
        allotment = number_one(int(document_id))
        sys.stdout.write(f"{document_id} {allotment.number}\n")
        sys.stdout.flush()
    register.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
