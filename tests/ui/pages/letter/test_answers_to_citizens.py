"""An answer to a citizen is filled in, issued, and copied for others without the name."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.queries.office import today
from review.reading.reader import read_file
from tests.models.office import CLERK, add_body, past_document
from tests.ui.pages.conftest import SitDown
from tests.ui.pages.finding import part_of
from tests.ui.pages.letter.test_letter_page import issue, shown, wait
from ui.desk import Route
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.elided_button import ElidedButton


def test_what_the_register_does_not_know_is_asked_and_a_copy_names_nobody(
    qtbot: QtBot, sit_down: SitDown, tmp_path: Path
) -> None:
    # Given the word that no review of a past document is opened
    desk = sit_down(CLERK)
    document_id = past_document(add_body())
    about = (("kind", "suggestion_declined"), ("document", str(document_id)))
    page = shown(qtbot, desk, Route("letter", None, about))
    # When a clerk writes who suggested it, and when
    page.form.show_values(
        {
            "addressee": "沈知珩",
            "suggester_address": "云溪县柳渡镇幸福路18号",
            "suggestion_date": today() - timedelta(days=3),
            "received_date": today() - timedelta(days=1),
            "suggestion_register_number": "云审建〔2026〕2号",
            "explanation": "所提理由与该文件的内容无关。",
        }
    )
    page._rewrite()
    wait(qtbot, desk)
    issue(qtbot, page)
    # Then the letter says so, and its copy does not
    letter = letter_page(letter_ids(LetterFilter())[0])
    assert letter.addressee == "沈知珩"
    offered = [one.text() for one in page.frozen_side.findChildren(ElidedButton)]
    assert "另存隐去个人信息的副本" in offered
    copy = tmp_path / "副本.pdf"
    page.save_masked_to(copy)
    wait(qtbot, desk)
    text = read_file(copy).text
    assert "沈某某" in text
    assert "知珩" not in text
    # And another file is not replaced unasked
    copy.write_text("别的文件", encoding="utf-8")
    page.save_masked_to(copy)
    assert copy.read_text(encoding="utf-8") == "别的文件"
    part_of(page, ConfirmDialog).proceed.click()
    wait(qtbot, desk)
    assert copy.read_bytes().startswith(b"%PDF")
