"""Strips go onto pages: what belongs together stays together."""

from review.letters.pages import Strip, paginate

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
