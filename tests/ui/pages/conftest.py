"""A real register of 云溪县 and a desk at which one of its people sits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.errors import AppError
from models.queries.office import office, person_by_login, profile
from models.register import Register, create_register
from tests.models.office import CLERK, FOUNDING, staff_the_office
from ui.desk import ChangesHub, Desk, Done, Route
from ui.look import Look
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.widgets.theme import Scheme, Theme


@dataclass
class Heard:
    """What a page told the window."""

    routes: list[Route] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    refused: list[AppError] = field(default_factory=list)
    backs: list[bool] = field(default_factory=list)

    def back(self) -> None:
        """Count a wish to go back."""
        self.backs.append(True)


SitDown = Callable[[str], Desk]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """Return an open register of 云溪县 with its staff."""
    opened = create_register(tmp_path / "register", FOUNDING)
    staff_the_office()
    yield opened
    opened.close()


@pytest.fixture
def heard() -> Heard:
    """Return what the page will have told the window."""
    return Heard()


@pytest.fixture
def sit_down(
    register: Register, runner: Runner, theme: Theme, heard: Heard, tmp_path: Path
) -> SitDown:
    """Return a way to sit down at the desk as one of the staff."""
    theme.show(Scheme.LIGHT, 100)

    def sit(login: str) -> Desk:
        person = person_by_login(login)
        assert person is not None
        remembered = Remembered(tmp_path / "window.ini")
        return Desk(
            register=register,
            runner=runner,
            changes=ChangesHub(),
            person=person,
            office=office(),
            profile=profile(),
            remembered=remembered,
            look=Look(theme, remembered),
            navigate=heard.routes.append,
            back=heard.back,
            announce=heard.done.append,
            refuse=heard.refused.append,
        )

    return sit


@pytest.fixture
def desk(sit_down: SitDown) -> Desk:
    """Return the clerk's desk."""
    return sit_down(CLERK)
