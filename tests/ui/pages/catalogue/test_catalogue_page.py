"""The catalogue of a day in the window: the day, the filters, the files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.acts.document_effects import end_document
from models.acts.life_events import Effect
from models.acts.register_document import register_historic_document
from models.domain.terms import ValidityStatus
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.queries.day_catalogue import CatalogueEntry
from tests.models.office import CLERK, add_body, another, changed, order, parking_measures
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.catalogue.page import CataloguePage

SitDown = Callable[[str], Desk]

START = date(2016, 4, 1)
ENDED = date(2020, 2, 3)
TITLES = ("云溪县第1类事项管理办法", "云溪县第2类事项管理办法")


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> CataloguePage:
    """Return the page over two documents of 2016, one of them repealed in 2020."""
    desk = sit_down(CLERK)
    body_id = add_body()
    ids = [
        register_historic_document(
            order(),
            changed(
                another(parking_measures(body_id), place),
                adopted_date=None,
                published_date=START,
                effective_date=START,
                validity_term=ValidityTerm(ValidityTermKind.PERMANENT),
            ),
        )
        for place in (1, 2)
    ]
    end_document(order(), ids[1], EndingKind.REPEALED, Effect(ENDED, "云政函〔2020〕5号"))
    shown = CataloguePage(desk)
    qtbot.addWidget(shown)
    shown.resize(1200, 600)
    shown.show()
    settle(shown)
    return shown


def settle(page: CataloguePage) -> None:
    """Wait until everything asked for is answered."""
    for _ in range(4):
        page.desk.runner.wait_until_idle()


def listed(page: CataloguePage) -> list[CatalogueEntry]:
    """Return the entries listed."""
    rows = (page.records.row_at(line) for line in range(page.records.rowCount()))
    return [row for row in rows if isinstance(row, CatalogueEntry)]


def titles(page: CataloguePage) -> list[str]:
    """Return the titles listed."""
    return [entry.title for entry in listed(page)]


def test_at_first_it_lists_what_is_in_force_today(page: CataloguePage) -> None:
    assert titles(page) == [TITLES[0]]


def test_a_past_day_is_listed_as_it_was_then(page: CataloguePage) -> None:
    page.day.line.setText("2020-02-02")
    settle(page)
    assert titles(page) == list(TITLES)
    page.day.line.setText("2016-03-31")
    settle(page)
    assert titles(page) == []


def test_half_a_date_changes_nothing(page: CataloguePage) -> None:
    page.day.line.setText("2020-02-")
    settle(page)
    assert titles(page) == [TITLES[0]]


def test_the_filters_count_the_day_shown(page: CataloguePage) -> None:
    page.chips.chips["status"].choose(ValidityStatus.REPEALED.value)
    settle(page)
    assert titles(page) == [TITLES[1]]
    page.day.line.setText("2020-02-02")
    settle(page)
    assert titles(page) == []


def test_a_record_is_opened_and_tells_what_had_happened_to_it(
    page: CataloguePage, heard: Heard
) -> None:
    page.chips.chips["status"].choose(ValidityStatus.REPEALED.value)
    settle(page)
    page.table.selectRow(0)
    settle(page)
    (entry,) = listed(page)
    page.table.opened.emit(entry.id)
    assert heard.routes == [Route("document", entry.id)]


@pytest.mark.parametrize("name", ["目录.xlsx", "目录.pdf", "网页"])
def test_what_is_listed_is_written(
    qtbot: QtBot, page: CataloguePage, heard: Heard, tmp_path: Path, name: str
) -> None:
    with qtbot.waitSignal(page.model.written) as written:
        page.write_to(tmp_path / name)
    assert written.args is not None
    assert Path(written.args[0]).is_file()
    assert len(heard.done) == 1
    assert not page.progress.isVisible()


def test_a_folder_with_other_things_is_refused_on_the_page(
    qtbot: QtBot, page: CataloguePage, tmp_path: Path
) -> None:
    folder = tmp_path / "总结"
    folder.mkdir()
    (folder / "总结.txt").write_text("", encoding="utf-8")
    with qtbot.waitSignal(page.model.refused):
        page.write_to(folder)
    assert page.error.isVisible()
    assert [one.name for one in folder.iterdir()] == ["总结.txt"]
