"""What the office keeps of itself: bodies, people, settings, and what belongs to a document."""

from datetime import date
from typing import cast

import pytest

from models.acts.add_evidence import add_evidence
from models.acts.allot_number import allot_number
from models.acts.change_setting import change_settings
from models.acts.issuing_bodies import correct_issuing_body, succeed_issuing_body
from models.acts.letter_draft import LetterDraft
from models.acts.letters import Pressed, issue_letter
from models.acts.people import change_person
from models.acts.performing import NotPermittedError, UnknownPersonError
from models.acts.refusals import (
    BodyEndedError,
    BodyRenamedError,
    DateOrderError,
    FieldEmptyError,
    FutureDateError,
    LetterNotReadyError,
    NoSchemeError,
    NumberInUseError,
    RecordMissingError,
)
from models.acts.register_document import register_document
from models.acts.void_number import void_number
from models.domain.law_errors import ProfileUnknownError
from models.domain.records import EvidenceEntry, JointIssuerEntry, RelationEntry
from models.domain.terms import EvidenceKind, LetterSeries, RelationKind
from models.queries.bodies import body_named
from models.queries.document_page import DocumentMissingError, document_page
from models.queries.numbers import LedgerBook, ledger_ids, ledger_rows
from models.queries.office import office, profile
from models.queries.record_check import differing_records
from models.queries.trail import trail_of
from models.settings import SettingKey
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    GOVERNMENT,
    HEAD,
    LABOUR,
    PAPER,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    changed,
    order,
    parking_measures,
    past_document,
    receive_one,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

COMMENT = EvidenceEntry(
    EvidenceKind.PUBLIC_COMMENT,
    date(2026, 2, 1),
    date(2026, 3, 3),
    result="已公布意见采纳情况",
    file=PAPER,
)


def test_evidence_added_later_stands_with_its_file_and_in_the_trail() -> None:
    document_id = register_one()
    add_evidence(order(), document_id, COMMENT)
    added = document_page(document_id, profile(), TODAY).evidence[-1]
    assert (added.kind, added.start_date, added.file_name) == (
        EvidenceKind.PUBLIC_COMMENT,
        date(2026, 2, 1),
        "停车办法.docx",
    )
    assert trail_of("document", document_id)[-1].act == "add_evidence"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"end_date": date(2026, 1, 31)}, DateOrderError),
        ({"end_date": date(2026, 3, 17)}, FutureDateError),
    ],
)
def test_evidence_that_cannot_be_true_is_refused(
    change: dict[str, date], refusal: type[Exception]
) -> None:
    document_id = register_one()
    with pytest.raises(refusal):
        add_evidence(order(), document_id, changed(COMMENT, **change))


def test_evidence_of_an_unknown_document_is_refused() -> None:
    with pytest.raises(RecordMissingError):
        add_evidence(order(), 4711, COMMENT)


def test_joint_issuers_and_relations_are_kept_as_they_stand_on_the_paper() -> None:
    # Given an older document, and a joint one that repeals it
    body_id = add_body()
    old_id = past_document(body_id, 5)
    entry = changed(
        parking_measures(body_id),
        joint_issuers=(
            JointIssuerEntry("云溪县人民政府", body_id, is_lead=True),
            JointIssuerEntry("云溪县消防救援大队"),
        ),
        relations=(
            RelationEntry(RelationKind.REPEALS, "旧办法", "云政发〔2018〕23号", old_id, "第二十条"),
        ),
    )
    document_id = register_document(order(), entry)
    # Then both pages show the relation, each from its side
    page = document_page(document_id, profile(), TODAY)
    assert [(row.name, row.is_lead) for row in page.joint_issuers] == [
        ("云溪县人民政府", True),
        ("云溪县消防救援大队", False),
    ]
    assert [(row.title, row.is_incoming) for row in page.relations] == [("旧办法", False)]
    (incoming,) = document_page(old_id, profile(), TODAY).relations
    assert (incoming.document_id, incoming.is_incoming) == (document_id, True)


def test_two_merged_bodies_have_one_successor_and_merge_once() -> None:
    old = (add_body(GOVERNMENT), add_body(LABOUR))
    succeed_issuing_body(order(), old, TOWN, TODAY)
    merged = body_named(LABOUR.name)
    assert merged is not None
    assert (merged.ended_date, merged.successor_name) == (TODAY, TOWN.name)
    with pytest.raises(BodyEndedError):
        succeed_issuing_body(order(), old, changed(TOWN, name="第三机关"), TODAY)


