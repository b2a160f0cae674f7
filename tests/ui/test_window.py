"""The frame as a person uses it: keys, navigation, the way back, people, the bottom bar."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from models.errors import RuleError
from tests.ui.fakes import HEAD, REVIEWER, STAFF, FakeListPage
from ui.actions import ACTIONS, shortcut_sheet
from ui.desk import Changes, Done, NextStep, Route
from ui.page_table import PAGES, entry_of, first_of
from ui.sheets import Sheet, help_sheet_of
from ui.widgets.theme import Scheme
from ui.window import Window
from ui.workplace import Workplace


def _press(window: Window, keys: str) -> None:
    QTest.keySequence(window, QKeySequence(keys))


def _commit(editor: QWidget, words: str) -> None:
    """Type Chinese as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def _list_page(window: Window) -> FakeListPage:
    page = window.pages.page
    assert isinstance(page, FakeListPage)
    return page


def test_the_window_opens_on_the_overview_of_the_office(window: Window) -> None:
    assert window.pages.route == Route("overview")
    assert "云溪县司法局" in window.head.office.text()
    assert "周敏" in window.head.person.text()


def test_pages_are_made_at_their_first_visit_and_kept(window: Window) -> None:
    window.navigate(Route("documents"))
    first = window.pages.page
    window.navigate(Route("filings"))
    window.navigate(Route("documents"))

    assert window.pages.page is first


@pytest.mark.parametrize(
    ("keys", "page"), [("Alt+1", "overview"), ("Alt+2", "documents"), ("Alt+9", "settings")]
)
def test_a_page_is_reached_by_its_key(window: Window, keys: str, page: str) -> None:
    _press(window, keys)

    assert window.pages.route.page == page
    assert window.navigation.buttons[page].isChecked()


def test_what_waits_stands_beside_the_page(window: Window, qtbot: QtBot) -> None:
    count = window.navigation.buttons["filings"].count

    qtbot.waitUntil(count.isVisible)

    assert count.text() == "12"
    assert not window.navigation.buttons["reviews"].count.isVisible()


def test_a_record_opens_with_a_way_back_that_esc_takes(window: Window) -> None:
    window.navigate(Route("documents"))
    window.navigate(Route("document", 7))
    assert window.pages.breadcrumb.isVisible()
    assert window.pages.breadcrumb.back.text() == "文件登记"
    assert window.pages.breadcrumb.record.text() == "第 7 件"

    _press(window, "Esc")

    assert window.pages.route == Route("documents")
    assert not window.pages.breadcrumb.isVisible()


def test_going_back_walks_through_all_records_visited(window: Window) -> None:
    window.navigate(Route("documents"))
    window.navigate(Route("document", 7))
    window.navigate(Route("filing", 3))

    _press(window, "Esc")
    assert window.pages.route == Route("document", 7)
    _press(window, "Esc")
    assert window.pages.route == Route("documents")


def test_a_record_opened_from_nowhere_leads_back_to_its_list(window: Window) -> None:
    window.pages.forget_pages()
    window.navigate(Route("filing", 3))

    _press(window, "Esc")

    assert window.pages.route == Route("filings")


def test_a_list_keeps_its_place_while_a_record_is_read(
    window: Window, workplace: Workplace
) -> None:
    window.navigate(Route("documents"))
    assert workplace.runner.wait_until_idle()
    table = _list_page(window).table
    table.go_to(500)
    scrolled = table.verticalScrollBar().value()

    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.pages.route == Route("document", 500)
    _press(window, "Esc")

    assert (table.current_id(), table.verticalScrollBar().value()) == (500, scrolled)


def test_a_page_with_unsaved_work_is_not_left(window: Window) -> None:
    window.navigate(Route("documents"))
    _list_page(window).is_dirty = True

    _press(window, "Alt+3")

    assert window.pages.route.page == "documents"
    assert window.navigation.buttons["documents"].isChecked()
    _list_page(window).is_dirty = False


def test_the_menu_offers_what_the_page_offers(window: Window) -> None:
    window.navigate(Route("documents"))
    assert window.menus.actions["file.save"].isEnabled()
    assert not window.menus.actions["file.print"].isEnabled()

    _press(window, "Ctrl+S")
    _press(window, "F5")

    assert (_list_page(window).saved, _list_page(window).refreshed) == (1, 1)
    window.navigate(Route("document", 1))
    assert not window.menus.actions["file.save"].isEnabled()


def test_a_menu_has_every_action_of_the_table(window: Window) -> None:
    menus = window.menuBar().findChildren(QMenu)
    titles = {action.text() for menu in menus for action in menu.actions()}

    assert {entry.title for entry in ACTIONS} <= titles


def test_no_two_actions_share_a_key() -> None:
    keys = [key for entry in ACTIONS for key in entry.keys]

    assert len(keys) == len(set(keys))


