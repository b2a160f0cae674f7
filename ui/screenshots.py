"""Pictures of every page for the manual: light and dark, at 100 and 150 percent.

Run as ``python -m ui.screenshots REGISTER OUT`` on a register with records, such as the demo's.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from models.errors import RuleError
from models.register import open_register
from ui.desk import Route
from ui.desktop import person_to_sit_down, read_staff, speak_chinese
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.waiting import waiting_for
from ui.widgets.theme import Scheme, Theme
from ui.window import Window
from ui.workplace import Workplace

_SCALES = ("1", "1.5")
_SIZE = (1366, 705)
_SETTLING_MS = 150


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the place, and whether an error shows."""

    name: str
    route: Route
    has_error: bool = False


SHOTS = (
    Shot("overview", Route("overview")),
    Shot("documents", Route("documents")),
    Shot("document", Route("document", 1)),
    Shot("registration", Route("registration")),
    Shot("filings", Route("filings")),
    Shot("filing", Route("filing", 1)),
    Shot("reviews", Route("reviews")),
    Shot("review", Route("review", 1)),
    Shot("letters", Route("letters")),
    Shot("letter", Route("letter", 1)),
    Shot("ledger", Route("ledger")),
    Shot("settings", Route("settings")),
    Shot("rules", Route("settings", None, (("section", "profile"),))),
    Shot("trail", Route("settings", None, (("section", "trail"),))),
    Shot("refusal", Route("documents"), has_error=True),
)


def main(register: Path, out: Path) -> None:
    """Take all pictures, one process for each scale because Qt reads the scale once."""
    for scale in _SCALES:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "ui.screenshots", str(register), str(out), scale]
        subprocess.run(command, env=environment, check=True)  # noqa: S603 -- our own program


def take_pictures(register: Path, out: Path, scale: str) -> None:
    """Take the pictures of one scale."""
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    speak_chinese(application)
    theme = Theme(application)
    runner = Runner()
    with TemporaryDirectory() as folder:
        remembered = Remembered(Path(folder) / "window.ini")
        opened = open_register(register)
        staff = read_staff()
        workplace = Workplace(opened, runner, staff, theme, remembered, read_staff, waiting_for)
        window = Window(workplace, person_to_sit_down(staff, ""))
        window.resize(*_SIZE)
        window.show()
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            theme.show(scheme, 100)
            for shot in SHOTS:
                percent = round(float(scale) * 100)
                _take(window, runner, shot).save(str(out / f"{shot.name}-{scheme}-{percent}.png"))
    runner.close()


def _take(window: Window, runner: Runner, shot: Shot) -> QPixmap:
    window.navigate(shot.route)
    if shot.has_error:
        window.bottom.show_refusal(RuleError())
    runner.wait_until_idle()
    _settle()
    runner.wait_until_idle()
    return window.grab()


def _settle() -> None:
    """Serve the window for a moment, so that layouts and late rows are in place."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLING_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    given = sys.argv[1:]
    if len(given) == len(("register", "out")):
        main(Path(given[0]), Path(given[1]))
    else:
        take_pictures(Path(given[0]), Path(given[1]), given[2])
