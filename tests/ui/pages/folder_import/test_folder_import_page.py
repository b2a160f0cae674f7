"""The folder import in the window: read, looked through, decided, registered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.queries.documents import DocumentFilter, DocumentOrder, document_ids
from models.queries.office import today
from review.folder_import.batch import batches
from review.folder_import.work_list import ItemState
from tests.models.office import REVIEWER, add_body
from tests.review.folder_import.office_folder import fictional_text, write_text
from tests.review.reading.pdf_file import write_scan
from tests.review.reading.test_fidelity import tracked_file
from tests.ui.pages.conftest import Heard, SitDown
from tests.ui.pages.dropping import drop_on
from tests.ui.pages.finding import part_of
from ui.desk import Desk, Route
from ui.pages.folder_import.body_choice import BodyChoice
from ui.pages.folder_import.page import FolderImportPage
from ui.pages.registration.page import RegistrationPage
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three documents, an explanation, a copy and an archive."""
    place = tmp_path / "旧文件"
    place.mkdir()
    for number in range(3):
        title, text = fictional_text(number)
        (place / f"{number}").mkdir()
        write_text(place / f"{number}" / f"{title}.docx", text)
    title = fictional_text(1)[0]
    write_text(
        place / "1" / f"《{title}》起草说明.docx", f"《{title}》起草说明\n一、必要性\n略。\n"
    )
    write_text(place / "复件.docx", fictional_text(1)[1])
    (place / "打包.zip").write_bytes(b"PK")
    return place


def shown(qtbot: QtBot, desk: Desk, *places: Path) -> FolderImportPage:
    page = FolderImportPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(Route("folder_import", extra=tuple(("place", str(one)) for one in places)))
    settle(qtbot, desk)
    return page


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(desk.runner.is_idle, timeout=30_000)


def states(page: FolderImportPage) -> list[ItemState]:
    return sorted(item.state for item in page.view_model.items)


def registered() -> int:
    return len(document_ids(DocumentFilter(), DocumentOrder.REGISTERED_DATE, today()))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, folder: Path) -> FolderImportPage:
    """Return the page with the folder read."""
    add_body()
    return shown(qtbot, desk, folder)


def test_a_folder_becomes_a_work_list_and_registers_nothing(page: FolderImportPage) -> None:
    assert states(page) == [ItemState.READY] * 3 + [ItemState.UNREADABLE]
    assert page.records.rowCount() == 4
    assert page.register.text() == "登记可以登记的 3 件…"
    assert registered() == 0


def test_the_item_stood_on_shows_its_fields_and_their_places(
    page: FolderImportPage, qtbot: QtBot, desk: Desk
) -> None:
    item = page.view_model.ready()[0]
    page.table.go_to(item.number)
    settle(qtbot, desk)

    line = page.detail.fields.lines["document_number"]
    line.click()

    lit = page.detail.text.extraSelections()
    assert item.document_number in line.accessibleName()
    assert len(lit) == 1


