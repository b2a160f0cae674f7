"""The tables of transitions: complete, without loops that lose work, and the only way to step."""

import pytest

from models.domain.lifecycle import (
    STATES,
    TRANSITIONS,
    Axis,
    FilingState,
    MakingState,
    TransitionError,
    can_step,
    step,
)

CASES = [
    (axis, now, target)
    for axis in Axis
    for now in TRANSITIONS[axis]
    for target in TRANSITIONS[axis]
]


@pytest.mark.parametrize("axis", Axis)
def test_every_state_of_an_axis_has_its_line_and_names_only_states_of_it(axis: Axis) -> None:
    states = {state.value for state in STATES[axis]}
    assert set(TRANSITIONS[axis]) == states
    assert all(targets <= states for targets in TRANSITIONS[axis].values())


@pytest.mark.parametrize("axis", Axis)
def test_no_state_steps_to_itself(axis: Axis) -> None:
    assert not [state for state, targets in TRANSITIONS[axis].items() if state in targets]


@pytest.mark.parametrize(("axis", "now", "target"), CASES)
def test_a_step_is_taken_or_refused_exactly_as_the_table_says(
    axis: Axis, now: str, target: str
) -> None:
    if can_step(axis, now, target):
        assert step(axis, now, target) == target
    else:
        with pytest.raises(TransitionError) as refusal:
            step(axis, now, target)
        assert refusal.value.values["now"] == now


def test_intake_has_exactly_three_outcomes() -> None:
    assert TRANSITIONS[Axis.FILING][FilingState.RECEIVED] == {
        FilingState.REGISTERED,
        FilingState.DEFERRED,
        FilingState.REFUSED,
    }


def test_a_document_that_was_not_registered_goes_nowhere() -> None:
    assert TRANSITIONS[Axis.MAKING][MakingState.NOT_REGISTERED] == frozenset()
