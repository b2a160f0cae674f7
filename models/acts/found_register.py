"""An administrator founds a register."""

from dataclasses import dataclass, field
from datetime import datetime

from models.acts.lookup import require
from models.acts.performing import Deed
from models.database import unit_of_work
from models.domain.clock import present_instant
from models.domain.roles import ActName, Role
from models.profiles import load_profile
from models.settings import Office
from models.tables.office import Person, PersonRole, Setting


@dataclass(frozen=True)
class Founding:
    """The office that keeps the register, its first administrator, and when it was founded."""

    office: Office
    administrator_login: str
    administrator_name: str
    at: datetime = field(default_factory=present_instant)


def found_register(founding: Founding, op_id: str) -> None:
    """Write the office's settings and its first administrator into an empty register.

    This is the one act without an acting person: the administrator it adds is written down as the
    one who performed it.

    Raises:
        FieldEmptyError: office, login or name is empty.
        ProfileUnknownError: the profile does not exist.
    """
    require(
        office_name=founding.office.office_name,
        login=founding.administrator_login,
        name=founding.administrator_name,
    )
    profile = load_profile(founding.office.profile)
    with unit_of_work():
        person_id = Person.insert(
            login=founding.administrator_login, name=founding.administrator_name, is_active=True
        ).execute()
        PersonRole.insert(person=person_id, role=Role.ADMINISTRATOR).execute()
        settings = founding.office.as_settings()
        for key, value in settings.items():
            Setting.insert(key=key, value=value).execute()
        deed = Deed(
            ActName.FOUND_REGISTER,
            op_id,
            int(person_id),
            founding.administrator_login,
            founding.at,
        )
        deed.record(
            "register",
            0,
            settings=settings,
            profile_version=profile.version,
            administrator=founding.administrator_name,
        )
