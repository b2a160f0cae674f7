"""Many letters are proposed, looked at, issued in one go, stopped and gone on with."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.acts.decide_filing import accept_filing
from models.acts.receive_filing import receive_filing
from models.domain.records import IntakeEntry
from models.domain.terms import LetterSeries
from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.register import Register
from review.letters.drafting.proposed_letter import ProposedLetter
from tests.models.office import (
    MATERIALS,
    TODAY,
    TOWN,
    add_body,
    filed_document,
    order,
)
from tests.ui.pages.conftest import Heard
from tests.ui.pages.finding import part_of
from ui.desk import Desk, Route
from ui.pages.letter_batch.page import LetterBatchPage
from ui.parts.letter_batch.batch_line import BatchLine, LineState, Remark
from ui.parts.letter_batch.view import LetterBatchView
from ui.widgets.confirm_dialog import ConfirmDialog

COUNT = 6


@pytest.fixture
def filings(register: Register) -> list[int]:  # noqa: ARG001 -- the open register
    """Return registered filings that wait for their receipts."""
    body_id = add_body(TOWN)
    made = []
    for number in range(1, COUNT + 1):
        document = replace(
            filed_document(body_id),
            title=f"柳渡镇第{number}号管理规定",
            document_number=f"柳政发〔2026〕{number}号",
            files=(),
        )
        intake = IntakeEntry(body_id, TODAY, "窗口递交", materials=MATERIALS, document=document)
        filing_id = receive_filing(order(), intake)
        accept_filing(order(), filing_id)
        made.append(filing_id)
    return made


def nothing(_proposed: ProposedLetter) -> Sequence[Remark]:
    """Find nothing in a letter."""
    return ()


def shown(qtbot: QtBot, at: Desk, look_at: object = nothing) -> LetterBatchView:
    """Return the batch of receipts, looked at."""
    view = LetterBatchView(at, look_at)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(1200, 640)
    view.show()
    view.open(LetterSeries.FILING_RECEIPT)
    wait(qtbot, view, at)
    return view


def wait(qtbot: QtBot, view: LetterBatchView, at: Desk) -> None:
    """Wait until nothing is under way."""

    def is_still() -> bool:
        model = view.view_model
        is_running = model.checking.is_running or model.issuing.is_running
        return at.runner.is_idle() and not is_running and not view._pause.isActive()

    qtbot.waitUntil(is_still, timeout=60_000)


def issue(qtbot: QtBot, view: LetterBatchView, at: Desk) -> None:
    """Press the button, confirm, and wait."""
    view.issue.click()
    part_of(view, ConfirmDialog).proceed.click()
    wait(qtbot, view, at)


def states(view: LetterBatchView) -> list[LineState]:
    """Return where the lines stand."""
    return [line.state for line in view.view_model.lines]


def test_all_that_wait_are_proposed_and_shown_as_they_will_be_printed(
    qtbot: QtBot, desk: Desk, filings: list[int]
) -> None:
    view = shown(qtbot, desk)

    assert len(view.view_model.lines) == len(filings)
    assert states(view) == [LineState.READY] * COUNT
    assert view.issue.text() == f"发出选定的 {COUNT} 份"
    view.table.view.go_to(2)
    qtbot.waitUntil(lambda: "第3号管理规定" in words(view), timeout=20_000)
    assert letter_ids(LetterFilter()) == []


def words(view: LetterBatchView) -> str:
    """Return the words of the letter shown."""
    document = view.preview.document
    text = (document.getAllText(page).text() for page in range(document.pageCount()))
    return "".join("".join(text).split())


def test_all_are_issued_in_one_go_with_numbers_in_order(
    qtbot: QtBot, desk: Desk, filings: list[int], heard: Heard
) -> None:
    view = shown(qtbot, desk)

    issue(qtbot, view, desk)

    assert states(view) == [LineState.ISSUED] * COUNT
    pages = [letter_page(letter_id) for letter_id in view.view_model.issued_ids()]
    assert [page.letter_number for page in pages] == [
        f"云司备回〔2026〕{number}号" for number in range(1, COUNT + 1)
    ]
    assert [page.filing_id for page in pages] == filings
    assert len({page.batch_id for page in pages}) == 1
    assert heard.done[-1].text == f"已发出备案回执 {COUNT} 份"
    assert not view.issue.isEnabled()
    assert not view.print.isHidden()


def test_what_was_issued_before_a_cancel_stays_and_the_rest_can_be_gone_on_with(
    qtbot: QtBot, desk: Desk, filings: list[int]
) -> None:
    # Given a go that is cancelled after the second letter
    view = shown(qtbot, desk)

    def cancel_after_the_second(line: BatchLine) -> None:
        if line.position == 1:
            view.strip.stop.click()

    view.view_model.issuing.answered.connect(cancel_after_the_second)
    issue(qtbot, view, desk)
    assert states(view)[:3] == [LineState.ISSUED, LineState.ISSUED, LineState.READY]
    assert len(letter_ids(LetterFilter())) == 2
    # When the person goes on
    view.view_model.issuing.answered.disconnect(cancel_after_the_second)
    issue(qtbot, view, desk)
    # Then all are issued, none twice
    assert states(view) == [LineState.ISSUED] * COUNT
    assert len(letter_ids(LetterFilter())) == len(filings)


def test_a_batch_opened_anew_holds_only_what_still_waits(
    qtbot: QtBot, desk: Desk, filings: list[int]
) -> None:
    view = shown(qtbot, desk)
    view.view_model.want(range(2, COUNT), is_wanted=False)
    issue(qtbot, view, desk)

    again = shown(qtbot, desk)
    wait(qtbot, view, desk)

    assert len(again.view_model.lines) == len(filings) - 2


def test_lines_are_chosen_by_click_and_space(qtbot: QtBot, desk: Desk, filings: list[int]) -> None:
    view = shown(qtbot, desk)
    view.table.view.selectRow(0)

    QTest.keyClick(view.table.view, Qt.Key.Key_Space)
    assert not view.view_model.lines[0].is_wanted
    view.table.view.clicked.emit(view.table.model.index(0, 0))
    assert view.view_model.lines[0].is_wanted
    view.none.click()
    assert not view.issue.isEnabled()
    view.all.click()
    assert len(view.view_model.wanted()) == len(filings)


def test_what_must_be_changed_is_never_issued_and_what_is_to_be_looked_at_only_when_chosen(
    qtbot: QtBot, desk: Desk, filings: list[int]
) -> None:
    def look_at(proposed: ProposedLetter) -> Sequence[Remark]:
        title = getattr(proposed.letter, "document_title", "")
        if "第1号" in title:
            return (Remark("文件名称与登记不同。", "differs", is_serious=True),)
        if "第2号" in title:
            return (Remark("落款日期是休息日。", "rest_day", is_serious=False),)
        return ()

    view = shown(qtbot, desk, look_at)
    assert states(view)[:3] == [LineState.MUST_CHANGE, LineState.LOOK_AGAIN, LineState.READY]
    view.table.view.go_to(1)
    assert view.note.text() == "落款日期是休息日。"
    view.view_model.want([0, 1], is_wanted=True)

    issue(qtbot, view, desk)

    assert states(view) == [LineState.MUST_CHANGE, *[LineState.ISSUED] * (COUNT - 1)]
    assert filings


def test_a_letter_that_cannot_be_issued_is_told_on_its_line_and_the_others_go_out(
    qtbot: QtBot, desk: Desk, filings: list[int]
) -> None:
    # Given a batch, and one of its receipts issued meanwhile at another desk
    view = shown(qtbot, desk)
    other = shown(qtbot, desk)
    other.view_model.want([number for number in range(COUNT) if number != 2], is_wanted=False)
    issue(qtbot, other, desk)
    # When the first batch goes out
    issue(qtbot, view, desk)
    # Then that one line is refused and says why
    assert states(view)[2] is LineState.REFUSED
    assert states(view).count(LineState.ISSUED) == COUNT - 1
    assert view.error.isVisible()
    assert "云司备回〔2026〕1号" in view.note.text()
    assert len(letter_ids(LetterFilter())) == len(filings)


def test_the_issued_letters_are_saved_together(
    qtbot: QtBot, desk: Desk, filings: list[int], tmp_path: Path
) -> None:
    view = shown(qtbot, desk)
    issue(qtbot, view, desk)
    folder = tmp_path / "回执"
    folder.mkdir()

    view.papers.save_letters(view.view_model.issued_ids(), ("docx", "pdf"), folder)
    wait(qtbot, view, desk)

    assert len(list(folder.glob("*.docx"))) == len(list(folder.glob("*.pdf"))) == len(filings)


def test_nothing_to_issue_is_told(qtbot: QtBot, desk: Desk) -> None:
    view = shown(qtbot, desk)

    assert view.table.empty.isVisible()
    assert not view.issue.isEnabled()


def test_the_page_names_the_kind_and_opens_its_batch(
    qtbot: QtBot, desk: Desk, filings: list[int]
) -> None:
    page = LetterBatchPage(desk)
    qtbot.addWidget(page)
    crumbs: list[str] = []
    page.crumb_changed.connect(crumbs.append)

    page.open(Route("letter_batch", None, (("kind", "filing_receipt"),)))
    wait(qtbot, page.batch, desk)

    assert crumbs == ["成批出具备案回执"]
    assert len(page.batch.view_model.lines) == len(filings)
