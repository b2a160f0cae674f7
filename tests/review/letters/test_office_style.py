"""The office's settings of typesetting are kept as text and taken by the writers."""

from dataclasses import fields

import pytest

from models.acts.change_setting import change_settings
from models.settings import StyleKey
from review.letters.office_style import (
    StyleValueError,
    check_style,
    settings_of,
    style_from_settings,
    style_in_force,
    style_text,
)
from review.letters.style import STANDARD, EdgeMarks, LetterStyle, LinePitch, PageNumberStyle
from tests.models.office import ADMINISTRATOR, order

OWN = LetterStyle(
    line_pitch=LinePitch.PT_28_95,
    page_number=PageNumberStyle.CENTRED,
    edge_marks=EdgeMarks.HANGING,
    uses_installed_faces=False,
    body_face="仿宋_GB2312",
    imprint_on_even_page=True,
)


def test_every_trait_of_a_style_is_a_setting() -> None:
    assert {key.value for key in StyleKey} == {
        f"letter_{field.name}" for field in fields(LetterStyle)
    }


@pytest.mark.parametrize("style", [STANDARD, OWN])
def test_a_style_comes_back_from_its_settings(style: LetterStyle) -> None:
    assert style_from_settings(settings_of(style)) == style


def test_what_was_never_set_is_the_standard() -> None:
    assert style_from_settings(dict.fromkeys(StyleKey, "")) == STANDARD


def test_a_value_of_a_newer_program_is_taken_for_the_standard() -> None:
    assert style_from_settings({StyleKey.LINE_PITCH: "31"}) == STANDARD


def test_a_letter_keeps_only_what_differs_from_the_standard() -> None:
    assert style_text(STANDARD) == ""
    assert style_text(LetterStyle(line_pitch=LinePitch.PT_28)) == '{"letter_line_pitch": "28"}'


def test_a_value_that_a_setting_does_not_know_is_refused() -> None:
    check_style({StyleKey.LINE_PITCH: "28", StyleKey.BODY_FACE: "仿宋"})

    with pytest.raises(StyleValueError) as refusal:
        check_style({StyleKey.LINE_PITCH: "31"})

    assert refusal.value.values["known"] == ("grid", "28", "28.95", "29.2")


@pytest.mark.usefixtures("register")
def test_the_administrator_changes_the_style_for_all_papers_from_then_on() -> None:
    assert style_in_force() == STANDARD

    change_settings(order(ADMINISTRATOR), settings_of(OWN))

    assert style_in_force() == OWN
