"""What the settings change holds in the whole window at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.queries.office import person_by_login
from models.register import Register
from tests.models.office import ADMINISTRATOR
from tests.ui.pages.finding import part_of
from ui.desk import Route
from ui.desktop import read_staff
from ui.pages.settings.office_section import OfficeSection
from ui.pages.settings.people_section import PeopleSection
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.waiting import waiting_for
from ui.widgets.theme import Theme
from ui.window import Window
from ui.workplace import Workplace


@pytest.fixture
def window(
    qtbot: QtBot, register: Register, runner: Runner, theme: Theme, tmp_path: Path
) -> Iterator[Window]:
    """Return the real window with the administrator at the desk."""
    remembered = Remembered(tmp_path / "window.ini")
    person = person_by_login(ADMINISTRATOR)
    assert person is not None
    workplace = Workplace(
        register, runner, read_staff(), theme, remembered, read_staff, waiting_for
    )
    made = Window(workplace, person)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(runner.is_idle)
    yield made
    qtbot.waitUntil(runner.is_idle)


def settle(qtbot: QtBot, runner: Runner, is_so: Callable[[], bool]) -> None:
    """Wait until something is so and nothing is under way."""
    qtbot.waitUntil(lambda: is_so() and runner.is_idle(), timeout=10_000)


def test_another_office_name_shows_in_the_head_and_on_new_pages(
    qtbot: QtBot, window: Window, runner: Runner
) -> None:
    window.navigate(Route("settings"))
    qtbot.waitUntil(runner.is_idle)
    section = part_of(window.pages.page, OfficeSection)

    section.form.show_values({"office_name": "云溪县司法局（新）"})
    section.save.click()

    settle(qtbot, runner, lambda: "（新）" in window.head.office.text())
    window.navigate(Route("overview"))
    assert window.pages.page.desk.office.office_name == "云溪县司法局（新）"


def test_a_role_given_to_oneself_counts_at_once(
    qtbot: QtBot, window: Window, runner: Runner
) -> None:
    window.navigate(Route("settings", None, (("section", "people"),)))
    qtbot.waitUntil(runner.is_idle)
    section = part_of(window.pages.page, PeopleSection)
    section.people.view.selectRow(0)
    section.change.click()

    for box in section.form.boxes.values():
        box.setChecked(True)
    assert section.dialog is not None
    section.dialog.proceed.click()

    settle(qtbot, runner, lambda: "负责人" in window.head.person.text())
    assert window.pages.route == Route("overview")
