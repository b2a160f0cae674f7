"""Clerks work on one register, their programs are killed again and again."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from tests.reliability.desk_programs import Bodies, Share
from tests.reliability.programs import Program, Said, next_word_of, running

_SHARE_OF_OPENINGS = 0.2
_SHARE_OF_MOMENTS = 0.5
_MOST_WORDS = 30
_PATIENCE_SECONDS = 60
_LONGEST_SECONDS = 0.04


def moments_of(name: str) -> Random:
    """Return the moments of a test: random, and the same in every run."""
    return Random(name)  # noqa: S311 - moments, not secrets


@dataclass(frozen=True)
class Desks:
    """So many clerks who run the same program on one register."""

    program: Callable[..., None]
    folder: Path
    bodies: Bodies
    clerks: int


@dataclass
class Killing:
    """All that was said until now, and how many kills hit an act that had begun."""

    desks: Desks
    moments: Random
    words: list[Said] = field(default_factory=list)
    kills: int = 0
    hits: int = 0

    def __post_init__(self) -> None:
        clerks = self.desks.clerks
        self._shares = [Share(first, clerks) for first in range(1, clerks + 1)]

    @property
    def begun(self) -> set[str]:
        """Return the operations that were begun, answered or not."""
        return {said.op_id for said in self.words}

    def kill_all(self) -> None:
        """Let the clerks work from where they were stopped, and kill all their programs."""
        desks = self.desks
        with ExitStack() as stack:
            programs = [
                stack.enter_context(running(desks.program, desks.folder, desks.bodies, share))
                for share in self._shares
            ]
            heard = _listen_and_kill(programs, self.moments)
        self.kills += len(programs)
        self.hits += sum(bool(words) and words[-1].answer is None for words in heard)
        self.words += [said for words in heard for said in words]
        self._shares = [
            _rest_of(share, words) for share, words in zip(self._shares, heard, strict=True)
        ]


def _listen_and_kill(programs: list[Program], moments: Random) -> list[list[Said]]:
    """Kill all at once: while they open the register, at a word, or at a moment of the clock."""
    heard: list[list[Said]] = [[] for _ in programs]
    is_opening = moments.random() < _SHARE_OF_OPENINGS
    for _ in range(0 if is_opening else moments.randint(1, _MOST_WORDS)):
        spoken = next_word_of(programs, _PATIENCE_SECONDS)
        assert spoken is not None
        heard[spoken[0]].append(spoken[1])
    if is_opening or moments.random() < _SHARE_OF_MOMENTS:
        end = time.monotonic() + moments.uniform(0, _LONGEST_SECONDS)
        while (spoken := next_word_of(programs, end - time.monotonic())) is not None:
            heard[spoken[0]].append(spoken[1])
    for program in programs:
        program.process.kill()
    return [words + list(program.kill()) for words, program in zip(heard, programs, strict=True)]


def _rest_of(share: Share, words: list[Said]) -> Share:
    """Begin at the document that was worked on last: its orders are sent again."""
    return replace(share, first=max((said.place for said in words), default=share.first))
