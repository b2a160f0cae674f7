"""From a dropped file to a published document in the real window, without hunting."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.domain.lifecycle import MakingState
from models.domain.profile import MakingStep
from models.queries.office import office, people, profile
from models.register import Register
from tests.models.office import CLERK, GATES, GOVERNMENT, add_body
from ui.desk import Route
from ui.pages.document.forms import IssuanceForm
from ui.pages.document.page import DocumentRecordPage
from ui.pages.registration.page import RegistrationPage
from ui.parts.act_dialog import ActDialog
from ui.parts.steps import STEP_VERBS
from ui.remembered import Remembered
from ui.tasks.runner import Runner
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.theme import Theme
from ui.window import Window
from ui.workplace import Staff, Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PARKING = Path(__file__).parents[4] / "resources" / "samples" / "01-parking-measures.docx"


@pytest.fixture
def window(
    qtbot: QtBot, register: Register, runner: Runner, theme: Theme, tmp_path: Path
) -> Iterator[Window]:
    """Return the real window with the clerk at the desk."""
    add_body(GOVERNMENT)

    def read_staff() -> Staff:
        return Staff(office(), profile(), people())

    staff = read_staff()
    remembered = Remembered(tmp_path / "window.ini")
    workplace = Workplace(register, runner, staff, theme, remembered, read_staff, lambda _: {})
    clerk = next(person for person in staff.people if person.login == CLERK)
    shown = Window(workplace, clerk)
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    qtbot.waitUntil(runner.is_idle, timeout=20_000)


def _document_page(window: Window) -> DocumentRecordPage:
    page = window.pages.page
    assert isinstance(page, DocumentRecordPage)
    return page


def _take_next_step(qtbot: QtBot, window: Window) -> DocumentRecordPage:
    """Press the button that the bottom bar offers."""
    qtbot.waitUntil(lambda: bool(window.bottom.steps))
    window.bottom.steps[0].click()
    qtbot.waitUntil(lambda: _document_page(window).dialog is not None)
    return _document_page(window)


def test_the_bottom_bar_leads_from_the_form_to_the_published_document(
    qtbot: QtBot, window: Window, runner: Runner
) -> None:
    # Given a registered document
    window.navigate(Route("registration", extra=(("file", str(PARKING)),)))
    qtbot.waitUntil(runner.is_idle, timeout=20_000)
    form = window.pages.page
    assert isinstance(form, RegistrationPage)
    for paper in GATES:
        form.form.evidence.lines[paper].tick.setChecked(True)
    form.register.click()
    # When the clerk follows the bar
    numbering = _take_next_step(qtbot, window).dialog
    assert isinstance(numbering, ConfirmDialog)
    numbering.proceed.click()
    for step in (MakingStep.PRINTED, MakingStep.PUBLISHED):
        qtbot.waitUntil(partial(_is_offered, window, STEP_VERBS[step]))
        dialog = _take_next_step(qtbot, window).dialog
        assert isinstance(dialog, ActDialog)
        asked = dialog.findChildren(IssuanceForm)[0]
        assert asked.kind.value == step.value
        asked.medium.setEditText("云溪县人民政府公报")
        dialog.proceed.click()
    qtbot.waitUntil(lambda: window.bottom.steps == [])
    # Then it is numbered and published, and one Esc leads back to the list
    view = _document_page(window).view_model.view
    assert view is not None
    assert view.page.facts.making_state is MakingState.PUBLISHED
    assert view.page.facts.unified_number.startswith("YXDR—")
    window.pages.back()
    assert window.pages.route == Route("documents")


def _is_offered(window: Window, verb: str) -> bool:
    return f"{verb}…" in [button.text() for button in window.bottom.steps]
