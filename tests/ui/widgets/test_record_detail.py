"""The detail beside a list: one record in short, or the hint that none is chosen."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.facts_grid import Fact
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.record_detail import RecordDetail, RecordSummary
from ui.widgets.tokens import Tone

STALLS = RecordSummary(
    3,
    "云溪县城区早市夜市摊位管理规定",
    (("已备案登记", Tone.OK), ("按期", Tone.OK)),
    (Fact("报送机关", "云溪县城市管理和综合执法局"), Fact("还缺材料", "")),
)
DUTY = RecordSummary(4, "汛期值班工作的通知", (("不予备案登记", Tone.GONE),), ())


@pytest.fixture
def detail(qtbot: QtBot) -> RecordDetail:
    """Return a detail that shows nothing yet."""
    shown = RecordDetail("备案件")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_until_a_record_is_chosen_a_hint_stands_there(detail: RecordDetail) -> None:
    assert detail.hint.isVisible()
    assert not detail.open_button.isVisible()


def test_a_fact_without_value_is_left_out(detail: RecordDetail) -> None:
    detail.show_summary(STALLS)

    words = [label.text() for label in detail.facts.findChildren(Label)]
    assert "报送机关" in words
    assert "还缺材料" not in words


def test_a_record_with_fewer_states_shows_no_state_of_the_last_one(detail: RecordDetail) -> None:
    detail.show_summary(STALLS)

    detail.show_summary(DUTY)

    assert [plate.word for plate in detail.plates if plate.isVisible()] == ["不予备案登记"]


def test_a_record_taken_away_leaves_the_hint(detail: RecordDetail) -> None:
    detail.show_summary(STALLS)

    detail.clear()

    assert detail.hint.isVisible()
    assert not detail.title.isVisible()


def test_what_finds_no_room_is_scrolled_and_not_squeezed(
    qtbot: QtBot, detail: RecordDetail
) -> None:
    facts = tuple(Fact(f"第{number}项", "云溪县城市管理和综合执法局") for number in range(12))
    detail.resize(264, 240)

    detail.show_summary(RecordSummary(5, STALLS.title, STALLS.plates, facts))

    told = detail.facts.findChildren(WrappedLabel)[-1]
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
    assert detail.height() == 240
