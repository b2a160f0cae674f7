"""The register as a table: narrowed, ordered and counted in SQL, judged as the law judges."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any, cast

import pytest

from models.acts.life_lines import redraw
from models.acts.record_issuance import record_issuance
from models.acts.register_document import refuse_registration, register_document
from models.domain.lifecycle import MakingState
from models.domain.records import Origin
from models.domain.terms import IssuanceKind, ValidityStatus
from models.domain.validity import EndingKind
from models.queries.desk import desk_page, waiting_counts, year_counts
from models.queries.documents import (
    DocumentFilter,
    DocumentOrder,
    document_facets,
    document_ids,
    document_rows,
)
from models.queries.duplicates import similar_documents
from models.queries.life_check import wrong_lives
from models.queries.office import profile
from models.recorded_lives import known_rules, recorded_lines
from models.tables.documents import Document
from models.tables.lives import LifeEvent
from tests.models.office import (
    GOVERNMENT,
    LABOUR,
    TODAY,
    add_body,
    another,
    changed,
    number_one,
    order,
    parking_measures,
    past_document,
    receive_one,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

ALL = DocumentFilter()


def ids(
    narrowing: DocumentFilter = ALL, order_by: DocumentOrder = DocumentOrder.TITLE
) -> list[int]:
    """Return the ids of a narrowed register, ascending."""
    return document_ids(narrowing, order_by, TODAY, descending=False)


def test_rows_come_in_the_order_of_their_ids() -> None:
    body_id = add_body()
    first, second = register_one(1, body_id), register_one(2, body_id)
    assert [row.id for row in document_rows([second, first], TODAY)] == [second, first]


def test_an_id_that_is_gone_leaves_no_hole() -> None:
    first = register_one(1)
    assert [row.id for row in document_rows([999, first], TODAY)] == [first]


@pytest.mark.parametrize(
    "typed",
    [
        "停车场",
        "云政发〔2026〕2号",
        "云政发[2026]2号",
        "（2026）2",
        "城镇 停车场",
        "YXDR-2026",
        "yxdr—2026—01001",
    ],
)
def test_a_document_is_found_by_words_and_by_numbers_in_any_shape(typed: str) -> None:
    body_id = add_body()
    document_id = register_document(order(), parking_measures(body_id))
    number_one(document_id)
    past_document(body_id, 7)
    assert ids(DocumentFilter(containing=typed)) == [document_id]


@pytest.mark.parametrize("typed", ["%", "_", "'", "100%", "\\"])
def test_signs_of_sql_are_words_like_any_other(typed: str) -> None:
    register_one(1)
    assert ids(DocumentFilter(containing=typed)) == []


def test_rows_without_a_value_come_last_in_either_direction() -> None:
    # Given a numbered document between two without number
    body_id = add_body()
    without, numbered, also_without = (register_one(place, body_id) for place in (1, 2, 3))
    number_one(numbered)
    # Then it is first, whichever way the numbers are sorted
    up = document_ids(ALL, DocumentOrder.UNIFIED_NUMBER, TODAY, descending=False)
    down = document_ids(ALL, DocumentOrder.UNIFIED_NUMBER, TODAY, descending=True)
    assert up == [numbered, without, also_without]
    assert down == [numbered, also_without, without]


@pytest.mark.parametrize("column", DocumentOrder)
def test_every_column_can_be_sorted_by(column: DocumentOrder) -> None:
    body_id = add_body()
    register_one(1, body_id)
    past_document(body_id, 2)
    assert len(document_ids(ALL, column, TODAY)) == 2


def test_the_register_is_narrowed_by_each_filter() -> None:
    # Given three documents that differ in body, origin and state
    own = register_one(1, add_body())
    historic = past_document(add_body(LABOUR), 2)
    refused = refuse_registration(order(), another(parking_measures(own), 3), "不属于规范性文件")
    # Then each filter keeps those it names
    assert ids(DocumentFilter(origins=frozenset({Origin.HISTORIC}))) == [historic]
    assert ids(DocumentFilter(issuing_body_names=frozenset({LABOUR.name}))) == [historic]
    assert ids(DocumentFilter(making_states=frozenset({MakingState.NOT_REGISTERED}))) == [refused]
    assert set(ids(DocumentFilter(years=frozenset({2026})))) == {own, historic, refused}
    assert ids(DocumentFilter(years=frozenset({2025}))) == []
    assert ids(DocumentFilter(document_kinds=frozenset({"通告"}))) == []


def test_facets_count_the_whole_register() -> None:
    register_one(1, add_body(GOVERNMENT))
    past_document(add_body(LABOUR), 2)
    facets = document_facets(TODAY)
    assert facets.origins == {"own": 1, "historic": 1}
    assert facets.issuing_body_names == {GOVERNMENT.name: 1, LABOUR.name: 1}
    assert facets.document_kinds == {"办法": 2}
    assert facets.years == {"2026": 2}
    assert facets.validity == {"not_yet_effective": 2}


SPANS = [None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)]


@pytest.mark.parametrize("is_published", [True, False])
@pytest.mark.parametrize("ended_kind", [None, *EndingKind])
def test_sql_judges_validity_as_the_law_does(
    ended_kind: EndingKind | None, *, is_published: bool
) -> None:
    # Given documents with every combination of dates before, on and after today
    first = register_one(1, add_body())
    columns = cast("dict[str, Any]", Document.select().where(Document.id == first).dicts().get())
    combinations = product(SPANS, SPANS, (None, TODAY), SPANS[1:] if ended_kind else [None])
    for place, (effective, until, amended, ended) in enumerate(combinations, start=1):
        document_id = Document.insert(
            **{
                **columns,
                "id": first + place,
                "uid": str(place),
                "effective_date": effective,
                "validity_kind": "until_date" if until else None,
                "validity_until_date": until,
                "published_date": TODAY if is_published else None,
            }
        ).execute()
        happened = [("amended", amended), (ended_kind, ended)]
        for kind, day in happened:
            if kind and day:
                _happen(document_id, kind, day)
    everything = [row.id for row in Document.select(Document.id).order_by(Document.id)]
    redraw(everything)
    # Then SQL, the page and the pure rule agree on every one, on every day
    documents = list(Document.select())
    lines = recorded_lines(documents, known_rules())
    for day in filter(None, SPANS):
        judged = {row.id: row.validity for row in document_rows(everything, day)}
        assert judged == {key: line.on(day).status for key, line in lines.items()}
        for status in ValidityStatus:
            narrowing = DocumentFilter(validity=frozenset({status}))
            narrowed = document_ids(narrowing, DocumentOrder.TITLE, day)
            assert set(narrowed) == {key for key, value in judged.items() if value is status}
        counted = document_facets(day).validity
        assert counted == Counter(status.value for status in judged.values())
    assert list(wrong_lives()) == []


def _happen(document_id: int, kind: str, day: date) -> None:
    person = Document.select(Document.registered_by).where(Document.id == document_id).get()
    LifeEvent.insert(
        document=document_id,
        kind=kind,
        begin_date=day,
        clauses="",
        reason="云政发〔2026〕9号",
        recorded_at=datetime.now(UTC),
        recorded_by=person.registered_by_id,
    ).execute()


def test_what_waits_is_counted_until_it_is_done() -> None:
    # Given a registered document and a received filing
    document_id = register_one(1)
    receive_one()
    counts = waiting_counts(profile())
    assert (counts.to_number, counts.to_issue, counts.filings) == (1, 0, 1)
    # When the document is numbered, printed and published
    number_one(document_id)
    counts = waiting_counts(profile())
    assert (counts.to_number, counts.to_issue) == (0, 1)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府办公室", TODAY)
    record_issuance(order(), document_id, IssuanceKind.PUBLISHED, "门户网站", TODAY)
    # Then it waits no more, and the filing still does
    page = desk_page(profile())
    assert page.counts.documents == 0
    assert [row.title for row in page.filings_to_decide] == ["柳渡镇农村住房建设管理规定"]
    assert [row.due_date for row in page.deadlines] == [date(2026, 3, 23)]


def test_a_year_counts_what_was_done_in_it() -> None:
    register_one(1)
    refuse_registration(order(), another(parking_measures(1), 3), "不属于规范性文件")
    receive_one()
    assert year_counts(2026) == {"registered": 1, "filed": 1, "late": 0, "concluded": 0}
    assert year_counts(2025) == {"registered": 0, "filed": 0, "late": 0, "concluded": 0}


def test_doubles_are_named_by_file_number_title_and_nearness() -> None:
    # Given a registered document
    entry = parking_measures(add_body())
    document_id = register_document(order(), entry)
    # When each way of being the same is asked for
    found = {
        "file": similar_documents("无关", "", ("ab" * 32,)),
        "document_number": similar_documents("无关", "云政发（2026）2号", ()),
        "title": similar_documents("《云溪县城镇公共停车场管理办法》", "", ()),
        "near_title": similar_documents(
            "云溪县人民政府关于印发《云溪县城市公共停车场管理办法》的通知", "", ()
        ),
    }
    # Then the document is named with the surest sameness, and an unrelated one is not
    for sameness, rows in found.items():
        assert [(row.id, row.sameness.value) for row in rows] == [(document_id, sameness)]
    assert similar_documents("云溪县河道采砂管理规定", "云政发〔2026〕3号", ()) == ()


def test_a_double_is_known_by_its_unified_number_and_keeps_its_document_number() -> None:
    document_id = register_document(order(), parking_measures(add_body()))
    number_one(document_id)
    (row,) = similar_documents("云溪县城镇公共停车场管理办法", "", ())
    assert (row.number, row.document_number) == ("YXDR—2026—01001", "云政发〔2026〕2号")


def test_an_entry_with_nothing_in_it_looks_like_nothing() -> None:
    register_document(order(), changed(parking_measures(add_body()), document_number=""))
    assert similar_documents("", "", ()) == ()
