"""Forms: dates as people write them, marks and problems beside the fields, focus told."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.date_field import DateField, date_of
from ui.widgets.field_form import Field, FieldForm, Mark, Problem
from ui.widgets.labels import WrappedLabel
from ui.widgets.status_plate import StatusPlate

# The digits and the stroke an input method types at full width.
WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789-"}


@pytest.mark.parametrize(
    "written",
    ["2026-03-02", "2026-3-2", "2026.3.2", "2026/03/02", "2026年3月2日", "20260302",
     "2026-3-2".translate(WIDE), " 2026 3 2 ", "2026年3月2"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    assert date_of(written) == date(2026, 3, 2)


@pytest.mark.parametrize("written", ["", "2026", "2026-13-01", "2026-02-30", "三月二日", "26-3-2"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert date_of(written) is None


def test_a_date_is_put_in_order_on_leaving_the_field(qtbot: QtBot) -> None:
    place = QWidget()
    field = DateField("成文日期", place)
    other = QLineEdit(place)
    qtbot.addWidget(place)
    with qtbot.waitActive(place):
        place.show()
    field.setFocus()

    QTest.keyClicks(field.line, "2026.3.2")
    other.setFocus()

    assert field.line.text() == "2026-03-02"
    assert field.value() == date(2026, 3, 2)


def test_what_is_no_date_is_marked_and_not_thrown_away(qtbot: QtBot) -> None:
    place = QWidget()
    field = DateField("成文日期", place)
    other = QLineEdit(place)
    qtbot.addWidget(place)
    with qtbot.waitActive(place):
        place.show()
    field.setFocus()

    QTest.keyClicks(field.line, "2026-2-30")
    other.setFocus()

    assert field.is_unreadable()
    assert field.line.text() == "2026-2-30"
    assert field.line.property("hasProblem") is True


@pytest.fixture
def form(qtbot: QtBot) -> FieldForm:
    """Return a form of a title and a date."""
    title, adopted = QLineEdit(), DateField("成文日期")
    made = FieldForm(
        [
            Field("title", "标题", title, title.text, title.setText, is_required=True),
            Field("adopted_date", "成文日期", adopted, adopted.value, adopted.show_value),
        ]
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def _shown(form: FieldForm, kind: type[WrappedLabel]) -> list[str]:
    return [label.text() for label in form.findChildren(kind) if label.isVisible()]


def test_a_form_reads_and_shows_values_by_name(form: FieldForm) -> None:
    form.show_values({"title": "云溪县物业管理办法", "adopted_date": date(2026, 3, 2)})

    assert form.read() == {"title": "云溪县物业管理办法", "adopted_date": date(2026, 3, 2)}


def test_all_problems_stand_beside_their_fields_at_once(form: FieldForm) -> None:
    problems = [Problem("title", "请填写标题。"), Problem("adopted_date", "请填写成文日期。")]

    form.show_problems(problems)
    assert _shown(form, WrappedLabel) == ["请填写标题。", "请填写成文日期。"]

    form.show_problems([])
    assert _shown(form, WrappedLabel) == []


def test_a_proposed_value_carries_its_mark(form: FieldForm) -> None:
    form.show_marks({"title": Mark.SURE, "adopted_date": Mark.MISSING})

    words = [plate.word for plate in form.findChildren(StatusPlate) if plate.isVisible()]
    assert words == ["确定", "未找到"]
    form.show_marks({"title": None, "adopted_date": None})
    assert not any(plate.isVisible() for plate in form.findChildren(StatusPlate))


def test_coming_to_a_field_is_told_even_inside_a_composed_one(
    form: FieldForm, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(form.focused) as told:
        form.go_to("adopted_date")

    assert told.args == ["adopted_date"]


def test_tab_follows_the_order_of_the_paper(form: FieldForm) -> None:
    form.go_to("title")

    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)

    assert isinstance(form.focusWidget().parent(), DateField)
