"""The page on terms that end: a list that narrows, months that lead to it, replies, files."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from models.domain.calendar import add_months
from models.domain.validity_replies import ReplyChoice
from models.queries.document_ladder import document_ladder
from models.queries.expiry_months import expiry_months
from models.queries.office import today
from tests.models.office import REVIEWER, add_body
from tests.models.queries.test_due import ROADS, ending
from tests.review.letters.papers import page_texts
from tests.ui.pages.conftest import Heard, SitDown
from ui.desk import Desk, Route
from ui.pages.validity.narrowing import DueNarrowing, scope_words
from ui.pages.validity.page import ValidityPage

FARMS = "云溪县农业农村局"


@pytest.fixture
def ends(desk: Desk) -> dict[str, int]:
    """Return three documents of two units: one about to end, one of this month, one far."""
    del desk
    body_id = add_body()
    return {
        "soon": ending(today() + timedelta(days=3), 1, body_id),
        "later": ending(today() + timedelta(days=25), 2, body_id, FARMS),
        "far": ending(add_months(today().replace(day=15), 10), 3, body_id, FARMS),
    }


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, ends: dict[str, int]) -> ValidityPage:
    """Return the page with its list read."""
    assert ends
    return opened(qtbot, desk)


def opened(qtbot: QtBot, desk: Desk, route: Route = Route("validity")) -> ValidityPage:  # noqa: B008
    """Return the page as a route opens it."""
    page = ValidityPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(route)
    qtbot.waitUntil(lambda: page.view_model.view is not None, timeout=10_000)
    qtbot.waitUntil(lambda: page.list.model.rowCount() > 0, timeout=10_000)
    return page


def titles(page: ValidityPage) -> set[int]:
    """Return the documents that the list shows."""
    return {row.document_id for row in page.view_model.rows()}


def test_what_is_near_is_listed_with_how_its_day_was_found(
    page: ValidityPage, ends: dict[str, int]
) -> None:
    assert titles(page) == {ends["soon"], ends["later"]}
    page.list.view.selectRow(0)
    page._follow_line()
    assert page.why.text().startswith("有效期届满")
    assert "已逾期" in page.head.note.text()


def test_a_window_shows_only_what_lies_in_it(
    qtbot: QtBot, desk: Desk, ends: dict[str, int]
) -> None:
    page = opened(qtbot, desk, Route("validity", None, (("window", "week"),)))
    assert page.chips.chips["window"].value == "week"
    qtbot.waitUntil(lambda: titles(page) == {ends["soon"]}, timeout=10_000)
    assert all(0 <= row.days_left <= 7 for row in page.view_model.rows())


def test_words_and_units_narrow_the_list(page: ValidityPage, ends: dict[str, int]) -> None:
    page.chips.chips["unit"].choose(FARMS)
    assert titles(page) == {ends["later"]}
    page.chips.chips["unit"].choose("")
    page.chips.words.setText("第1类")
    assert titles(page) == {ends["soon"]}


def test_a_cell_of_the_months_lists_what_ends_there(
    qtbot: QtBot, page: ValidityPage, ends: dict[str, int]
) -> None:
    view = page.view_model.view
    assert view is not None
    row = [one.unit for one in view.months.units].index(FARMS)
    column = 10
    assert page.heat.words_at(row, column).endswith("：1 件")
    page.tabs.setCurrentIndex(1)
    page.heat.setCurrentIndex(page.heat.model().index(row, column))
    qtbot.keyClick(page.heat, Qt.Key.Key_Return)  # type: ignore[no-untyped-call] # no stubs
    assert page.tabs.currentIndex() == 0
    qtbot.waitUntil(lambda: titles(page) == {ends["far"]}, timeout=10_000)
    assert [one.kind for one in page.view_model.rows()] == ["expiry"]


def test_a_reply_is_recorded_from_the_list(
    qtbot: QtBot, page: ValidityPage, ends: dict[str, int], heard: Heard
) -> None:
    page.list.view.selectRow(0)
    page._follow_line()
    chosen = page.list.current()
    assert chosen is not None
    page.reply_button.click()
    assert page.dialog is not None
    form = page.dialog._content
    page.dialog.proceed.click()
    form.signed_by.setText("周知远")  # type: ignore[attr-defined]
    form.choice.setCurrentText("到期失效")  # type: ignore[attr-defined]
    page.dialog.proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done), timeout=10_000)
    ladder = document_ladder(chosen.document_id, page.desk.profile, today())
    assert [one.choice for one in ladder.replies] == [ReplyChoice.LAPSE]
    assert ends


def test_a_step_is_recorded_as_done_from_the_list(
    qtbot: QtBot, page: ValidityPage, heard: Heard
) -> None:
    page.list.view.selectRow(0)
    page._follow_line()
    chosen = page.list.current()
    assert chosen is not None
    page.mark_button.click()
    assert page.dialog is not None
    page.dialog.proceed.click()
    qtbot.waitUntil(lambda: bool(heard.done), timeout=10_000)
    ladder = document_ladder(chosen.document_id, page.desk.profile, today())
    assert [one.step for one in ladder.marks] == [chosen.kind]


def test_the_list_is_saved_as_it_is_narrowed(
    qtbot: QtBot, page: ValidityPage, heard: Heard, tmp_path: Path
) -> None:
    page.chips.chips["unit"].choose(ROADS)
    target = tmp_path / "到期.ics"
    page.save_to("ics", target)
    qtbot.waitUntil(lambda: bool(heard.done), timeout=10_000)
    text = target.read_text(encoding="utf-8").replace("\n ", "")
    assert ROADS in text
    assert FARMS not in text
    for suffix in ("xlsx", "docx", "pdf"):
        page.save_to(suffix, tmp_path / f"到期.{suffix}")
    qtbot.waitUntil(lambda: len(heard.done) == 4, timeout=10_000)
    (words,) = page_texts((tmp_path / "到期.pdf").read_bytes())
    assert f"，{ROADS}）" in words
    assert FARMS not in words


def test_who_may_not_record_is_offered_no_recording(
    qtbot: QtBot, sit_down: SitDown, ends: dict[str, int]
) -> None:
    assert ends
    page = opened(qtbot, sit_down(REVIEWER))
    assert not page.reply_button.isVisible()
    assert not page.mark_button.isVisible()


def test_a_month_reaches_to_its_last_day() -> None:
    assert DueNarrowing(month="2027-02").until(date(2026, 11, 1)) == date(2027, 2, 28)


@pytest.mark.usefixtures("desk")
def test_months_count_only_what_is_in_force(ends: dict[str, int]) -> None:
    months = expiry_months(today(), 12)
    assert ends
    assert {one.unit: sum(one.counts) for one in months.units} == {FARMS: 2, ROADS: 1}
    assert len(months.months) == 12


def test_the_list_is_printed_as_it_is_narrowed(
    qtbot: QtBot, page: ValidityPage, heard: Heard, tmp_path: Path
) -> None:
    def choose(printer: QPrinter, _parent: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "到期.pdf"))
        return True

    page.papers.choose = choose
    page.offers["file.print"]()
    qtbot.waitUntil(lambda: bool(heard.done), timeout=10_000)
    assert heard.done[0].text.startswith("已送打印机：到期事项清单")
    assert (tmp_path / "到期.pdf").stat().st_size > 1000


def test_reminders_are_one_step_away(page: ValidityPage, heard: Heard) -> None:
    page.remind_button.click()
    assert heard.routes[-1] == Route("letter_batch", None, (("kind", "expiry_reminder"),))


def test_a_cell_of_the_months_is_told_in_words(page: ValidityPage) -> None:
    page.tabs.setCurrentIndex(1)
    view = page.view_model.view
    assert view is not None
    row = [one.unit for one in view.months.units].index(FARMS)
    page.heat.setCurrentIndex(page.heat.model().index(row, 10))
    assert page.why.text().startswith(f"{FARMS}，")
    assert "：1 件。" in page.why.text()


def test_the_paper_says_what_the_list_was_narrowed_to() -> None:
    narrowed = DueNarrowing("摊位", "week", "evaluation", FARMS, "none", "2027-02")
    assert scope_words(narrowed, date(2027, 2, 28)) == (
        f"2027年2月届满，7 天内，{FARMS}，开展评估，单位意见：没有回复，含有“摊位”"
    )
    assert scope_words(DueNarrowing(), date(2026, 12, 31)) == "已逾期和2026年12月31日以前到期"
