"""Pictures of every page for the manual: light and dark, at 100 and 150 percent.

Run as ``python -m ui.screenshots REGISTER OUT [PAPER…]`` on the register of the demo. With papers
(Markdown files) only the pictures they show are taken.
"""

import os
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QTabWidget, QWidget

from models.domain.roles import Role
from models.errors import RuleError
from models.register import open_register
from resources import path_of
from ui.desk import Route
from ui.desktop import read_staff, speak_chinese
from ui.remembered import Remembered
from ui.tasks.garbage import GarbageCollector
from ui.tasks.runner import Runner
from ui.waiting import waiting_for
from ui.widgets.buttons import Button
from ui.widgets.file_drop import FileDrop
from ui.widgets.theme import Scheme, Theme
from ui.window import Window
from ui.workplace import Workplace

_SCHEMES = (Scheme.LIGHT, Scheme.DARK)
_PERCENTS = (100, 150)
_SIZE = (1366, 705)
_SETTLING_MS = 1000
_COLOURS = 256
_SMALLEST_FILE = 0  # Qt's word for the hardest compression of a PNG
_PICTURE = re.compile(r"pictures/([\w-]+)\.png")

# Ids as the story of the demo hands them out.
_PARKING_MEASURES = 11
_HOUSING_FILING = 3
_HOUSING_REVIEW = 2
_HOUSING_OPINION = 3
_FEES_CLEANUP = 1
_PERIODIC_CLEANUP = 2
_CONCLUDED_EVALUATION = 1
_SCORED_EVALUATION = 2


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the place, who sits there, and what happened there before.

    ``dropped`` is the sample that is dropped on the page, ``pressed`` the words of the button that
    is pressed then, ``focused`` the name of the field stood on; ``has_error`` shows a refusal.
    ``tab`` is the title of the tab to show, ``chosen`` a field of the dialog and what is chosen
    there.
    """

    name: str
    route: Route
    role: Role = Role.CLERK
    dropped: str = ""
    pressed: str = ""
    focused: str = ""
    has_error: bool = False
    tab: str = ""
    chosen: tuple[str, str] = ("", "")


SHOTS = (
    Shot("overview", Route("overview"), Role.HEAD),
    Shot("documents", Route("documents", _PARKING_MEASURES)),
    Shot("document", Route("document", _PARKING_MEASURES)),
    Shot("document-validity", Route("document", _PARKING_MEASURES), tab="有效期与清理"),
    Shot(
        "validity-extend",
        Route("document", _PARKING_MEASURES, (("step", "EXTEND"),)),
        chosen=("新的有效期", "若干年"),
    ),
    Shot(
        "registration",
        Route("registration"),
        dropped="01-parking-measures.docx",
        focused="发文字号",
    ),
    Shot("filings", Route("filings", _HOUSING_FILING)),
    Shot("filing", Route("filing", _HOUSING_FILING)),
    Shot("intake", Route("intake"), dropped="07-township-housing-rules.docx"),
    Shot("reviews", Route("reviews", _HOUSING_REVIEW), Role.REVIEWER),
    Shot("review", Route("review", _HOUSING_REVIEW), Role.REVIEWER),
    Shot("letters", Route("letters", _HOUSING_OPINION)),
    Shot("letter", Route("letter", _HOUSING_OPINION)),
    Shot("letter-batch", Route("letter_batch", None, (("kind", "filing_receipt"),))),
    Shot("outgoing", Route("outgoing")),
    Shot("validity", Route("validity")),
    Shot("validity-months", Route("validity"), tab="各月届满"),
    Shot("catalogue", Route("catalogue"), Role.HEAD),
    Shot("figures", Route("figures"), Role.HEAD),
    Shot("figures-charts", Route("figures"), Role.HEAD, tab="统计图"),
    Shot("verification", Route("verification")),
    Shot("sheet", Route("sheet", None, (("kind", "register_book"),))),
    Shot("sheet-intake", Route("sheet", _HOUSING_FILING, (("kind", "filing_intake_sheet"),))),
    Shot("templates", Route("templates", None, (("kind", "filing_receipt"),)), Role.HEAD),
    Shot("omissions", Route("omissions"), dropped="issue-list-2026.xlsx"),
    Shot(
        "omission",
        Route("omissions"),
        dropped="issue-list-2026.xlsx",
        pressed="开始比对",
    ),
    Shot("folder-import", Route("folder_import"), dropped="旧文件"),
    Shot("evaluations", Route("evaluations", _CONCLUDED_EVALUATION)),
    Shot("evaluation", Route("evaluation", _SCORED_EVALUATION), Role.REVIEWER),
    Shot("evaluation-concluded", Route("evaluation", _CONCLUDED_EVALUATION)),
    Shot("cleanups", Route("cleanups")),
    Shot("cleanup-scope", Route("cleanup", _PERIODIC_CLEANUP, (("tab", "scope"),))),
    Shot(
        "cleanup-sheets",
        Route("cleanup", _PERIODIC_CLEANUP, (("tab", "sheets"),)),
        dropped="清理意见表",
    ),
    Shot("cleanup-work", Route("cleanup", _PERIODIC_CLEANUP, (("tab", "work"),)), Role.REVIEWER),
    Shot("cleanup-result", Route("cleanup", _PERIODIC_CLEANUP, (("tab", "result"),)), Role.HEAD),
    Shot(
        "cleanup-decision",
        Route("cleanup", _PERIODIC_CLEANUP, (("tab", "result"),)),
        Role.HEAD,
        pressed="看决定稿、发出…",
    ),
    Shot("cleanup-applied", Route("cleanup", _FEES_CLEANUP, (("tab", "result"),)), Role.HEAD),
    Shot("cleanup-later", Route("cleanup", _FEES_CLEANUP, (("tab", "later"),)), Role.HEAD),
    Shot("cleanup-charts", Route("cleanup", _PERIODIC_CLEANUP, (("tab", "charts"),))),
    Shot("ledger", Route("ledger"), Role.HEAD),
    Shot("ledger-columns", Route("ledger_import"), dropped="11-past-ledger.xlsx"),
    Shot(
        "ledger-result",
        Route("ledger_import", None, (("step", "result"),)),
        dropped="11-past-ledger.xlsx",
    ),
    Shot("settings", Route("settings"), Role.ADMINISTRATOR),
    Shot("laws", Route("settings", None, (("section", "laws"),)), Role.ADMINISTRATOR),
    Shot("rules", Route("settings", None, (("section", "profile"),)), Role.ADMINISTRATOR),
    Shot("style", Route("settings", None, (("section", "style"),)), Role.ADMINISTRATOR),
    Shot("trail", Route("settings", None, (("section", "trail"),)), Role.HEAD),
    Shot("refusal", Route("documents"), has_error=True),
)


@dataclass(frozen=True)
class Look:
    """Light or dark, and how large."""

    scheme: Scheme
    percent: int

    @property
    def name(self) -> str:
        """The end of the names of its pictures."""
        return f"{self.scheme}-{self.percent}"

    @property
    def scale(self) -> str:
        """The factor by which Qt draws larger."""
        return str(self.percent / 100)


LOOKS = tuple(Look(scheme, percent) for scheme, percent in product(_SCHEMES, _PERCENTS))


def take_pictures(register: Path, out: Path, papers: Sequence[Path]) -> None:
    """Take all pictures, or those that the papers show.

    Every look has a process, because Qt reads the scale once, and a copy of the register, because
    forms that are left keep their drafts there.
    """
    words = "".join(paper.read_text(encoding="utf-8") for paper in papers)
    shown = frozenset(_PICTURE.findall(words))
    for look in LOOKS:
        names = [shot.name for shot in SHOTS if not papers or f"{shot.name}-{look.name}" in shown]
        if names:
            environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
            command = [sys.executable, "-m", "ui.screenshots", f"--look={look.name}"]
            command += [str(register), str(out), *names]
            subprocess.run(command, env=environment, check=True)  # noqa: S603 -- our own program


def take_one_look(register: Path, out: Path, look: Look, names: Sequence[str]) -> None:
    """Take pictures in one look, in this process."""
    out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    GarbageCollector(application)
    speak_chinese(application)
    theme = Theme(application)
    runner = Runner()
    with TemporaryDirectory() as folder:
        opened = open_register(shutil.copytree(register, Path(folder) / "register"))
        remembered = Remembered(Path(folder) / "window.ini")
        staff = read_staff()
        workplace = Workplace(opened, runner, staff, theme, remembered, read_staff, waiting_for)
        window = Window(workplace, staff.people[0])
        theme.show(look.scheme, 100)
        window.resize(*_SIZE)
        window.show()
        for shot in SHOTS:
            if shot.name in names:
                window.change_person(next(one for one in staff.people if shot.role in one.roles))
                picture = _with_few_colours(_take(window, runner, shot))
                picture.save(str(out / f"{shot.name}-{look.name}.png"), None, _SMALLEST_FILE)
        runner.close()
        opened.close()


def _take(window: Window, runner: Runner, shot: Shot) -> QImage:
    window.navigate(shot.route)
    _settle(runner)
    drop = window.pages.page.findChild(FileDrop)
    if shot.dropped and drop is not None:
        drop.dropped.emit([path_of("samples", shot.dropped)])
        _settle(runner)
    for button in window.pages.page.findChildren(Button):
        if shot.pressed and button.text() == shot.pressed and button.isVisible():
            button.click()
            _settle(runner)
    for part in window.pages.page.findChildren(QWidget):
        if part.accessibleName() == shot.focused != "":
            window.activateWindow()
            _settle(runner)
            part.setFocus()
            _settle(runner)
    _show_tab(window, runner, shot.tab)
    if shot.has_error:
        window.bottom.show_refusal(RuleError())
        _settle(runner)
    return _with_dialog(window.grab(), runner, shot).toImage()


def _show_tab(window: Window, runner: Runner, title: str) -> None:
    for tabs in window.pages.page.findChildren(QTabWidget):
        for place in range(tabs.count()):
            if tabs.tabText(place) == title:
                tabs.setCurrentIndex(place)
                _settle(runner)


def _with_dialog(picture: QPixmap, runner: Runner, shot: Shot) -> QPixmap:
    """Draw the dialog that is open into the middle of the picture, and close it."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QDialog):
        return picture
    field, choice = shot.chosen
    for combo in dialog.findChildren(QComboBox):
        if combo.accessibleName() == field:
            combo.setCurrentText(choice)
            _settle(runner)
    shown = dialog.grab()
    frame = QRectF(QPointF(), shown.deviceIndependentSize())
    frame.moveCenter(QRectF(QPointF(), picture.deviceIndependentSize()).center())
    painter = QPainter(picture)
    painter.drawPixmap(frame.topLeft(), shown)
    painter.drawRect(frame)
    painter.end()
    dialog.reject()
    return picture


