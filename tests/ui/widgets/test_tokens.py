"""The colours can be read by people over fifty, in both themes."""

import pytest

from ui.widgets.tokens import Tone, contrast, tokens_of

THEMES = ("light", "dark")
GROUNDS = ("ground", "surface")


def test_contrast_follows_the_definition() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "hover", "select", "mark"])
def test_ink_stands_out_seven_to_one(theme: str, ground: str) -> None:
    tokens = tokens_of(theme)

    assert contrast(tokens["ink"], tokens[ground]) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", [*GROUNDS, "hover"])
@pytest.mark.parametrize("word", ["quiet", "link", "late"])
def test_lesser_words_stand_out_four_and_a_half_to_one(theme: str, ground: str, word: str) -> None:
    tokens = tokens_of(theme)

    assert contrast(tokens[word], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", list(Tone))
def test_status_words_stand_out_on_their_plates(theme: str, tone: Tone) -> None:
    tokens = tokens_of(theme)

    assert contrast(tokens[tone.value], tokens[f"{tone.value}_ground"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["accent", "accent_hover"])
def test_words_on_the_filled_button_stand_out(theme: str, ground: str) -> None:
    tokens = tokens_of(theme)

    assert contrast(tokens["accent_ink"], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_outlines_of_editors_stand_out_three_to_one(theme: str, ground: str) -> None:
    tokens = tokens_of(theme)

    assert contrast(tokens["edge"], tokens[ground]) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert set(tokens_of("light").colours) == set(tokens_of("dark").colours)
