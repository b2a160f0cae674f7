"""What the window is made of: built by ``ui.desktop``, handed to the window, never fetched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.domain.profile import Profile
from models.queries.office import PersonRow
from models.register import Register
from models.settings import Office
from ui.desk import Desk
from ui.page import Page
from ui.page_table import PageEntry, build
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.widgets.theme import Theme


@dataclass(frozen=True)
class Staff:
    """The office, the profile it works under and its people."""

    office: Office
    profile: Profile
    people: tuple[PersonRow, ...]


@dataclass(frozen=True)
class Workplace:
    """What ``ui.desktop`` builds and the window hands on.

    The store lane is asked ``read_staff`` when settings change, and ``count_waiting`` how much
    waits for a person, by page id.
    """

    register: Register
    runner: Runner
    staff: Staff
    theme: Theme
    remembered: Remembered
    read_staff: Callable[[], Staff]
    count_waiting: Callable[[PersonRow], Mapping[str, int]]
    build: Callable[[PageEntry, Desk], Page] = build
