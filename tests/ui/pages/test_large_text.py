"""The pages of the letters with large text on a small screen: nothing is cut at the right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from models.acts.letters import issue_letter
from models.queries.office import today
from models.register import Register
from review.letters.drafting.filing_in import propose_receipt
from review.letters.press import press_into
from tests.models.office import HEAD, accept_one, order, receive_one
from ui.desk import Route
from ui.desktop import read_staff
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.waiting import waiting_for
from ui.widgets.theme import Scheme, Theme
from ui.window import Window
from ui.workplace import Workplace

# A screen of 1280 by 768 without the bars of the system.
SCREEN = (1280, 705)
LARGE = 150
LETTER_PAGES = {
    "letters": Route("letters", 1),
    "letter issued": Route("letter", 1),
    "letter proposed": Route("letter", None, (("kind", "suggestion_declined"), ("document", "1"))),
    "letter with rows": Route("letter", None, (("kind", "filing_transfer"), ("filing", "1"))),
    "letter_batch": Route("letter_batch", None, (("kind", "filing_receipt"),)),
    "templates": Route("templates", None, (("kind", "filing_receipt"),)),
    "outgoing": Route("outgoing"),
    "verification": Route("verification"),
    "sheet": Route("sheet", None, (("kind", "register_book"),)),
    "sheet of a filing": Route("sheet", 1, (("kind", "filing_intake_sheet"),)),
}


@pytest.fixture
def window(
    qtbot: QtBot, register: Register, runner: Runner, theme: Theme, tmp_path: Path
) -> Iterator[Window]:
    """Return a window with large text in which the head sits; one receipt was issued."""
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, today())
    issue_letter(
        order(), proposed.as_draft(), press_into(register.letters, proposed.kind, ("pdf",))
    )
    staff = read_staff()
    head = next(person for person in staff.people if person.login == HEAD)
    remembered = Remembered(tmp_path / "window.ini")
    workplace = Workplace(register, runner, staff, theme, remembered, read_staff, waiting_for)
    shown = Window(workplace, head)
    theme.show(Scheme.LIGHT, LARGE)
    qtbot.addWidget(shown)
    shown.resize(*SCREEN)
    shown.show()
    yield shown
    runner.wait_until_idle()
    theme.show(Scheme.LIGHT, 100)


@pytest.mark.parametrize("route", LETTER_PAGES.values(), ids=LETTER_PAGES)
def test_no_control_is_wider_than_its_page(
    qtbot: QtBot, window: Window, runner: Runner, route: Route
) -> None:
    window.navigate(route)
    qtbot.waitUntil(runner.is_idle, timeout=20_000)
    page = window.pages.page

    assert page.width() <= window.pages.width()
    assert page.minimumSizeHint().width() <= page.width()
    assert [
        one.accessibleName() or repr(one)
        for one in page.findChildren(QWidget)
        if _is_cut(one, page)
    ] == []


def _is_cut(part: QWidget, page: QWidget) -> bool:
    """Whether a part that is shown reaches over the right edge of the page or of its area."""
    if not part.isVisible():
        return False
    holder = _area_around(part, page)
    right = part.mapTo(holder, QPoint(part.width(), 0)).x()
    return right > holder.width() + 1


def _area_around(part: QWidget, page: QWidget) -> QWidget:
    """Return the viewport of the area that scrolls the part up and down, or else the page."""
    around = part.parentWidget()
    while around is not None and around is not page:
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            return around
        around = around.parentWidget()
    return page
