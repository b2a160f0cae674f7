"""The typesetting is chosen, seen on a specimen, and used by letters from then on."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from models.acts.letters import issue_letter, withdraw_letter
from models.queries.letters import letter_page
from models.queries.office import letter_style_settings, today
from models.register import Register
from models.settings import StyleKey
from review.letters.drafting.filing_in import propose_receipt
from review.letters.press import press_into
from tests.models.office import ADMINISTRATOR, CLERK, HEAD, accept_one, order, receive_one
from tests.ui.pages.conftest import Heard, SitDown
from tests.ui.pages.finding import part_of
from ui.desk import Desk, Route
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.style_section import StyleSection
from ui.widgets.card import Card
from ui.widgets.labels import WrappedLabel


def shown(qtbot: QtBot, desk: Desk) -> SettingsPage:
    """Return the settings at the typesetting, its specimen drawn."""
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("settings", None, (("section", "style"),)))
    section = part_of(page, StyleSection)
    wait(qtbot, desk)
    qtbot.waitUntil(lambda: section.preview.document.pageCount() > 0, timeout=20_000)
    return page


def wait(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)


def choose(box: QComboBox, value: str) -> None:
    """Choose a value as a person does."""
    place = box.findData(value)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def issue_receipt(register: Register, filing_id: int) -> int:
    """Issue the receipt of a filing and return its id."""
    proposed = propose_receipt(filing_id, today())
    press = press_into(register.letters, proposed.kind, ("pdf",))
    return issue_letter(order(), proposed.as_draft(), press).letter_id


@pytest.fixture
def admin(sit_down: SitDown) -> Desk:
    """Return the administrator's desk."""
    return sit_down(ADMINISTRATOR)


def test_the_specimen_follows_the_form(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin)
    section = part_of(page, StyleSection)
    assert not section.save.isEnabled()
    assert not section.standard.isEnabled()
    before = section.preview._buffer.data().data()

    choose(section.form.boxes[StyleKey.LINE_PITCH], "28")
    qtbot.waitUntil(section.save.isEnabled)
    qtbot.waitUntil(lambda: section.preview._buffer.data().data() != before, timeout=20_000)

    assert section.state.text() == "有改动，尚未保存。"
    assert section.standard.isEnabled()


def test_a_saved_style_is_that_of_letters_from_then_on(
    qtbot: QtBot, admin: Desk, register: Register, heard: Heard
) -> None:
    # Given a letter issued by the standard
    filing_id = receive_one()
    accept_one(filing_id)
    before = issue_receipt(register, filing_id)
    withdraw_letter(order(HEAD), before, "字排得太密")
    # When the administrator chooses another pitch
    page = shown(qtbot, admin)
    section = part_of(page, StyleSection)
    choose(section.form.boxes[StyleKey.LINE_PITCH], "28")
    qtbot.waitUntil(section.save.isEnabled)
    section.save.click()
    wait(qtbot, admin)
    # Then it is kept, and the next letter bears it, while the issued one keeps its own
    assert heard.done[-1].text == "已保存文书版式"
    assert letter_style_settings()[StyleKey.LINE_PITCH] == "28"
    again = issue_receipt(register, filing_id)
    assert letter_page(before).style == ""
    assert letter_page(again).style == '{"letter_line_pitch": "28"}'


def test_the_standard_is_one_click_away(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin)
    section = part_of(page, StyleSection)
    choose(section.form.boxes[StyleKey.PAGE_NUMBER], "plain")
    qtbot.waitUntil(section.standard.isEnabled)

    section.standard.click()
    wait(qtbot, admin)

    assert section.form.values()[StyleKey.PAGE_NUMBER] == "outside"
    assert not section.save.isEnabled()


def test_a_face_that_is_not_installed_here_stays_and_is_told(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin)
    section = part_of(page, StyleSection)

    section.form.show_values({**section.form.values(), StyleKey.TITLE_FACE: "方正小标宋简体"})

    box = section.form.boxes[StyleKey.TITLE_FACE]
    assert box.currentText().startswith("方正小标宋简体")
    assert section.form.values()[StyleKey.TITLE_FACE] == "方正小标宋简体"


def test_a_clerk_sees_the_style_and_changes_nothing(qtbot: QtBot, sit_down: SitDown) -> None:
    page = shown(qtbot, sit_down(CLERK))
    section = part_of(page, StyleSection)

    assert section.save.isHidden()
    assert not any(box.isEnabled() for box in section.form.boxes.values())


def test_a_face_that_this_computer_lacks_is_warned_of_under_the_specimen(
    qtbot: QtBot, admin: Desk
) -> None:
    page = shown(qtbot, admin)
    section = part_of(page, StyleSection)
    assert section.preview.note.text().startswith("字体：")

    section.form.show_values({**section.form.values(), StyleKey.BODY_FACE: "没有这种字体"})
    section._redraw()
    wait(qtbot, admin)

    card = part_of(section.preview, Card)
    assert any("没有这种字体" in label.text() for label in card.findChildren(WrappedLabel))
