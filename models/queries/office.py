"""The office, its people and its rules, as the pages show them."""

from dataclasses import dataclass
from datetime import date

from models.domain.clock import legal_day, present_instant
from models.domain.profile import Profile
from models.domain.roles import ActName, Role, may
from models.profiles import load_profile
from models.queries.tuples import tuples_of
from models.settings import Office, StyleKey
from models.tables.office import Person, PersonRole, Setting


@dataclass(frozen=True)
class PersonRow:
    """A person with the roles held."""

    id: int
    login: str
    name: str
    is_active: bool
    roles: frozenset[Role]

    def may(self, act: ActName) -> bool:
        """Tell whether the person may perform an act."""
        return self.is_active and may(self.roles, act)


def today() -> date:
    """Return the legal day of this moment."""
    return legal_day(present_instant())


def office() -> Office:
    """Return the office as its settings stand."""
    return Office.from_settings({row.key: row.value for row in Setting.select()})


def letter_style_settings() -> dict[StyleKey, str]:
    """Return how the office has its papers set; what was never set is empty."""
    kept = {row.key: row.value for row in Setting.select()}
    return {key: kept.get(key.value, "") for key in StyleKey}


def profile() -> Profile:
    """Return the rule profile in force for the office."""
    return load_profile(office().profile)


def people() -> tuple[PersonRow, ...]:
    """Return everybody who works or worked with the register, in the order they were added."""
    held: dict[int, set[Role]] = {}
    for person_id, role in tuples_of(PersonRole.select(PersonRole.person, PersonRole.role)):
        held.setdefault(person_id, set()).add(Role(role))
    return tuple(
        PersonRow(row.id, row.login, row.name, row.is_active, frozenset(held.get(row.id, ())))
        for row in Person.select().order_by(Person.id)
    )


def person_by_login(login: str) -> PersonRow | None:
    """Return the person with this login, active or not, or None."""
    return next((person for person in people() if person.login == login), None)
