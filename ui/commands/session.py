"""What every command starts from: the register, the person, and how to answer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import typer
from platformdirs import user_data_path

from models.acts.performing import Order
from models.domain.roles import ActName
from models.queries.office import people
from models.register import Register, open_register
from ui.commands.answers import Voice
from ui.commands.refusals import PersonNotChosenError

FOLDER_VARIABLE = "NORMDESK_REGISTER"


@dataclass(frozen=True)
class Session:
    """The options that stand before the command."""

    folder: Path
    login: str
    voice: Voice

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open the register for the time of a command.

        Raises:
            NoRegisterError: the folder holds none.
        """
        register = open_register(self.folder)
        try:
            yield register
        finally:
            register.close()

    def order(self, act: ActName) -> Order:
        """Return the order of the person named, or of the only one who may do it.

        Raises:
            PersonNotChosenError: nobody is named and it is not clear who it can be.
        """
        if self.login:
            return Order(self.login)
        fitting = [person for person in people() if person.may(act)]
        if len(fitting) != 1:
            names = tuple(f"{person.login}（{person.name}）" for person in fitting)
            raise PersonNotChosenError(act=act, people=names)
        return Order(fitting[0].login)


def session_of(context: typer.Context) -> Session:
    """Return the session that the options before the command made."""
    return cast("Session", context.obj)


def default_folder() -> Path:
    """Return the register's folder where none is named: from the environment, else one's own."""
    named = os.environ.get(FOLDER_VARIABLE, "")
    return Path(named) if named else user_data_path("normdesk", appauthor=False) / "register"
