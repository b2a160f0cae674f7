"""Word of one repealed or amended law is enough to mark it; the rest of the catalogue stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.acts.law_catalogue import update_law_catalogue
from models.queries.law_catalogue import kept_catalogue
from models.register import Register
from review.errors import LawMarkUnfitError, LawUnknownError
from review.law_files.marking import LawMark, changes_of_mark, marked_update
from review.laws.catalogue import LawStatus
from review.laws.catalogue_text import shipped_catalogue
from review.laws.office_catalogue import office_catalogue, office_index
from tests.models.office import ADMINISTRATOR, order

# The shipped catalogue is as of the 22nd.
AFTER_THE_CATALOGUE = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
PRICES = "中华人民共和国价格法"
REPEALED = LawMark(PRICES, LawStatus.REPEALED, "虚构的废止决定")
AMENDED = LawMark(PRICES, LawStatus.AMENDED, "虚构的修改决定", date(2026, 10, 1), date(2027, 1, 1))


def mark(register: Register, wanted: LawMark) -> None:
    """Mark a law as the administrator does."""
    update_law_catalogue(
        order(ADMINISTRATOR, AFTER_THE_CATALOGUE), marked_update(wanted, register.files)
    )


def test_a_repealed_law_has_no_version_in_force_any_more(register: Register) -> None:
    mark(register, REPEALED)

    statuses = {law.status for law in office_catalogue(register.files).named("价格法")}
    assert LawStatus.REPEALED in statuses
    assert LawStatus.IN_FORCE not in statuses


def test_an_amended_law_keeps_its_text_as_amended_and_gains_the_new_one(
    register: Register,
) -> None:
    before = shipped_catalogue().named(PRICES)
    mark(register, AMENDED)

    versions = office_index(register.files).look_up("价格法").versions
    assert len(versions) == len(before) + 1
    assert [law.status for law in versions[-2:]] == [LawStatus.AMENDED, LawStatus.IN_FORCE]
    assert versions[-1].effective_date == date(2027, 1, 1)
    assert versions[-1].note == "虚构的修改决定"


def test_a_mark_makes_the_catalogue_no_newer_and_is_named_once(register: Register) -> None:
    mark(register, REPEALED)
    mark(register, replace(REPEALED, name="中华人民共和国反垄断法"))

    kept = kept_catalogue()
    assert kept is not None
    assert kept.as_of_date == shipped_catalogue().as_of_date
    assert kept.source_name == "随程序的目录，另有标注"


def test_a_law_that_the_catalogue_lacks_is_not_marked() -> None:
    with pytest.raises(LawUnknownError):
        changes_of_mark(replace(REPEALED, name="云溪县停车法"), shipped_catalogue())


@pytest.mark.parametrize(
    "unfit",
    [
        replace(REPEALED, basis=" "),
        replace(REPEALED, status=LawStatus.UNKNOWN),
        replace(REPEALED, status=LawStatus.IN_FORCE),
        replace(AMENDED, promulgated_date=None),
        replace(AMENDED, promulgated_date=date(1997, 12, 29)),
    ],
)
def test_a_mark_without_source_or_with_an_impossible_day_is_refused(unfit: LawMark) -> None:
    with pytest.raises(LawMarkUnfitError):
        changes_of_mark(unfit, shipped_catalogue())
