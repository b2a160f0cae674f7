"""A register is founded from the answers of the first day."""

from pathlib import Path
from uuid import uuid4

from models.acts.found_register import Founding
from models.acts.people import add_person, change_person
from models.acts.performing import Order
from models.domain.roles import Role
from models.register import Register, create_register
from models.settings import Office

_CLERK_ROLES = frozenset({Role.CLERK, Role.REVIEWER})
_EVERYTHING = frozenset(Role)


def found_office(answers: dict[str, str]) -> Register:
    """Found the register the answers describe, with its administrator and its clerk."""
    administrator, clerk = answers["administrator"], answers["clerk"]
    office = Office(
        answers["office"],
        answers["profile"],
        region=answers["region"],
        level=answers["level"],
    )
    founding = Founding(office, administrator, administrator)
    register = create_register(Path(answers["folder"]), founding)
    order = Order(administrator, uuid4().hex)
    if clerk == administrator:
        change_person(order, administrator, administrator, _EVERYTHING, is_active=True)
    else:
        add_person(order, clerk, clerk, _CLERK_ROLES)
    return register