def test_the_search_box_finds_by_words_and_by_initials(window: Window, qtbot: QtBot) -> None:
    box = window.head.search
    _press(window, "Ctrl+K")
    qtbot.waitUntil(box.results.isVisible)

    _commit(box, "备案")
    assert box.results.titles() == ["备案"]
    box.clear()
    QTest.keyClicks(box, "wjdj")
    assert box.results.titles() == ["文件登记"]
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert window.pages.route.page == "documents"
    assert not box.results.isVisible()


def test_esc_closes_the_results_before_it_goes_back(window: Window, qtbot: QtBot) -> None:
    window.navigate(Route("documents"))
    window.navigate(Route("document", 7))
    _press(window, "Ctrl+K")
    qtbot.waitUntil(window.head.search.results.isVisible)

    QTest.keyClick(window.head.search, Qt.Key.Key_Escape)
    assert window.pages.route == Route("document", 7)
    assert not window.head.search.results.isVisible()


def test_a_question_nothing_answers_says_so(window: Window) -> None:
    _press(window, "Ctrl+K")
    QTest.keyClicks(window.head.search, "zzz")

    assert window.head.search.results.titles() == []
    assert "没有找到" in window.head.search.results.list.item(0).text()


def test_success_is_said_at_the_foot_with_the_next_step(window: Window) -> None:
    taken: list[str] = []
    window.bottom.show_done(Done("已登记", (NextStep("编号", lambda: taken.append("编号")),)))

    QTest.mouseClick(window.bottom.steps[0], Qt.MouseButton.LeftButton)

    assert window.bottom.text.text() == "已登记"
    assert taken == ["编号"]


def test_a_refusal_without_a_page_is_said_at_the_foot(window: Window) -> None:
    window.bottom.show_refusal(RuleError())

    assert "按规定不能办理" in window.bottom.text.text()
    assert window.bottom.steps == []


def test_another_person_gets_new_pages_and_only_their_rights(window: Window) -> None:
    window.navigate(Route("documents"))
    before = window.pages.page

    window.head.person.menu().actions()[1].trigger()
    window.navigate(Route("documents"))

    assert window.pages.page is not before
    assert window.pages.page.desk.person == REVIEWER
    assert not window.menus.actions["file.register"].isEnabled()
    assert "何川" in window.head.person.text()


def test_a_menu_entry_acts_as_its_key_does(window: Window) -> None:
    window.menus.actions["go.filings"].trigger()

    assert window.pages.route.page == "filings"


def test_a_changed_office_shows_its_new_name(qtbot: QtBot, workplace: Workplace) -> None:
    renamed = replace(STAFF, office=replace(STAFF.office, office_name="云溪县政府办公室"))
    shown = Window(replace(workplace, read_staff=lambda: renamed), HEAD)
    qtbot.addWidget(shown)

    shown.changes.publish(Changes(settings=True))

    assert workplace.runner.wait_until_idle()
    assert "云溪县政府办公室" in shown.head.office.text()


def test_theme_and_size_of_text_are_remembered(window: Window, workplace: Workplace) -> None:
    window.menus.take("view.dark")
    window.menus.take("view.larger")

    assert workplace.theme.scheme is Scheme.DARK
    assert workplace.remembered.text("look.scheme", "") == "dark"
    assert workplace.remembered.number("look.scale", 0) == 110
    window.menus.take("view.light")
    window.menus.take("view.normal")


def test_a_window_that_remembers_nonsense_opens_all_the_same(
    qtbot: QtBot, workplace: Workplace
) -> None:
    workplace.remembered.keep("look.scheme", "rainbow")
    workplace.remembered.keep("look.scale", "huge")
    workplace.remembered.keep("window.geometry", b"nonsense")

    window = Window(workplace, HEAD)
    qtbot.addWidget(window)

    assert workplace.theme.scale == 100


def test_the_sheet_prints_every_key() -> None:
    printed = {keys for _, lines in shortcut_sheet() for _, keys in lines}

    assert printed == {"、".join(entry.keys) for entry in ACTIONS if entry.keys}


@pytest.mark.parametrize("page", [entry.id for entry in PAGES])
def test_every_page_explains_itself(qtbot: QtBot, page: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    assert help_sheet_of(page, parent).windowTitle()


def test_question_mark_opens_the_sheet_of_keys(window: Window) -> None:
    _press(window, "?")

    assert [sheet.windowTitle() for sheet in window.findChildren(Sheet)] == ["快捷键一览"]


def test_who_wants_another_register_closes_the_window_and_says_so(window: Window) -> None:
    window.menus.take("file.other")

    assert window.isHidden()
    assert window.wants_other_register


def test_a_record_two_pages_below_marks_the_page_of_the_navigation() -> None:
    assert first_of(entry_of("evaluation")).id == "documents"
    assert first_of(entry_of("documents")).id == "documents"
