"""Strips go onto pages: what belongs together stays together."""

from functools import partial

from review.letters.pages import paginate
from review.letters.strips import Strip

LINE = Strip(10)
KEPT = Strip(10, keeps_next=True)
GAP = Strip(10, is_gap=True)
FOOT = Strip(10, is_foot=True)


def tops(strips: list[Strip], height: float = 50) -> list[list[float]]:
    return [[placed.top for placed in page] for page in paginate(strips, height)]


def test_a_page_is_filled_to_its_foot() -> None:
    assert tops([LINE] * 7) == [[0, 10, 20, 30, 40], [0, 10]]


def test_a_strip_goes_to_the_page_of_the_one_it_is_tied_to() -> None:
    assert tops([LINE] * 4 + [KEPT, LINE]) == [[0, 10, 20, 30], [0, 10]]


def test_a_gap_is_dropped_at_the_top_of_a_page() -> None:
    assert tops([LINE] * 5 + [GAP, LINE]) == [[0, 10, 20, 30, 40, 50], [0]]
    assert tops([GAP, LINE]) == [[0]]


def test_a_gap_at_the_end_of_a_group_may_hang_over_the_foot() -> None:
    group = [KEPT, Strip(10, is_gap=True)]

    assert tops([LINE] * 4 + group) == [[0, 10, 20, 30, 40, 50]]


def test_a_foot_stands_at_the_foot_of_the_page() -> None:
    assert tops([LINE, FOOT]) == [[0, 40]]


def test_a_head_is_repeated_on_the_page_that_begins_with_its_row() -> None:
    head = Strip(5, keeps_next=True)
    row = Strip(20, head=(head,))

    pages = paginate([head, row, row, row], 50)

    assert [[placed.strip is head for placed in page] for page in pages] == [
        [True, False, False],
        [True, False],
    ]


def test_a_group_higher_than_a_page_is_still_placed_whole_strip_by_strip() -> None:
    assert tops([KEPT] * 7 + [LINE]) == [[0, 10, 20, 30, 40], [0, 10, 20]]


PULLING = Strip(20, keeps_next=True, spare=6, pulls=True)
LOOSE = Strip(10, spare=1)


def test_a_page_is_drawn_together_rather_than_a_signature_go_to_the_next_one() -> None:
    assert tops([LINE] * 2 + [PULLING, LINE], 46) == [[0, 10, 20, 36]]
    assert tops([LOOSE] * 2 + [PULLING, LINE], 42) == [[0, 9, 18, 32]]
    assert tops([LOOSE] * 2 + [PULLING, LINE], 41) == [[0, 10], [0, 20]]


def test_what_needs_the_left_half_rises_beside_what_leaves_it() -> None:
    right = Strip(10, keeps_next=True, leaves_left=True)
    mark = Strip(25, is_foot=True, stands_left=True)

    assert tops([LINE, right, right, mark]) == [[0, 10, 20, 25]]
    assert tops([LINE, LINE, right, right, mark], 45) == [[0, 10, 20, 30, 20]]
    assert tops([LINE, LINE, right, right, mark], 44) == [[0, 10], [0, 10, 19]]


def test_several_feet_stand_on_each_other() -> None:
    tied = Strip(10, is_foot=True, keeps_next=True)

    assert tops([LINE, tied, FOOT]) == [[0, 30, 40]]


def test_a_strip_that_begins_a_page_does_so_but_leaves_no_page_empty() -> None:
    begin = Strip(0, begins_page=True, keeps_next=True)

    assert tops([LINE, begin, LINE]) == [[0], [0, 0]]
    assert tops([begin, LINE]) == [[0, 0]]


def test_a_strip_higher_than_a_page_is_cut_to_the_room_that_is_left() -> None:
    def cut(height: float, room: float) -> tuple[Strip, Strip] | None:
        return (Strip(room), tall(height - room)) if room >= 20 else None

    def tall(height: float) -> Strip:
        return Strip(height, split=partial(cut, height) if height > 50 else None)

    pages = paginate([LINE, tall(100)], 50)

    assert [[placed.strip.height for placed in page] for page in pages] == [[10, 40], [50], [10]]
