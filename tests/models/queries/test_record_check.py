"""Records that the acts made agree with the trail; on one database and on the other."""

from datetime import date

import pytest

from models.acts.add_evidence import add_evidence
from models.acts.correct_filing import FilingCorrection, correct_filing
from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.decide_filing import refuse_filing
from models.acts.historic_numbers import enter_historic_number
from models.acts.issuing_bodies import correct_issuing_body, succeed_issuing_body
from models.acts.record_issuance import record_issuance
from models.acts.register_document import refuse_registration, register_document
from models.acts.void_number import void_number
from models.database import DATABASE
from models.domain.records import EvidenceEntry
from models.domain.terms import EvidenceKind, IssuanceKind
from models.domain.trail_replay import ReplayedRecord
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.record_check import RecordFault, RecordFaultKind, differing_records
from models.queries.trail import verify_trail
from tests.models.office import (
    ADMINISTRATOR,
    GOVERNMENT,
    HEAD,
    LABOUR,
    NOON,
    TODAY,
    accept_one,
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


def correct(document_id: int, revision: int, field: CorrectableField, value: object) -> int:
    """Correct one field of a document and return its new revision."""
    correction = changed(Correction(field, None), value=value)
    return correct_record(order(), document_id, revision, (correction,), "录入有误")


def test_a_document_that_went_all_its_ways_agrees_with_the_trail() -> None:
    # Given a document that was numbered, voided, numbered again, corrected and issued
    document_id = register_one()
    void_number(order(HEAD), number_one(document_id).entry_id, "编错")
    number_one(document_id)
    revision = correct(document_id, 4, CorrectableField.TITLE, "  云溪县停车场办法  ")
    revision = correct(document_id, revision, CorrectableField.SITE_INDEX_NUMBER, "")
    revision = correct(document_id, revision, CorrectableField.EFFECTIVE_DATE, None)
    term = ValidityTerm(ValidityTermKind.MONTHS, 18)
    correct(document_id, revision, CorrectableField.VALIDITY_TERM, term)
    record_issuance(order(), document_id, IssuanceKind.PRINTED, "县政府公报", TODAY)
    for medium, day in (("县政府网站", TODAY), ("县政府公报", date(2026, 3, 12))):
        record_issuance(order(), document_id, IssuanceKind.PUBLISHED, medium, day)
    add_evidence(order(), document_id, EvidenceEntry(EvidenceKind.CLEAN_PROOF))
    # When the records are compared with the trail, then nothing differs
    assert differing_records() == ()


def test_documents_without_term_refused_and_from_the_past_agree_with_the_trail() -> None:
    body_id = add_body()
    bare = changed(another(parking_measures(body_id), 7), validity_term=None, adopted_date=None)
    correct(register_document(order(), bare), 1, CorrectableField.VALIDITY_TERM, None)
    refuse_registration(order(), another(parking_measures(body_id), 8), "不属于规范性文件")
    enter_historic_number(order(), past_document(body_id), "YXDR—2026—01009")
    correct_issuing_body(order(ADMINISTRATOR), body_id, changed(GOVERNMENT, organ_code="07"))
    succeed_issuing_body(order(ADMINISTRATOR), (body_id,), LABOUR, TODAY)
    assert differing_records() == ()


def test_filings_agree_with_the_trail() -> None:
    filing_id = receive_one()
    correction = FilingCorrection(date(2026, 3, 10), "网上提交", "柳政备〔2026〕1号")
    correct_filing(order(), filing_id, 1, correction, "收件日期写错")
    accept_one(filing_id)
    assert differing_records() == ()


def test_a_refused_filing_agrees_with_the_trail() -> None:
    refuse_filing(order(), receive_one(), "不属于备案范围")
    assert differing_records() == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "云溪县城镇公共停车场管理细则"),
        ("adopted_date", "2026-03-09"),
        ("unified_number", "YXDR—2026—01009"),
        ("expiry_date", "2036-04-30"),
        ("is_trial", True),
    ],
)
def test_a_field_changed_past_the_acts_is_named_while_the_trail_is_sound(
    field: str, value: object
) -> None:
    # Given a numbered document
    document_id = register_one()
    number_one(document_id)
    # When one field is changed with another tool
    mark = "%s" if "Postgres" in type(DATABASE.obj).__name__ else "?"
    DATABASE.execute_sql(f"UPDATE document SET {field} = {mark}", (value,))
    # Then the chain of the trail is whole, but the field is named
    assert verify_trail().is_sound
    fault = RecordFault(RecordFaultKind.ALTERED, ReplayedRecord.DOCUMENT, document_id, (field,))
    assert differing_records() == (fault,)


def test_the_check_says_how_far_it_is() -> None:
    # Given a document with many lines in its trail
    document_id = register_one()
    columns = "sequence, at, login, act, subject_kind, subject_id, payload, op_id, previous_hash"
    at = NOON.isoformat()
    DATABASE.execute_sql(
        f"INSERT INTO audit_line ({columns}, hash) WITH RECURSIVE line (place) AS "
        "(SELECT 1001 UNION ALL SELECT place + 1 FROM line WHERE place < 1500) "
        f"SELECT place, '{at}', '', '', 'document', {document_id}, '{{}}', '', '', "
        "CAST(place AS TEXT) FROM line"
    )
    heard: list[tuple[int, int]] = []
    # When it is checked, then the check says how many of how many lines were read
    assert differing_records(lambda done, total: heard.append((done, total))) == ()
    # One line entered the body, one the document.
    assert heard == [(500, 502)]
