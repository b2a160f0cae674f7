"""Registration: who may, what must be there, what is refused, what the trail keeps."""

from dataclasses import replace
from datetime import date

import pytest

from models.acts.change_setting import change_settings
from models.acts.issuing_bodies import succeed_issuing_body
from models.acts.performing import NotPermittedError
from models.acts.refusals import (
    BodyEndedError,
    BodyNotEligibleError,
    DateOrderError,
    DuplicateDocumentError,
    FieldEmptyError,
    FutureDateError,
    GatesMissingError,
    LeadMissingError,
    WrongAuthorityError,
)
from models.acts.register_document import (
    refuse_registration,
    register_document,
    register_historic_document,
)
from models.domain.lifecycle import MakingState
from models.domain.records import DuplicateHandling, JointIssuerEntry, Origin
from models.domain.terms import DocumentClass, EvidenceKind
from models.queries.document_page import document_page
from models.queries.office import profile
from models.queries.trail import trail_of
from models.settings import SettingKey
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    EVIDENCE,
    GOVERNMENT,
    LEADING_GROUP,
    REVIEWER,
    TODAY,
    TOWN,
    add_body,
    another,
    changed,
    order,
    parking_measures,
)

pytestmark = pytest.mark.usefixtures("register")


def test_a_complete_document_is_registered_with_all_its_facts() -> None:
    # Given a document with every material the profile demands
    entry = parking_measures(add_body())
    # When the clerk registers it
    document_id = register_document(order(), entry)
    # Then the register holds what was confirmed, and the end of its validity
    facts = document_page(document_id, profile(), TODAY).facts
    assert facts.title == entry.title
    assert facts.document_number == "云政发〔2026〕2号"
    assert facts.making_state is MakingState.REGISTERED
    assert facts.origin is Origin.OWN
    assert facts.registered_date == TODAY
    assert facts.expiry_date == date(2031, 4, 30)
    assert facts.profile_id == "hunan"


def test_registration_is_written_into_the_trail_with_person_and_entry() -> None:
    document_id = register_document(order(), parking_measures(add_body()))

    (line,) = trail_of("document", document_id)

    assert line.person == "许知禾"
    assert line.facts["entry"]["title"] == "云溪县城镇公共停车场管理办法"  # type: ignore[index]
    assert line.facts["entry"]["files"][0]["sha256"] == "ab" * 32  # type: ignore[index]


def test_a_reviewer_may_not_register() -> None:
    with pytest.raises(NotPermittedError):
        register_document(order(REVIEWER), parking_measures(add_body()))


def test_an_administrator_has_no_business_rights() -> None:
    with pytest.raises(NotPermittedError):
        register_document(order(ADMINISTRATOR), parking_measures(add_body()))


@pytest.mark.parametrize("lacking", [EvidenceKind.LEGALITY_REVIEW, EvidenceKind.SIGNATURE])
def test_a_document_without_a_required_material_is_refused(lacking: EvidenceKind) -> None:
    # Given a document that lacks one material
    evidence = tuple(one for one in EVIDENCE if one.kind is not lacking)
    entry = replace(parking_measures(add_body()), evidence=evidence)
    # When the clerk registers it, then the refusal names that material
    with pytest.raises(GatesMissingError) as refusal:
        register_document(order(), entry)
    assert refusal.value.values["missing"] == (lacking,)


def test_a_market_related_document_needs_comment_and_fair_competition_review() -> None:
    entry = replace(parking_measures(add_body()), is_market_related=True)
    with pytest.raises(GatesMissingError) as refusal:
        register_document(order(), entry)
    assert set(refusal.value.values["missing"]) == {  # type: ignore[call-overload]
        EvidenceKind.PUBLIC_COMMENT,
        EvidenceKind.FAIR_COMPETITION_REVIEW,
    }


def test_a_leading_group_may_not_issue() -> None:
    with pytest.raises(BodyNotEligibleError):
        register_document(order(), parking_measures(add_body(LEADING_GROUP)))


def test_a_township_numbers_its_own_documents_under_the_profile_of_hunan() -> None:
    entry = replace(parking_measures(add_body(TOWN)), document_class=DocumentClass.TOWNSHIP)
    with pytest.raises(WrongAuthorityError):
        register_document(order(), entry)


