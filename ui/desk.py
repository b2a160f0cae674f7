"""What every page is handed: register, lanes, news, person and the way elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from models.acts.performing import Order
from models.domain.profile import Profile
from models.errors import AppError
from models.queries.office import PersonRow
from models.register import Register
from models.settings import Office
from ui.look import Look
from ui.remembered import Remembered
from ui.tasks.runner import Runner


@dataclass(frozen=True)
class Route:
    """A place in the window: a page, a record on it, and what else the page should know.

    ``extra`` holds words of the page's own choosing, for example a filter to start with.
    """

    page: str
    record_id: int | None = None
    extra: tuple[tuple[str, str], ...] = ()

    def asked(self, name: str) -> str | None:
        """Return what the caller said under this name, or None."""
        return dict(self.extra).get(name)


@dataclass(frozen=True)
class Changes:
    """What an act has touched: who shows it refreshes, who does not, sleeps."""

    documents: bool = False
    filings: bool = False
    reviews: bool = False
    letters: bool = False
    numbers: bool = False
    settings: bool = False
    omissions: bool = False
    evaluations: bool = False
    cleanups: bool = False


class ChangesHub(QObject):
    """The one place where news passes between pages that do not know each other."""

    happened = Signal(Changes)

    def publish(self, changes: Changes) -> None:
        """Tell every page what has changed; to be called after the act is committed."""
        self.happened.emit(changes)


@dataclass(frozen=True)
class NextStep:
    """The natural step after an act, as a button of the bottom bar."""

    title: str
    take: Callable[[], None]


@dataclass(frozen=True)
class Done:
    """What was just done, in one sentence, with the steps that follow from it."""

    text: str
    steps: tuple[NextStep, ...] = field(default=())


@dataclass(frozen=True)
class Desk:
    """Everything a page may use. Another person at the desk means another Desk and new pages."""

    register: Register
    runner: Runner
    changes: ChangesHub
    person: PersonRow
    office: Office
    profile: Profile
    remembered: Remembered
    look: Look
    navigate: Callable[[Route], None]
    back: Callable[[], None]
    announce: Callable[[Done], None]
    refuse: Callable[[AppError], None]

    def order(self) -> Order:
        """Return a new order of the person at the desk, for one act."""
        return Order(self.person.login)
