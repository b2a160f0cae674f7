"""An administrator adds people and changes what they may do."""

from models.acts.lookup import require
from models.acts.performing import Deed, UnknownPersonError, act
from models.acts.refusals import LastAdministratorError, LoginTakenError
from models.domain.roles import ActName, Role
from models.tables.office import Person, PersonRole


@act(ActName.ADD_PERSON)
def add_person(deed: Deed, login: str, name: str, roles: frozenset[Role]) -> int:
    """Add a person and return the id.

    Raises:
        FieldEmptyError: login or name is empty.
        LoginTakenError: somebody has this login.
    """
    require(login=login, name=name)
    if Person.select().where(Person.login == login).exists():
        raise LoginTakenError(login=login)
    person_id = int(Person.insert(login=login, name=name, is_active=True).execute())
    _set_roles(person_id, roles)
    deed.record("person", person_id, login=login, name=name, roles=sorted(roles))
    return person_id


@act(ActName.CHANGE_PERSON)
def change_person(
    deed: Deed, login: str, name: str, roles: frozenset[Role], *, is_active: bool
) -> int:
    """Change a person's name, roles or standing and return the id; a person is never deleted.

    Raises:
        UnknownPersonError: nobody has this login.
        LastAdministratorError: no active administrator would be left.
    """
    require(name=name)
    person = Person.get_or_none(Person.login == login)
    if person is None:
        raise UnknownPersonError(login=login)
    person_id = int(person.id)
    before = sorted(row.role for row in PersonRole.select().where(PersonRole.person == person_id))
    Person.update(name=name, is_active=is_active).where(Person.id == person_id).execute()
    PersonRole.delete().where(PersonRole.person == person_id).execute()
    _set_roles(person_id, roles)
    _refuse_without_administrator(name)
    deed.record(
        "person",
        person_id,
        before={"name": person.name, "is_active": person.is_active, "roles": before},
        after={"name": name, "is_active": is_active, "roles": sorted(roles)},
    )
    return person_id


def _set_roles(person_id: int, roles: frozenset[Role]) -> None:
    for role in sorted(roles):
        PersonRole.insert(person=person_id, role=role).execute()


def _refuse_without_administrator(name: str) -> None:
    left = (
        Person.select()
        .join(PersonRole)
        .where(Person.is_active, PersonRole.role == Role.ADMINISTRATOR)
    )
    if not left.exists():
        raise LastAdministratorError(name=name)