def _with_few_colours(picture: QImage) -> QImage:
    """Return a picture of the commonest colours only, which makes a file half as large."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    common = Counter(memoryview(picture.constBits()).cast("I")).most_common(_COLOURS)
    return picture.convertToFormat(
        QImage.Format.Format_Indexed8,
        [colour for colour, _count in common],
        Qt.ImageConversionFlag.AvoidDither,
    )


def _settle(runner: Runner) -> None:
    """Serve the window until a whole moment has passed without new work in the lanes."""
    is_quiet = False
    while not is_quiet:
        runner.wait_until_idle()
        loop = QEventLoop()
        QTimer.singleShot(_SETTLING_MS, loop.quit)
        loop.exec()
        is_quiet = runner.is_idle()


def _main() -> None:
    parser = ArgumentParser(prog="python -m ui.screenshots")
    parser.add_argument("register", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--look", choices=[look.name for look in LOOKS])
    parser.add_argument("names", nargs="*", help="papers, or with --look the names of pages")
    given = parser.parse_args()
    if given.look is None:
        take_pictures(given.register, given.out, [Path(name) for name in given.names])
    else:
        look = next(look for look in LOOKS if look.name == given.look)
        # Read once by Qt, and so set before the application is made.
        os.environ["QT_SCALE_FACTOR"] = look.scale
        take_one_look(given.register, given.out, look, given.names)


if __name__ == "__main__":
    _main()
