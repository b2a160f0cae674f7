"""Clerks work on one register, their programs are killed again and again."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from tests.reliability.desk_programs import Share
from tests.reliability.programs import Program, Said, running

_SHARE_OF_OPENINGS = 0.2
_MOST_WORDS = 16
_LONGEST_SECONDS = 0.04


@dataclass
class Killing:
    """What came of it: all that was said, and how many kills hit an act that had begun."""

    words: list[Said] = field(default_factory=list)
    kills: int = 0
    hits: int = 0

    @property
    def begun(self) -> set[str]:
        """Return the operations that were begun, answered or not."""
        return {said.op_id for said in self.words}


def moments_of(name: str) -> Random:
    """Return the moments of a test: random, and the same in every run."""
    return Random(name)  # noqa: S311 - moments, not secrets


@dataclass(frozen=True)
class Desks:
    """So many clerks who run the same program on one register."""

    program: Callable[..., None]
    folder: Path
    body_id: int
    clerks: int


def kill_again_and_again(desks: Desks, kills: int, moments: Random) -> Killing:
    """Let clerks work from where they were stopped, and kill their programs at random moments."""
    killing = Killing()
    shares = [Share(first, desks.clerks) for first in range(1, desks.clerks + 1)]
    while killing.kills < kills:
        with ExitStack() as stack:
            programs = [
                stack.enter_context(running(desks.program, desks.folder, desks.body_id, share))
                for share in shares
            ]
            heard = _listen_and_kill(programs, moments)
        killing.kills += desks.clerks
        killing.hits += sum(bool(words) and words[-1].answer is None for words in heard)
        killing.words += [said for words in heard for said in words]
        shares = [_rest_of(share, words) for share, words in zip(shares, heard, strict=True)]
    return killing


def _listen_and_kill(programs: list[Program], moments: Random) -> list[list[Said]]:
    """Kill all at once, while one opens the register, at a word, or at a moment of the clock."""
    first, *others = programs
    heard: list[Said] = []
    is_opening = moments.random() < _SHARE_OF_OPENINGS
    for _ in range(0 if is_opening else moments.randint(1, _MOST_WORDS)):
        said = first.next_word()
        heard += [said] if said else []
    heard += first.words_within(moments.uniform(0, _LONGEST_SECONDS))
    for program in programs:
        program.process.kill()
    return [heard + list(first.kill()), *(list(program.kill()) for program in others)]


def _rest_of(share: Share, words: list[Said]) -> Share:
    """Begin at the document that was worked on last: its orders are sent again."""
    return replace(share, first=max((said.place for said in words), default=share.first))
