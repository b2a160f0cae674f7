"""Documents in force that cite a law as it was are found, with the places, until looked at."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from models.acts.document_effects import end_document
from models.acts.law_citations import record_law_reviews
from models.acts.life_events import Effect
from models.acts.performing import NotPermittedError
from models.acts.refusals import FieldEmptyError
from models.acts.register_document import register_historic_document
from models.domain.law_citations import LawChange, LawChangeKind, LawChangeOutcome, LawReviewEntry
from models.domain.records import FileEntry
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from models.queries.law_citations import unsearched_count
from models.queries.trail import verify_trail
from models.register import Register
from review.laws.catalogue import Catalogue, Law, LawStatus
from review.laws.changed_laws import ChangedLaw, affected_by, changed_laws
from review.laws.citation_index import search_texts
from review.laws.law_index import LawIndex
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    REVIEWER,
    TODAY,
    add_body,
    another,
    order,
    parking_measures,
)

OLD = date(2015, 6, 1)
PARKING_LAW = "中华人民共和国停车法"
TREE_LAW = "中华人民共和国古树法"
KEPT_LAW = "中华人民共和国门牌法"
TEXT = """云溪县停车管理办法

第一条　根据《中华人民共和国停车法》第十二条、《中华人民共和国门牌法》，制定本办法。
第二条　违反《停车法》第三十条的，由有关部门处理。
"""
TREES = "云溪县古树保护办法\n\n第一条　依据《中华人民共和国古树法》，制定本办法。\n"


def law(name: str, status: LawStatus, promulgated: date) -> Law:
    """Return one version of a fictional law."""
    return Law(
        f"{name}{promulgated.year}",
        name,
        "法律",
        promulgated_date=promulgated,
        effective_date=promulgated,
        status=status,
    )


KEPT = law(KEPT_LAW, LawStatus.IN_FORCE, date(2001, 1, 1))
OLD_PARKING = law(PARKING_LAW, LawStatus.IN_FORCE, date(2010, 1, 1))
NEW_PARKING = law(PARKING_LAW, LawStatus.IN_FORCE, date(2024, 9, 1))
BEFORE = (KEPT, OLD_PARKING, law(TREE_LAW, LawStatus.IN_FORCE, date(2003, 1, 1)))
AFTER = (
    KEPT,
    replace(OLD_PARKING, status=LawStatus.AMENDED),
    NEW_PARKING,
    law(TREE_LAW, LawStatus.REPEALED, date(2003, 1, 1)),
)


def index_of(laws: tuple[Law, ...]) -> LawIndex:
    """Return the index of a catalogue as of the tests' day."""
    return LawIndex(Catalogue(laws, TODAY))


@pytest.fixture
def documents(register: Register) -> tuple[int, int, int]:  # noqa: ARG001 -- a register is open
    """Return a document on parking, one on trees, and a younger one on parking."""
    body = add_body()
    return (
        enter(body, 1, TEXT, OLD),
        enter(body, 2, TREES, OLD),
        enter(body, 3, TEXT, date(2025, 3, 1)),
    )


def enter(body_id: int, place: int, text: str, written: date) -> int:
    """Record a document of the past with its text."""
    entry = another(parking_measures(body_id), place)
    file = FileEntry(f"{place:02}" * 32, 100, "文件.docx", text=text)
    return register_historic_document(
        order(),
        replace(
            entry,
            files=(file,),
            adopted_date=written,
            published_date=written,
            effective_date=written,
            validity_term=ValidityTerm(ValidityTermKind.PERMANENT),
        ),
    )


def found(laws: tuple[Law, ...] = AFTER) -> dict[str, ChangedLaw]:
    """Search what waits and return the changed laws by name."""
    search_texts(partial(order, CLERK), index_of(laws))
    return {one.change.law_name: one for one in changed_laws(index_of(laws), TODAY)}


@pytest.mark.usefixtures("documents")
def test_while_no_law_has_changed_nothing_is_listed() -> None:
    assert found(BEFORE) == {}


def test_an_amended_law_lists_what_was_written_before_with_every_place(
    documents: tuple[int, int, int],
) -> None:
    changed = found()[PARKING_LAW]

    assert changed.change.kind is LawChangeKind.AMENDED
    assert changed.change.since_date == date(2024, 9, 1)
    (document,) = affected_by(changed, TODAY)
    assert document.document_id == documents[0]
    assert [(place.clause, place.articles) for place in document.places] == [
        ("第一条", "第十二条"),
        ("第二条", "第三十条"),
    ]
    assert TEXT[document.places[1].start : document.places[1].end] == "《停车法》第三十条"


def test_a_repealed_law_lists_whatever_cites_it(documents: tuple[int, int, int]) -> None:
    changed = found()[TREE_LAW]

    assert changed.change == LawChange(changed.change.law_key, TREE_LAW, LawChangeKind.REPEALED)
    assert [one.document_id for one in affected_by(changed, TODAY)] == [documents[1]]


def test_a_document_no_longer_in_force_is_no_candidate(documents: tuple[int, int, int]) -> None:
    end_document(order(), documents[1], EndingKind.REPEALED, Effect(date(2026, 3, 1), "废止决定"))

    assert TREE_LAW not in found()


def test_what_somebody_looked_at_stays_listed_and_is_no_longer_open(
    documents: tuple[int, int, int],
) -> None:
    change = found()[PARKING_LAW].change

    record_law_reviews(order(REVIEWER), (finding(documents[0], change),))

    changed = found()[PARKING_LAW]
    assert (changed.document_count, changed.open_count) == (1, 0)
    (document,) = affected_by(changed, TODAY)
    assert document.review is not None
    assert document.review.outcome is LawChangeOutcome.TO_AMEND
    assert verify_trail(None).is_sound


def test_a_later_change_of_the_law_asks_again(documents: tuple[int, int, int]) -> None:
    # Given a document looked at after the first change
    record_law_reviews(order(REVIEWER), (finding(documents[0], found()[PARKING_LAW].change),))
    # When the law is amended once more
    again = (*AFTER, law(PARKING_LAW, LawStatus.IN_FORCE, date(2026, 1, 1)))
    # Then that document is open again, and the younger one is now a candidate too
    changed = found(again)[PARKING_LAW]
    assert (changed.document_count, changed.open_count) == (2, 2)


def test_a_finding_without_its_reason_is_refused(documents: tuple[int, int, int]) -> None:
    change = found()[PARKING_LAW].change
    with pytest.raises(FieldEmptyError):
        record_law_reviews(order(REVIEWER), (replace(finding(documents[0], change), note=" "),))


def test_the_administrator_finds_nothing_about_documents(
    documents: tuple[int, int, int],
) -> None:
    change = found()[PARKING_LAW].change
    with pytest.raises(NotPermittedError):
        record_law_reviews(order(ADMINISTRATOR), (finding(documents[0], change),))


@pytest.mark.usefixtures("documents")
def test_a_text_is_searched_once_and_a_cancelled_search_goes_on_later() -> None:
    assert search_texts(partial(order, CLERK), index_of(AFTER), cancelled=lambda: True) == 0
    assert unsearched_count() == 3
    assert search_texts(partial(order, CLERK), index_of(AFTER)) == 3
    assert search_texts(partial(order, CLERK), index_of(AFTER)) == 0


def finding(document_id: int, change: LawChange) -> LawReviewEntry:
    """Return what the reviewer found: the document has to follow the law."""
    return LawReviewEntry(
        document_id,
        change.law_key,
        change.law_name,
        change.since_date,
        LawChangeOutcome.TO_AMEND,
        "第三十条已改为第三十五条",
    )