def test_under_the_profile_of_changchun_the_issuing_body_registers_itself() -> None:
    # Given the office of a justice bureau under a profile that leaves registration to the issuer
    body_id = add_body()
    change_settings(order(ADMINISTRATOR), {SettingKey.PROFILE: "jilin_changchun"})
    # When it registers, it is refused; as an issuing body it may
    with pytest.raises(WrongAuthorityError):
        register_document(order(), parking_measures(body_id))
    change_settings(order(ADMINISTRATOR), {SettingKey.OFFICE_KIND: "issuing_body"})
    assert register_document(order(), parking_measures(body_id))


@pytest.mark.parametrize(
    ("change", "sameness"),
    [
        ({"title": "另一个标题", "document_number": "云政发〔2026〕9号"}, "file"),
        (
            {"title": "另一个标题", "files": (), "document_number": "云政发[2026] 2 号"},
            "document_number",
        ),
        ({"document_number": "云政发〔2026〕9号", "files": ()}, "title"),
    ],
)
def test_a_double_is_refused_by_file_number_or_title(change: dict[str, str], sameness: str) -> None:
    # Given a registered document
    entry = parking_measures(add_body())
    register_document(order(), entry)
    # When one that shares file, number (in other brackets) or title comes
    with pytest.raises(DuplicateDocumentError) as refusal:
        register_document(order(), changed(entry, **change))
    # Then the clerk is told in what it is the same
    assert refusal.value.values["sameness"] == sameness


def test_a_clerk_who_has_looked_may_register_a_double_all_the_same() -> None:
    entry = parking_measures(add_body())
    first = register_document(order(), entry)
    second = register_document(order(), entry, DuplicateHandling.REGISTER_ALL_THE_SAME)
    assert second != first
    assert trail_of("document", second)[0].facts["handling"] == "register_all_the_same"


def test_a_document_refused_before_is_no_double() -> None:
    entry = parking_measures(add_body())
    refuse_registration(order(), entry, "属于内部管理文件")
    assert register_document(order(), entry)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": "  "}, FieldEmptyError),
        ({"adopted_date": date(2026, 3, 17)}, FutureDateError),
        ({"published_date": date(2026, 3, 9)}, DateOrderError),
        ({"joint_issuers": (JointIssuerEntry("甲"), JointIssuerEntry("乙"))}, LeadMissingError),
    ],
)
def test_an_entry_that_cannot_be_true_is_refused(
    change: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        register_document(order(), changed(parking_measures(add_body()), **change))


def test_nothing_is_left_of_a_refused_registration() -> None:
    # Given a file the register does not know, in an entry that will be refused at the gates
    body_id = add_body()
    with pytest.raises(GatesMissingError):
        register_document(order(), replace(parking_measures(body_id), evidence=()))
    # Then the next registration gets the first document and no trace stands in the trail
    document_id = register_document(order(), parking_measures(body_id))
    assert len(trail_of("document", document_id)) == 1


def test_a_refusal_to_register_needs_a_reason_and_keeps_it() -> None:
    entry = parking_measures(add_body())
    with pytest.raises(FieldEmptyError):
        refuse_registration(order(), entry, " ")
    document_id = refuse_registration(order(), entry, "不属于行政规范性文件")
    facts = document_page(document_id, profile(), TODAY).facts
    assert facts.making_state is MakingState.NOT_REGISTERED
    assert facts.refusal_reason == "不属于行政规范性文件"


def test_a_renamed_body_issues_nothing_new_but_keeps_its_name_on_old_documents() -> None:
    # Given a body that issued a document and was renamed afterwards
    old_id = add_body(GOVERNMENT)
    document_id = register_document(order(), parking_measures(old_id))
    successor = replace(GOVERNMENT, name="云溪市人民政府", organ_code="02")
    succeed_issuing_body(order(CLERK), (old_id,), successor, TODAY)
    # Then the old document keeps the old name, and a new one under it is refused
    facts = document_page(document_id, profile(), TODAY).facts
    assert facts.issuing_body_name == "云溪县人民政府"
    with pytest.raises(BodyEndedError) as refusal:
        register_document(order(), another(parking_measures(old_id), 2))
    assert refusal.value.values["successor"] == "云溪市人民政府"


def test_a_document_of_the_past_passes_no_gates_and_may_come_from_an_ended_body() -> None:
    old_id = add_body(GOVERNMENT)
    succeed_issuing_body(order(), (old_id,), replace(GOVERNMENT, name="云溪市人民政府"), TODAY)
    entry = replace(parking_measures(old_id), evidence=(), published_date=date(2026, 3, 11))
    document_id = register_historic_document(order(), entry)
    page = document_page(document_id, profile(), TODAY)
    assert page.facts.origin is Origin.HISTORIC
    assert page.next_step is None
