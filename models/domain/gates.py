"""Which materials and steps a profile demands before a document may go on."""

from dataclasses import dataclass
from enum import StrEnum

from models.domain.lifecycle import MakingState
from models.domain.profile import Authority, DocumentTraits, Gate, MakingStep, Profile
from models.domain.terms import DocumentClass, EvidenceKind


class GatedStep(StrEnum):
    """A step that waits for materials."""

    REGISTRATION = "registration"  # 登记
    NUMBERING = "numbering"  # 编号


@dataclass(frozen=True)
class MissingGate:
    """A material that is not there; a step waits only for those that are required."""

    evidence: EvidenceKind
    is_required: bool
    source: str
    is_verified: bool


def missing_gates(
    profile: Profile, step: GatedStep, traits: DocumentTraits, present: frozenset[EvidenceKind]
) -> tuple[MissingGate, ...]:
    """Name the materials the profile asks for before the step that are not there."""
    gates = (
        profile.registration_gates if step is GatedStep.REGISTRATION else profile.numbering_gates
    )
    return tuple(
        MissingGate(gate.evidence, gate.is_required, gates.source, gates.is_verified)
        for gate in gates.value
        if _is_missing(gate, traits, present)
    )


def _is_missing(gate: Gate, traits: DocumentTraits, present: frozenset[EvidenceKind]) -> bool:
    return gate.applies_to(traits) and gate.evidence not in present


def registering_authority(profile: Profile, document_class: DocumentClass) -> Authority:
    """Tell who registers and numbers documents of a class under the profile."""
    if document_class in profile.self_numbering_classes.value:
        return Authority.ISSUING_BODY
    return profile.three_uniform_authority.value


def steps_before(profile: Profile, step: MakingStep) -> tuple[MakingStep, ...]:
    """Return the steps that must be done before this one, in the order of the profile.

    A number is left out where the profile gives documents no unified number.
    """
    order = profile.making_order.value
    earlier = order[: order.index(step)] if step in order else ()
    needs_number = profile.unified_number_required.value
    return tuple(one for one in earlier if needs_number or one is not MakingStep.NUMBERED)


def next_step(profile: Profile, done: frozenset[MakingStep]) -> MakingStep | None:
    """Return the step the profile wants next, or None when all are done."""
    needs_number = profile.unified_number_required.value
    for step in profile.making_order.value:
        is_wanted = needs_number or step is not MakingStep.NUMBERED
        if is_wanted and step not in done:
            return step
    return None


def done_steps(
    *, state: MakingState, has_number: bool, is_printed: bool, is_published: bool
) -> frozenset[MakingStep]:
    """Return which making steps a document has behind it."""
    done = {
        MakingStep.REGISTERED: state not in {MakingState.NOT_REGISTERED, MakingState.RECEIVED},
        MakingStep.NUMBERED: has_number,
        MakingStep.PRINTED: is_printed,
        MakingStep.PUBLISHED: is_published,
    }
    return frozenset(step for step, is_done in done.items() if is_done)
