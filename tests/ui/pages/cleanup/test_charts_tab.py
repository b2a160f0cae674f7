"""The charts of a cleanup count what the register says, and follow the decisions."""

from datetime import date

from models.acts.cleanup_decisions import decide_entries
from tests.models.cleanup_office import KEEP, REPEAL
from tests.models.office import TODAY, order
from tests.ui.pages.cleanup.conftest import HOUSING, TRANSPORT, recorded, settle
from ui.pages.cleanup.chart_figures import charts_of
from ui.pages.cleanup.page import CleanupPage


def test_classes_and_undecided_add_up_to_the_documents(page: CleanupPage) -> None:
    rows = recorded(page)
    decide_entries(order(), page.view_model.campaign_id, (rows[0].id, rows[1].id), REPEAL)
    decide_entries(order(), page.view_model.campaign_id, (rows[2].id,), KEEP)

    classes = charts_of(recorded(page), TODAY)[0]

    figures = dict(zip(classes.categories, classes.series[0].values, strict=True))
    assert (figures["废止"], figures["继续有效"], figures["未审核"]) == (2, 1, 9)
    assert sum(figures.values()) == 12


def test_what_is_repealed_is_in_force_before_and_not_after(page: CleanupPage) -> None:
    everything = recorded(page)
    rows = [row for row in everything if row.unit_name == TRANSPORT and row.status.is_in_force]
    decide_entries(order(), page.view_model.campaign_id, (rows[0].id,), REPEAL)

    pairs = charts_of(recorded(page), TODAY)[1]

    before, after = (dict(zip(pairs.categories, one.values, strict=True)) for one in pairs.series)
    assert before[TRANSPORT] == len(rows)
    assert after[TRANSPORT] == len(rows) - 1
    assert before[HOUSING] == after[HOUSING]


def test_the_age_of_the_stock_counts_every_document(page: CleanupPage) -> None:
    bands = charts_of(recorded(page), date(2026, 3, 16))[2]
    assert sum(bands.series[0].values) == 12


def test_the_charts_follow_when_a_decision_is_recorded(page: CleanupPage) -> None:
    page.tabs.setCurrentWidget(page.charts)
    assert "未审核 12 件" in page.charts.cards[0].accessibleDescription()

    rows = recorded(page)
    decide_entries(order(), page.view_model.campaign_id, (rows[0].id,), KEEP)
    page.refresh()
    settle(page)

    assert "继续有效 1 件" in page.charts.cards[0].accessibleDescription()