def test_a_code_left_out_is_entered_later_and_both_stand_in_the_trail() -> None:
    # Given a body entered without its code
    body_id = add_body(changed(GOVERNMENT, organ_code=""))
    # When a clerk corrects it
    correct_issuing_body(order(CLERK), body_id, GOVERNMENT)
    # Then numbers use the code from now on, and the trail says what was there before
    body = body_named(GOVERNMENT.name)
    assert body is not None
    assert (body.id, body.organ_code) == (body_id, "01")
    facts = trail_of("issuing_body", body_id)[-1].facts
    told = [cast("dict[str, str]", facts[name])["organ_code"] for name in ("before", "entry")]
    assert told == ["", "01"]
    assert differing_records() == ()


def test_a_body_is_not_renamed_by_a_correction() -> None:
    body_id = add_body()
    with pytest.raises(BodyRenamedError):
        correct_issuing_body(order(CLERK), body_id, changed(GOVERNMENT, name="云溪市人民政府"))


def test_a_body_that_has_ended_is_not_corrected() -> None:
    body_id = add_body()
    succeed_issuing_body(order(), (body_id,), LABOUR, TODAY)
    with pytest.raises(BodyEndedError):
        correct_issuing_body(order(CLERK), body_id, changed(GOVERNMENT, organ_code="02"))


def test_a_body_is_found_by_name_and_short_name() -> None:
    body_id = add_body()
    assert [body_named(name).id for name in ("云溪县人民政府", " 县政府 ")] == [body_id] * 2  # type: ignore[union-attr]
    assert body_named("") is None


def test_settings_keep_what_they_were_in_the_trail() -> None:
    count = change_settings(
        order(ADMINISTRATOR),
        {SettingKey.CONTACT_PHONE: "0000-0000001", SettingKey.AREA: "云溪"},
    )
    line = trail_of("register", 0)[-1]
    assert count == 1
    assert office().contact_phone == "0000-0000001"
    assert line.facts == {
        "before": {"contact_phone": "0000-6210068"},
        "after": {"contact_phone": "0000-0000001"},
    }


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({SettingKey.OFFICE_NAME: " "}, FieldEmptyError),
        ({SettingKey.PROFILE: "atlantis"}, ProfileUnknownError),
    ],
)
def test_settings_that_no_office_can_have_are_refused(
    change: dict[SettingKey, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        change_settings(order(ADMINISTRATOR), change)


def test_a_clerk_changes_no_settings() -> None:
    with pytest.raises(NotPermittedError):
        change_settings(order(CLERK), {SettingKey.AREA: "别处"})


def test_nobody_unknown_is_changed() -> None:
    with pytest.raises(UnknownPersonError):
        change_person(order(ADMINISTRATOR), "nobody", "无名", frozenset(), is_active=True)


def test_no_unified_number_is_given_where_the_profile_has_none() -> None:
    document_id = register_one()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "beijing_miyun"})
    with pytest.raises(NoSchemeError):
        allot_number(order(), document_id)


def test_a_filing_register_number_is_not_voided() -> None:
    accept_one(receive_one())
    (entry_id,) = ledger_ids(LedgerBook.FILINGS)
    (row,) = ledger_rows([entry_id])
    assert (row.number, row.title) == ("云溪备〔2026〕001", "柳渡镇农村住房建设管理规定")
    with pytest.raises(NumberInUseError):
        void_number(order(HEAD), entry_id, "错号")


@pytest.mark.parametrize("kind", [LetterSeries.REGISTRATION_REFUSAL, LetterSeries.REMARK_LETTER])
def test_a_registered_document_gets_no_letter_of_refusal_nor_one_that_is_not_written_yet(
    kind: LetterSeries,
) -> None:
    draft = LetterDraft(kind, register_one(), "云溪县人民政府", {})
    with pytest.raises(LetterNotReadyError):
        issue_letter(order(), draft, lambda _data: Pressed(()))


def test_there_is_no_page_of_a_document_that_is_not_there() -> None:
    with pytest.raises(DocumentMissingError):
        document_page(4711, profile(), TODAY)
