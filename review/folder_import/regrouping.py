"""Groups as a person wants them: joined, split, another main text."""

from collections.abc import Sequence
from dataclasses import replace

from review.folder_import.decisions import Decision, DecisionKind
from review.folder_import.groups import Group, Member, Part, group_around


def regrouped(groups: Sequence[Group], steps: Sequence[Decision]) -> tuple[Group, ...]:
    """Take the steps one after the other; a step whose papers are gone is passed over."""
    now = list(groups)
    for step in steps:
        now = _STEPS[step.kind](now, step.file, step.target)
    return tuple(sorted(now, key=lambda group: group.number))


def _join(groups: list[Group], number: int, target: int) -> list[Group]:
    """Put a group, or one paper of another group, into the group of the target."""
    home, goal = _group_with(groups, number), _group_with(groups, target)
    if home is None or goal is None or home is goal:
        return groups
    moving = list(home.members) if home.number == number else [_member(home, number)]
    left = [member for member in home.members if member not in moving]
    joined = group_around(
        goal.main, [(one.paper, one.part) for one in (*goal.members[1:], *moving)]
    )
    return [*_without(groups, home, goal), joined, *_remaining(left)]


def _split(groups: list[Group], number: int, _target: int) -> list[Group]:
    """Let one paper stand alone; from now on it counts as a document of its own."""
    home = _group_with(groups, number)
    if home is None or len(home.members) == 1:
        return groups
    left = [member for member in home.members if member.paper.number != number]
    alone = Group((Member(_member(home, number).paper, Part.MAIN),), is_by_hand=True)
    return [*_without(groups, home), alone, *_remaining(left)]


def _choose_main(groups: list[Group], number: int, _target: int) -> list[Group]:
    """Make a paper the main text of its group; one that stands alone becomes a document."""
    home = _group_with(groups, number)
    if home is None:
        return groups
    others = [(one.paper, one.part) for one in home.members if one.paper.number != number]
    return [*_without(groups, home), group_around(_member(home, number).paper, others)]


_STEPS = {
    DecisionKind.JOINED: _join,
    DecisionKind.SPLIT: _split,
    DecisionKind.MAIN: _choose_main,
}


def _remaining(left: Sequence[Member]) -> list[Group]:
    if not left:
        return []
    first = replace(left[0], part=Part.MAIN)
    return [Group((first, *left[1:]), is_by_hand=True)]


def _without(groups: list[Group], *gone: Group) -> list[Group]:
    return [group for group in groups if not any(group is one for one in gone)]


def _group_with(groups: Sequence[Group], number: int) -> Group | None:
    return next((group for group in groups if number in group.numbers()), None)


def _member(group: Group, number: int) -> Member:
    return next(one for one in group.members if one.paper.number == number)
