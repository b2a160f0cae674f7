"""The catalogue of laws: what is on the shelf is what the sources say, and names find it."""

import csv
from datetime import date
from pathlib import Path

import pytest

from review.laws.catalogue import LawStatus
from review.laws.catalogue_text import (
    parse_catalogue,
    shipped_about,
    shipped_catalogue,
    status_words,
    write_catalogue,
)

FACTS = Path(__file__).parents[4] / "shared" / "data" / "laws.csv"


def facts() -> dict[str, dict[str, str]]:
    """Return the rows of the source by id, or skip where the source is not at hand."""
    if not FACTS.exists():
        pytest.skip("the source of the catalogue is not here")
    with FACTS.open(encoding="utf-8-sig", newline="") as stream:
        return {row["law_id"]: row for row in csv.DictReader(stream)}


def test_the_shipped_catalogue_says_of_every_law_what_its_source_says() -> None:
    source, words = facts(), status_words()
    shipped = {law.id: law for law in shipped_catalogue().laws}

    assert shipped.keys() == source.keys()
    for number, law in shipped.items():
        row = source[number]
        assert law.name == " ".join(row["name"].split())
        assert law.status is words[row["status"]]
        assert law.status_as_of == row["status_asof"]
        assert (law.promulgated_date or "") == (
            date.fromisoformat(row["promulgated"]) if row["promulgated"] else ""
        )


def test_what_the_sources_disagree_on_is_marked_to_be_looked_up() -> None:
    disputed = [number for number, row in facts().items() if row["note"].startswith("CONFLICT")]
    notes = {law.id: law.note for law in shipped_catalogue().laws}

    assert disputed
    assert all("待核实" in notes[number] for number in disputed)


def test_a_catalogue_written_and_read_again_is_the_same() -> None:
    laws = shipped_catalogue().laws

    assert parse_catalogue(write_catalogue(laws)) == laws


def test_excel_is_told_the_encoding() -> None:
    assert write_catalogue(()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "name",
    [
        "行政许可法",
        "中华人民共和国行政许可法",
        "《行政许可法》",
        "中华人民共和国 行政许可法",
        "行政\n许可法",
    ],
)
def test_a_law_is_found_however_its_name_is_written(name: str) -> None:
    versions = shipped_catalogue().named(name)

    assert [law.promulgated_date for law in versions] == [date(2003, 8, 27), date(2019, 4, 23)]
    assert [law.status for law in versions] == [LawStatus.AMENDED, LawStatus.IN_FORCE]


def test_a_name_that_is_no_law_finds_nothing() -> None:
    assert shipped_catalogue().named("云溪县停车管理法") == ()


def test_all_the_words_must_stand_in_a_name_and_laws_in_force_come_first() -> None:
    found = shipped_catalogue().containing("行政 处罚法")

    assert found[0].status is LawStatus.IN_FORCE
    assert all("行政" in law.name and "处罚法" in law.name for law in found)


def test_the_shipped_catalogue_admits_its_day_its_sources_and_what_is_missing() -> None:
    about = shipped_about()

    assert shipped_catalogue().as_of_date == about.as_of_date
    assert about.sources
    assert about.caveats
