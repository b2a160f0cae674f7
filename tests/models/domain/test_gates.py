"""What a profile demands before a step, and which step comes next."""

import pytest

from models.domain.gates import (
    GatedStep,
    done_steps,
    missing_gates,
    next_step,
    registering_authority,
    steps_before,
)
from models.domain.lifecycle import MakingState
from models.domain.profile import Authority, DocumentTraits, MakingStep
from models.domain.terms import DocumentClass, EvidenceKind
from models.profiles import load_profile

GOVERNMENT = DocumentTraits(DocumentClass.GOVERNMENT)
EVERYTHING = frozenset(EvidenceKind)


def test_nothing_is_missing_when_everything_is_there() -> None:
    for step in GatedStep:
        assert missing_gates(load_profile("hunan"), step, GOVERNMENT, EVERYTHING) == ()


def test_a_missing_material_names_the_rule_that_demands_it() -> None:
    profile = load_profile("hunan")
    lacking = EVERYTHING - {EvidenceKind.LEGALITY_REVIEW}
    (missing,) = missing_gates(profile, GatedStep.REGISTRATION, GOVERNMENT, lacking)
    assert missing.evidence is EvidenceKind.LEGALITY_REVIEW
    assert missing.is_required
    assert missing.source == profile.registration_gates.source


def test_comment_is_demanded_of_documents_that_touch_the_market() -> None:
    lacking = EVERYTHING - {EvidenceKind.PUBLIC_COMMENT}
    profile = load_profile("hunan")
    touching = DocumentTraits(DocumentClass.GOVERNMENT, is_market_related=True)
    assert missing_gates(profile, GatedStep.REGISTRATION, GOVERNMENT, lacking) == ()
    assert missing_gates(profile, GatedStep.REGISTRATION, touching, lacking)


@pytest.mark.parametrize(
    ("profile", "document_class", "authority"),
    [
        ("hunan", DocumentClass.GOVERNMENT, Authority.JUSTICE_BUREAU),
        ("hunan", DocumentClass.TOWNSHIP, Authority.ISSUING_BODY),
        ("jilin_changchun", DocumentClass.GOVERNMENT, Authority.ISSUING_BODY),
        ("beijing_miyun", DocumentClass.DEPARTMENT, Authority.GOVERNMENT_OFFICE),
    ],
)
def test_the_profile_says_who_registers(
    profile: str, document_class: DocumentClass, authority: Authority
) -> None:
    assert registering_authority(load_profile(profile), document_class) is authority


def test_steps_are_taken_in_the_order_of_the_profile() -> None:
    profile = load_profile("hunan")
    assert steps_before(profile, MakingStep.PUBLISHED) == (
        MakingStep.REGISTERED,
        MakingStep.NUMBERED,
        MakingStep.PRINTED,
    )
    assert next_step(profile, frozenset()) is MakingStep.REGISTERED
    assert next_step(profile, frozenset({MakingStep.REGISTERED})) is MakingStep.NUMBERED
    assert next_step(profile, frozenset(MakingStep)) is None


def test_where_no_unified_number_is_given_nothing_waits_for_one() -> None:
    profile = load_profile("beijing_miyun")
    assert MakingStep.NUMBERED not in steps_before(profile, MakingStep.PUBLISHED)
    assert next_step(profile, frozenset({MakingStep.REGISTERED})) is MakingStep.PRINTED


@pytest.mark.parametrize("state", [MakingState.NOT_REGISTERED, MakingState.RECEIVED])
def test_a_document_the_office_did_not_register_has_no_step_behind_it(state: MakingState) -> None:
    done = done_steps(state=state, has_number=False, is_printed=False, is_published=False)
    assert done == frozenset()
