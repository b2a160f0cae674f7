"""Figures of a cleanup that contradict each other are found, and no others."""

import pytest

from models.domain.cleanup_sums import ClassFigure, CleanupFigures, SumFault, findings_of


def stated(*counts: int) -> tuple[ClassFigure, ...]:
    return tuple(ClassFigure(f"第{place}类", count, None) for place, count in enumerate(counts))


def faults(figures: CleanupFigures) -> list[SumFault]:
    return [finding.fault for finding in findings_of(figures)]


@pytest.mark.parametrize(
    ("scope", "counts"),
    [
        (7837, (4783, 127, 1678, 1249)),
        (411, (206, 7, 22, 126, 50)),
        (102, (20, 24, 58)),
        (61, (20, 38, 3)),
        (136, (91, 44, 1)),
        (97504, (46236, 5491, 45777)),
    ],
)
def test_published_totals_that_are_the_sum_of_their_classes_are_accepted(
    scope: int, counts: tuple[int, ...]
) -> None:
    assert faults(CleanupFigures(scope, stated(*counts))) == []


def test_a_total_that_is_not_the_sum_of_its_classes_is_told_with_its_figures() -> None:
    (finding,) = findings_of(CleanupFigures(288, stated(270, 28, 2)))
    assert finding.fault is SumFault.SCOPE_IS_NOT_THE_SUM
    assert (finding.said, sum(finding.found)) == (288, 300)


def test_a_class_is_compared_with_its_list() -> None:
    classes = (ClassFigure("废止", 24, 23), ClassFigure("失效", 8, 8), ClassFigure("修改", None, 3))
    (finding,) = findings_of(CleanupFigures(classes=classes))
    assert (finding.fault, finding.name) == (SumFault.CLASS_IS_NOT_ITS_LIST, "废止")


def test_a_total_is_compared_with_all_rows_though_the_classes_add_up() -> None:
    figures = CleanupFigures(30, stated(20, 10), listed=29)
    assert faults(figures) == [SumFault.SCOPE_IS_NOT_THE_LIST]


@pytest.mark.parametrize(
    ("unnamed", "sections", "listed"),
    [
        ((98, 29, 13), (98, 29, 13), 140),
        ((14, 2, 10, 14), (24, 2), 26),
        ((69, 16, 34, 19), (69,), 69),
        ((11, 2, 2, 4, 3), (11,), 11),
        ((22, 22, 2, 22), (22, 22, 2), 46),
    ],
)
def test_figures_without_a_name_may_count_parts_and_repeat_them(
    unnamed: tuple[int, ...], sections: tuple[int, ...], listed: int
) -> None:
    assert faults(CleanupFigures(listed=listed, sections=sections, unnamed=unnamed)) == []


@pytest.mark.parametrize("unnamed", [(139,), (98, 29, 12), (140, 77), (98, 29, 13, 5)])
def test_figures_that_no_list_bears_out_are_found(unnamed: tuple[int, ...]) -> None:
    figures = CleanupFigures(listed=140, sections=(98, 29, 13), unnamed=unnamed)
    assert faults(figures) == [SumFault.FIGURES_WITHOUT_LIST]


def test_a_document_in_two_classes_is_named() -> None:
    figures = CleanupFigures(listed=2, in_two_classes=("云溪县公共浴室管理办法",))
    assert faults(figures) == [SumFault.LISTED_IN_TWO_CLASSES]


@pytest.mark.parametrize(
    ("figures", "is_compared"),
    [
        (CleanupFigures(), False),
        (CleanupFigures(288), False),
        (CleanupFigures(classes=stated(7, 4)), False),
        (CleanupFigures(listed=8, classes=(ClassFigure("废止", None, 8),)), False),
        (CleanupFigures(11, stated(7, 4)), True),
        (CleanupFigures(8, listed=8), True),
        (CleanupFigures(listed=8, unnamed=(8,)), True),
    ],
)
def test_figures_agree_only_with_something_beside_them(
    figures: CleanupFigures, *, is_compared: bool
) -> None:
    assert figures.is_compared is is_compared


def test_where_nothing_can_be_compared_nothing_is_found() -> None:
    assert faults(CleanupFigures(classes=stated(7, 4, 2))) == []
