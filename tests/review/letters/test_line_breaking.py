"""Lines of official text: no forbidden edges, nothing beyond the margin, both edges even."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from review.letters.break_table import FULL_WIDTH_CLOSING, units
from review.letters.faces import FaceRole, chain_of
from review.letters.line_breaking import Measure, set_lines
from review.letters.set_line import Line

CHARACTERS = 28
POINT = 1 / 15.79
"""One point in em of body type."""

NEVER_FIRST = "，。、；：？！）》〉】〕」』”’…—·%‰℃"
NEVER_LAST = "（《〈【〔「『“‘"
"""Written out here once more, so that a mark lost from the break table is noticed."""

HANZI = "中华人民共和国行政处罚法规定不得设定规范性文件备案审查意见的一是在有和及玥珺沚旸〇"
CLOSERS = [*NEVER_FIRST.replace("…", "").replace("—", ""), "……", "——"]
OPENERS = [*NEVER_LAST]
NUMBERS = [
    "2026年3月2日",
    "〔2026〕94号",
    "35μg/m³",
    "120㎡",
    "GB/T 9704—2012",
    "500元",
    "A4 ",
    "3‰",
]
WORDS = st.one_of(
    st.sampled_from(HANZI),
    st.text(alphabet=HANZI, min_size=2, max_size=9),
    st.sampled_from(CLOSERS),
    st.sampled_from(OPENERS),
    st.sampled_from(NUMBERS),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=120).map("".join)


def measure(char: str) -> tuple[str, float]:
    return chain_of(FaceRole.BODY).measure(char)


def natural_width(text: str, measure: Measure) -> float:
    """Return the width of the text on one line without end."""
    return set_lines(text, measure, float("inf"))[0].length


def ink_right(line: Line) -> float:
    """Return where the ink of the line ends; a closing mark inks only its left half."""
    last = line.glyphs[-1]
    before = sum(glyph.advance for glyph in line.glyphs[:-1])
    width = 0.5 if last.char in FULL_WIDTH_CLOSING else last.width
    return line.indent + before + width


def has_room(text: str, width: float) -> bool:
    """Tell whether every piece that must not be torn fits on a line."""
    return all(natural_width(unit, measure) <= width for unit in units(text))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([CHARACTERS, 15, 40]))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str, width: float) -> None:
    assume(has_room(text, width - 2))

    lines = set_lines(text, measure, width, indent=2)

    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    assert not [line.text for line in lines[1:] if line.text[0] in NEVER_FIRST]
    assert not [line.text for line in lines[:-1] if line.text[-1] in NEVER_LAST]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([CHARACTERS, 10.3]))
def test_no_ink_stands_beyond_the_right_edge(text: str, width: float) -> None:
    lines = set_lines(text, measure, width, indent=2)

    assert max(ink_right(line) for line in lines if line.glyphs) <= width + POINT / 10


MARKS = ["，", "、", "。", "；", "（见附件）", "《办法》", "2026年3月2日", "500元", "第3条，"]
OFFICIAL_TEXTS = st.lists(
    st.tuples(st.text(alphabet=HANZI, min_size=2, max_size=9), st.sampled_from(MARKS)).map("".join),
    min_size=40,
    max_size=120,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(OFFICIAL_TEXTS)
def test_full_lines_are_flush_within_a_point(text: str) -> None:
    lines = set_lines(text, measure, CHARACTERS, indent=2)

    ragged = [
        line.text for line in lines[:-1] if abs(line.indent + line.length - CHARACTERS) > POINT
    ]
    assert ragged == []


def test_a_line_holds_twenty_eight_characters() -> None:
    lines = set_lines("规" * 28 * 3, measure, CHARACTERS)

    assert [len(line.text) for line in lines] == [28, 28, 28]


def test_two_marks_side_by_side_share_their_empty_halves() -> None:
    assert natural_width("》（", measure) == pytest.approx(1.5)
    assert natural_width("（《", measure) == pytest.approx(1.5)
    assert natural_width("（）", measure) == pytest.approx(2.0)


def test_a_mark_at_the_end_gives_its_empty_half_before_a_character_goes_down() -> None:
    lines = set_lines("规" * 27 + "a。" + "定" * 5, measure, CHARACTERS)

    assert lines[0].text == "规" * 27 + "a。"
    assert ink_right(lines[0]) <= CHARACTERS


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost() -> None:
    word = "x" * 200

    lines = set_lines(f"见{word}。", measure, CHARACTERS)

    assert "".join(line.text for line in lines) == f"见{word}。"
    assert max(ink_right(line) for line in lines) <= CHARACTERS


def test_slack_never_goes_inside_a_number() -> None:
    lines = set_lines("规" * 26 + "120μg/m³" + "定" * 28, measure, CHARACTERS)

    for line in lines:
        for glyph in line.glyphs[:-1]:
            if glyph.char in "120μg/m":
                assert glyph.advance == glyph.width


def test_a_line_before_a_web_address_stays_ragged() -> None:
    lines = set_lines("规定" * 5 + "https" * 10, measure, CHARACTERS)

    assert lines[0].text == "规定" * 5
    assert lines[0].length == pytest.approx(10)


def test_an_empty_text_is_one_empty_line() -> None:
    assert [line.text for line in set_lines("", measure, CHARACTERS)] == [""]


@pytest.mark.parametrize("mark", NEVER_FIRST)
def test_no_closing_mark_begins_a_line_that_was_full_before_it(mark: str) -> None:
    lines = set_lines("规" * 28 + mark + "定", measure, CHARACTERS)

    assert lines[1].text == f"规{mark}定"


@pytest.mark.parametrize("mark", NEVER_LAST)
def test_no_opening_mark_ends_a_line_that_has_just_room_for_it(mark: str) -> None:
    lines = set_lines("规" * 27 + mark + "定", measure, CHARACTERS)

    assert lines[1].text == f"{mark}定"


@pytest.mark.parametrize("mark", "，。、；：")
def test_a_hanging_mark_stands_outside_and_the_line_before_it_is_full(mark: str) -> None:
    lines = set_lines("规" * 28 + mark + "定" * 3, measure, CHARACTERS, hangs=True)

    assert lines[0].text == "规" * 28 + mark
    assert sum(glyph.advance for glyph in lines[0].glyphs[:-1]) == pytest.approx(CHARACTERS)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_with_hanging_marks_nothing_but_they_stand_beyond_the_edge(text: str) -> None:
    lines = set_lines(text, measure, CHARACTERS, indent=2, hangs=True)

    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        inside = [glyph for glyph in line.glyphs if glyph is not line.glyphs[-1]]
        length = line.indent + sum(glyph.advance for glyph in inside)
        assert length <= CHARACTERS + POINT / 10
        if line.glyphs and line.glyphs[-1].char not in "，。、；：":
            assert ink_right(line) <= CHARACTERS + POINT / 10
    assert not [line.text for line in lines[1:] if line.text and line.text[0] in NEVER_FIRST]