def test_a_dropped_folder_is_read(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    page = shown(qtbot, desk)
    drop_on(page, [folder])
    settle(qtbot, desk)

    assert len(page.view_model.items) == 4


def test_what_is_ready_is_registered_together_after_a_summary(
    page: FolderImportPage, qtbot: QtBot, desk: Desk, heard: Heard
) -> None:
    page.register.click()
    part_of(page, ConfirmDialog).proceed.click()
    settle(qtbot, desk)

    assert registered() == 3
    assert states(page) == [ItemState.REGISTERED] * 3 + [ItemState.UNREADABLE]
    assert heard.done[-1].text == "已办理 3 件"
    assert not page.register.isEnabled()


def test_an_item_is_set_aside_with_a_reason_and_taken_up_again(
    page: FolderImportPage, qtbot: QtBot, desk: Desk
) -> None:
    page.table.go_to(page.view_model.ready()[0].number)
    page.detail.set_aside.click()
    dialog = part_of(page, ReasonDialog)
    dialog.reason.setText("属于政府文件")
    dialog.proceed.click()
    settle(qtbot, desk)
    after = states(page)
    page.detail.take_up.click()
    settle(qtbot, desk)

    assert after.count(ItemState.SET_ASIDE) == 1
    assert states(page).count(ItemState.READY) == 3


def test_enter_leads_to_the_form_of_the_item(page: FolderImportPage, heard: Heard) -> None:
    item = page.view_model.ready()[0]
    page.table.go_to(item.number)
    QTest.keyClick(page.table, Qt.Key.Key_Return)

    route = heard.routes[-1]
    assert route.page == "registration"
    assert (route.asked("item"), route.asked("mode")) == (str(item.number), "historic")


def test_the_form_begins_with_the_item_and_comes_back_to_the_list(
    page: FolderImportPage, qtbot: QtBot, desk: Desk, heard: Heard
) -> None:
    # Given the form of the second item, which has an explanation beside it
    item = next(one for one in page.view_model.ready() if len(one.files) > 1)
    page.table.go_to(item.number)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    form = RegistrationPage(desk)
    qtbot.addWidget(form)
    form.show()
    form.open(heard.routes[-1])
    settle(qtbot, desk)
    assert form.form.values().document_number == item.document_number
    # When it is registered
    form.register.click()
    settle(qtbot, desk)
    # Then the way leads back, and the list knows it
    back = heard.routes[-1]
    page.open(back)
    settle(qtbot, desk)
    now = page.view_model.item(item.number)
    assert back.page == "folder_import"
    assert now is not None
    assert now.state is ItemState.REGISTERED
    assert page.table.current_id() != item.number


def form_of(qtbot: QtBot, desk: Desk, page: FolderImportPage, heard: Heard) -> RegistrationPage:
    """Return the form of the only item, as Enter opens it."""
    (item,) = page.view_model.items
    page.table.go_to(item.number)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    form = RegistrationPage(desk)
    qtbot.addWidget(form)
    form.show()
    form.open(heard.routes[-1])
    settle(qtbot, desk)
    return form


def test_a_scan_opened_from_the_list_shows_its_card(
    qtbot: QtBot, desk: Desk, heard: Heard, tmp_path: Path
) -> None:
    scan = write_scan(tmp_path / "扫描.pdf")
    form = form_of(qtbot, desk, shown(qtbot, desk, scan), heard)
    card = form.text_side.document.fidelity
    assert card is not None
    assert card.plate.word == "未读出文字"
    (file,) = form.view_model.paper.files
    assert desk.register.files.read(file.sha256) == scan.read_bytes()


def test_a_text_with_tracked_changes_opened_from_the_list_shows_both_readings(
    qtbot: QtBot, desk: Desk, heard: Heard, tmp_path: Path
) -> None:
    side = form_of(
        qtbot, desk, shown(qtbot, desk, tracked_file(tmp_path)), heard
    ).text_side.document
    side.before.click()
    assert "云政规〔2026〕2号" in side.text.toPlainText()


def test_who_comes_back_finds_the_list_and_reads_nothing_again(
    page: FolderImportPage, qtbot: QtBot, desk: Desk, folder: Path
) -> None:
    page.open(Route("folder_import", extra=(("place", str(folder)),)))
    settle(qtbot, desk)

    assert len(batches(desk.register.folder)) == 1
    assert len(page.view_model.items) == 4


def test_items_selected_together_become_one_document(
    page: FolderImportPage, qtbot: QtBot, desk: Desk
) -> None:
    page.table.selectAll()
    page.join.click()
    settle(qtbot, desk)

    assert len(page.view_model.items) < 4


def test_a_file_is_split_from_its_document(
    page: FolderImportPage, qtbot: QtBot, desk: Desk
) -> None:
    item = next(one for one in page.view_model.items if len(one.files) > 1)
    page.table.go_to(item.number)
    settle(qtbot, desk)

    page.detail.files.lines[1].menu().actions()[1].trigger()
    settle(qtbot, desk)

    assert len(page.view_model.items) == 5


def test_an_unknown_body_is_named_once(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    page = shown(qtbot, desk, folder)
    body_id = add_body()
    page.view_model.read_bodies()
    settle(qtbot, desk)
    page.notices.body_wanted.emit("云溪县人民政府")
    dialog = part_of(page, BodyChoice)
    dialog.field.show_value(body_id)
    dialog.proceed.click()
    settle(qtbot, desk)

    assert states(page).count(ItemState.READY) == 3


def test_a_stopped_batch_is_offered_and_taken_up(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    page = FolderImportPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(Route("folder_import", extra=(("place", str(folder)),)))
    qtbot.waitUntil(lambda: page.view_model.switch is not None, timeout=10_000)
    page.strip.stop.click()
    settle(qtbot, desk)
    assert page.strip.go_on.isVisible()

    page.strip.go_on.click()
    settle(qtbot, desk)

    (batch,) = batches(desk.register.folder)
    assert len(batch.records()) == len(batch.found())
    assert not page.strip.isVisible()


def test_a_paused_run_ends_with_the_window(qtbot: QtBot, desk: Desk, folder: Path) -> None:
    page = FolderImportPage(desk)
    qtbot.addWidget(page)
    page.open(Route("folder_import", extra=(("place", str(folder)),)))
    qtbot.waitUntil(lambda: page.view_model.switch is not None, timeout=10_000)
    page.strip.pause.click()

    desk.runner.close()

    assert page.strip.pause.text() == "继续"


def test_a_reviewer_cannot_begin(qtbot: QtBot, sit_down: SitDown, folder: Path) -> None:
    desk = sit_down(REVIEWER)
    page = shown(qtbot, desk, folder)

    assert batches(desk.register.folder) == ()
    assert not page.register.isVisible()
