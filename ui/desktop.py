"""Puts everything together for the window: register, lanes, theme, person."""

import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from models.domain.roles import Role
from models.errors import AppError
from models.queries.office import PersonRow, office, people, profile
from models.register import NoRegisterError, Register, open_register
from ui.first_run import FirstRun
from ui.log import keep_log, log_file, log_unexpected
from ui.remembered import Remembered
from ui.tasks.garbage import GarbageCollector
from ui.tasks.reading_child import end as end_reading_child
from ui.tasks.reading_child import warm_up
from ui.tasks.runner import Runner
from ui.waiting import waiting_for
from ui.who_works import WhoWorks
from ui.widgets.theme import Theme
from ui.window import Window
from ui.workplace import Staff, Workplace

_FOLDER = "register.folder"


def open_window() -> int:
    """Open the register last used, or found one, and serve the window until it is closed."""
    keep_log(log_file())
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1])
    application.setApplicationName("normdesk")
    # Qt's loop never lets Python see Ctrl+C in a terminal; committed acts are safe at any instant.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    GarbageCollector(application)
    speak_chinese(application)
    theme = Theme(application)
    remembered = Remembered(user_config_path("normdesk", appauthor=False) / "window.ini")
    runner = Runner()
    try:
        return _serve(application, theme, remembered, runner)
    finally:
        end_reading_child()
        runner.close()


def speak_chinese(application: QApplication) -> None:
    """Let Qt's own dialogs and menus speak Chinese."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)


def read_staff() -> Staff:
    """Read the office, its profile and its people."""
    return Staff(office(), profile(), people())


def first_of(people: Sequence[PersonRow]) -> PersonRow:
    """Return the first person, without asking."""
    return people[0]


def ask_who_works(people: Sequence[PersonRow]) -> PersonRow:
    """Let somebody choose."""
    return WhoWorks(people).ask()


def person_to_sit_down(
    staff: Staff, login: str, ask: Callable[[Sequence[PersonRow]], PersonRow] = first_of
) -> PersonRow:
    """Return who works: the one remembered; where there is none and several could, who is chosen.

    Those with business to do are offered before those who only change settings.
    """
    active = [person for person in staff.people if person.is_active]
    for person in active:
        if person.login == login:
            return person
    offered = sorted(active, key=_has_no_business)
    return offered[0] if len(offered) == 1 else ask(offered)


def _has_no_business(person: PersonRow) -> bool:
    return not person.roles - {Role.ADMINISTRATOR}


def _serve(application: QApplication, theme: Theme, remembered: Remembered, runner: Runner) -> int:
    register = _register_to_open(remembered, runner)
    while register is not None:
        remembered.keep(_FOLDER, str(register.folder))
        staff = read_staff()
        person = person_to_sit_down(staff, remembered.text("desk.login", ""), ask_who_works)
        workplace = Workplace(register, runner, staff, theme, remembered, read_staff, waiting_for)
        window = Window(workplace, person)
        sys.excepthook = partial(tell_unexpected, window)
        window.show()
        runner.paper.run(warm_up, owner=window, done=_forget)
        code = application.exec()
        if not window.wants_other_register:
            return code
        runner.wait_until_idle()
        register.close()
        # Who chooses no other register returns to the one just left.
        register = FirstRun(_home(), runner).ask() or _register_to_open(remembered, runner)
    return 0


def _forget(_answer: object) -> None:
    """Expect nothing: the first file starts the child when this could not."""


def _register_to_open(remembered: Remembered, runner: Runner) -> Register | None:
    """Open the register last used; where there is none, or it is refused, ask."""
    try:
        return open_register(Path(remembered.text(_FOLDER, str(_home()))))
    except NoRegisterError:
        return FirstRun(_home(), runner).ask()
    except AppError as refusal:
        return FirstRun(_home(), runner, refusal).ask()


def _home() -> Path:
    return user_data_path("normdesk", appauthor=False) / "register"


def tell_unexpected(
    window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a bug and say at the foot of the window that the data are unharmed."""
    log_unexpected(kind, error, trace)
    window.bottom.show_refusal(AppError())
