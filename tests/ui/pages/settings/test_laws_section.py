"""The catalogue of laws in the settings: looked up, renewed after a look at the changes."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.queries.law_catalogue import kept_catalogue
from tests.models.office import ADMINISTRATOR, CLERK
from tests.ui.pages.conftest import SitDown
from tests.ui.pages.finding import part_of
from tests.ui.pages.settings.test_settings_page import shown, wait
from ui.desk import Desk
from ui.pages.settings.laws_section import LawsSection
from ui.widgets.reason_dialog import ReasonDialog

NEW_LAW = "云溪省停车场条例"


@pytest.fixture
def admin(sit_down: SitDown) -> Desk:
    """Return the administrator's desk."""
    return sit_down(ADMINISTRATOR)


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """Return a file with one new law and one row that cannot be taken."""
    path = tmp_path / "新法.csv"
    lines = ("名称,时效,公布日期", f"{NEW_LAW},有效,2026-03-01", "某条例,大概有效,2026-03-01")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def found(qtbot: QtBot, desk: Desk, section: LawsSection, words: str) -> list[str]:
    """Type words and return the names the table shows then."""
    section.words.setText(words)
    with qtbot.waitSignal(section.laws.found):
        pass
    wait(qtbot, desk)
    model = section.table.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_typing_finds_laws_and_says_how_many(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin, "laws")
    section = part_of(page, LawsSection)

    names = found(qtbot, admin, section, "行政 处罚法")

    assert "中华人民共和国行政处罚法" in names
    assert f"找到 {len(names)} 条" in section.state.text()
    assert "2026-11-22" in section.state.text()


def test_an_update_is_shown_first_and_used_afterwards(
    qtbot: QtBot, admin: Desk, brought: Path
) -> None:
    page = shown(qtbot, admin, "laws")
    section = part_of(page, LawsSection)

    section.plan(brought)
    wait(qtbot, admin)
    form = section.form
    assert form is not None
    assert "新增 1 条" in form.summary.text()
    assert "1 行没有采用" in form.summary.text()
    assert "第 3 行" in form.details.toPlainText()
    assert kept_catalogue() is None
    # Without the day the act is not asked for
    assert section.dialog is not None
    section.dialog.proceed.click()
    wait(qtbot, admin)
    assert kept_catalogue() is None

    form.as_of_date.show_value(date(2026, 3, 2))
    section.dialog.proceed.click()
    wait(qtbot, admin)

    kept = kept_catalogue()
    assert kept is not None
    assert kept.as_of_date == date(2026, 3, 2)
    assert found(qtbot, admin, section, NEW_LAW) == [NEW_LAW]


def test_a_replacement_shows_what_would_go(qtbot: QtBot, admin: Desk, brought: Path) -> None:
    page = shown(qtbot, admin, "laws")
    section = part_of(page, LawsSection)
    section.plan(brought)
    wait(qtbot, admin)
    assert section.form is not None

    section.form.replace.setChecked(True)

    assert "去掉 0 条" not in section.form.summary.text()
    assert "去掉：《" in section.form.details.toPlainText()


def test_going_back_asks_for_a_reason(qtbot: QtBot, admin: Desk, brought: Path) -> None:
    page = shown(qtbot, admin, "laws")
    section = part_of(page, LawsSection)
    assert not section.revert_button.isEnabled()
    section.plan(brought)
    wait(qtbot, admin)
    assert section.form is not None
    assert section.dialog is not None
    section.form.as_of_date.show_value(date(2026, 3, 2))
    section.dialog.proceed.click()
    wait(qtbot, admin)

    section.revert_button.click()
    (question,) = section.findChildren(ReasonDialog)
    question.reason.setText("来源不可靠")
    question.accept()
    wait(qtbot, admin)

    assert kept_catalogue() is None
    assert "随程序提供" in section.state.text()


def test_a_file_that_is_no_catalogue_is_refused_in_words(
    qtbot: QtBot, admin: Desk, tmp_path: Path
) -> None:
    page = shown(qtbot, admin, "laws")
    section = part_of(page, LawsSection)
    other = tmp_path / "台账.csv"
    other.write_text("文件名称,文号\n某办法,某发〔2026〕1号\n", encoding="utf-8")

    section.plan(other)
    wait(qtbot, admin)

    assert section.error.isVisibleTo(section)
    assert section.dialog is None


def test_a_clerk_looks_up_and_renews_nothing(qtbot: QtBot, sit_down: SitDown) -> None:
    page = shown(qtbot, sit_down(CLERK), "laws")
    section = part_of(page, LawsSection)

    assert not section.update_button.isVisibleTo(section)
    assert not section.revert_button.isVisibleTo(section)


def test_a_law_is_marked_repealed_after_its_basis_was_written(qtbot: QtBot, admin: Desk) -> None:
    page = shown(qtbot, admin, "laws")
    section = part_of(page, LawsSection)
    found(qtbot, admin, section, "价格法")
    section.table.view.selectRow(0)
    # When the dialog is confirmed without a basis
    section.mark_button.click()
    form = section.mark_form
    assert form is not None
    form.status.setCurrentIndex(1)
    assert not form.promulgated_date.isEnabled()
    assert form.mark() is None
    # Then it asks, and with one the law is marked
    form.basis.setText("虚构的废止决定")
    section._mark()
    with qtbot.waitSignal(section.laws.found):
        pass
    wait(qtbot, admin)
    kept = kept_catalogue()
    assert kept is not None
    assert kept.source_name == "随程序的目录，另有标注"
    assert not section.mark_button.isEnabled()
