"""The rows of a letter are worked on beside its paper, and the paper follows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.queries.letters import LetterFilter, letter_ids, letter_page
from tests.models.office import REVIEWER, accept_one, add_body, past_document, receive_one
from tests.ui.pages.conftest import SitDown
from tests.ui.pages.letter.test_letter_page import issue, shown, wait, words
from ui.desk import Desk, Route
from ui.pages.letter.page import LetterPage
from ui.parts.letter_rows.rows_field import RowsField


def rows_of(page: LetterPage, name: str) -> RowsField:
    """Return the editor of the rows."""
    editor = page.form.widget(name)
    assert isinstance(editor, RowsField)
    return editor


def transfer(qtbot: QtBot, desk: Desk) -> LetterPage:
    """Return the page of a transfer of a filing with its material."""
    filing_id = receive_one()
    accept_one(filing_id)
    about = (("kind", "filing_transfer"), ("filing", str(filing_id)))
    page = shown(qtbot, desk, Route("letter", None, about))
    page.form.show_values({"addressee": "柳渡镇人民政府", "reason": "属于该机关受理"})
    page._rewrite()
    wait(qtbot, desk)
    return page


def test_a_row_typed_and_a_row_removed_are_drawn_and_issued(qtbot: QtBot, desk: Desk) -> None:
    # Given a letter that sends the papers of a filing on
    page = transfer(qtbot, desk)
    materials = rows_of(page, "materials")
    first = str(materials.value()[0]["name"])
    assert first in words(page)
    # When its first row is removed and another one typed
    materials.list.setFocus()
    QTest.keyClick(materials.list, Qt.Key.Key_Delete)
    assert not page.proposal_side.issue.isEnabled()
    materials.add_button.click()
    QTest.keyClicks(materials.form.widget("name"), "Disk")
    qtbot.waitUntil(lambda: "Disk1" in words(page), timeout=20_000)
    assert first not in words(page)
    # Then the letter that is issued says so
    qtbot.waitUntil(
        lambda: page.proposal_side.findings.is_settled or bool(page.proposal_side.findings.ticks),
        timeout=20_000,
    )
    issue(qtbot, page)
    letter = letter_page(letter_ids(LetterFilter())[0])
    sent = letter.data["materials"]
    assert isinstance(sent, list)
    assert sent[1] == {"name": "Disk", "copies": 1, "remark": ""}
    assert first not in [row["name"] for row in sent]


def test_a_row_put_back_stands_on_the_paper_again(qtbot: QtBot, desk: Desk) -> None:
    page = transfer(qtbot, desk)
    materials = rows_of(page, "materials")
    first = str(materials.value()[0]["name"])
    materials.remove_button.click()
    qtbot.waitUntil(lambda: first not in words(page), timeout=20_000)

    QTest.keyClick(materials.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: first in words(page), timeout=20_000)


def test_the_arrows_of_a_number_are_drawn_too(qtbot: QtBot, desk: Desk) -> None:
    page = transfer(qtbot, desk)
    materials = rows_of(page, "materials")
    copies = int(str(materials.value()[0]["copies"]))

    for _time in range(4):
        QTest.keyClick(materials.form.widget("copies"), Qt.Key.Key_Up)

    qtbot.waitUntil(lambda: f"{copies + 4}份" in words(page), timeout=20_000)


def test_the_first_row_of_an_empty_table_is_typed_by_keyboard(
    qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given an opinion on a draft that finds nothing to mend yet
    desk = sit_down(REVIEWER)
    document_id = past_document(add_body())
    about = (("kind", "legality_opinion"), ("document", str(document_id)))
    page = shown(qtbot, desk, Route("letter", None, about))
    findings = rows_of(page, "findings")
    assert findings.value() == ()
    # When the reviewer adds what is to be mended
    findings.add_button.setFocus()
    QTest.keyClick(findings.add_button, Qt.Key.Key_Return)
    QTest.keyClicks(findings.form.widget("clause"), "8")
    QTest.keyClicks(findings.form.widget("problem"), "No ground")
    # Then it stands on the paper
    qtbot.waitUntil(lambda: "Noground" in words(page), timeout=20_000)


def test_what_is_not_whole_is_said_where_the_letter_is_checked(qtbot: QtBot, desk: Desk) -> None:
    page = transfer(qtbot, desk)

    page.form.show_values({"contact_phone": " "})
    page._rewrite()

    assert "没有填写完整" in page.proposal_side.findings.summary.text()
    assert not page.proposal_side.issue.isEnabled()
