"""Honest files changed by lot: each is read or refused by a reader that knows why.

A hundred and fifty files in all; ``NORMDESK_MUTATIONS=3000`` tries that many, ``-s`` shows what
came of them. The lot is drawn from a seed, so that a failing file can be made again.
"""

import io
import os
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest

from review.errors import ReadingDiedError, ReadingError, ReadingTooSlowError
from review.isolation.limits import Limits
from tests.review.reading.hostile_files import HONEST, HostileFile, written
from tests.review.reading.hostile_trial import Bench
from tests.review.reading.raw_zip import package

_SEED = 20261125
_FILES = int(os.environ.get("NORMDESK_MUTATIONS", "150"))
_EACH = -(-_FILES // len(HONEST))
_PACKAGES = ("docx", "ofd", "xlsx")
_TELLING = b"\0 \xff < > { } 99999999999 -1 % \xff\xff\xff\x7f".split(b" ")


def changed(content: bytes, lot: Random) -> bytes:
    """Return the bytes changed: half of the files so gently that a reader gets far into them."""
    return changed_gently(content, lot) if lot.randrange(2) else changed_roughly(content, lot)


def changed_gently(content: bytes, lot: Random) -> bytes:
    """Change a few bytes into others of the same file, and a few figures; nothing moves."""
    found = bytearray(content)
    figures = [place for place, byte in enumerate(content) if byte in b"0123456789"]
    for _ in range(lot.randint(1, 4)):
        place, other = lot.randrange(len(found)), lot.randrange(len(found))
        length = lot.randint(1, min(8, len(found) - max(place, other)))
        found[place : place + length] = content[other : other + length]
    for place in lot.sample(figures, min(len(figures), lot.randint(0, 4))):
        found[place] = lot.choice(b"0123456789")
    return bytes(found)


def changed_roughly(content: bytes, lot: Random) -> bytes:
    """Cut, repeat, blank and overwrite."""
    found = bytearray(content)
    for _ in range(lot.randint(1, 20)):
        place = lot.randrange(len(found) + 1)
        length = lot.choice((1, 2, 4, 16, 200))
        match lot.randrange(5):
            case 0:
                found[place : place + length] = lot.randbytes(length)
            case 1:
                del found[place : place + length]
            case 2:
                found[place:place] = found[place : place + length] * lot.choice((1, 2, 50))
            case 3:
                found[place : place + length] = bytes(length)
            case _:
                found[place : place + 1] = lot.choice(_TELLING)
    return bytes(found)


def changed_inside(content: bytes, lot: Random) -> bytes:
    """Return a package of which one part is changed, so that it passes for a sound package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = lot.choice(sorted(parts))
    return package(*(parts | {chosen: changed(parts[chosen], lot)}).items())


def mutations(form: str) -> Iterator[bytes]:
    """Yield changed files of a format, the same ones in every run."""
    content = HONEST[form]()
    for number in range(_EACH):
        lot = Random(f"{_SEED}/{form}/{number}")  # noqa: S311 -- repeatable, not secret
        is_inside = form in _PACKAGES and number % 3
        yield changed_inside(content, lot) if is_inside else changed(content, lot)


@pytest.mark.parametrize("form", HONEST)
def test_a_file_changed_by_lot_is_read_or_refused_for_a_known_reason(
    tmp_path: Path, form: str
) -> None:
    bench, outcomes, unknown = Bench(may_convert=False), Counter[str](), []
    longest = peak = 0.0
    try:
        for number, content in enumerate(mutations(form)):
            # When a changed file is tried
            make = written(partial(bytes, content), f"变样.{form}")
            case = HostileFile(str(number), make, is_ledger=form == "xlsx")
            trial = bench.attempt(case, tmp_path)
            outcomes[trial.outcome if trial.refusal else "read"] += 1
            longest, peak = max(longest, trial.seconds), max(peak, trial.peak_megabytes)
            # Then no reader broke over it: that would be a refusal without its own reason
            if type(trial.refusal) in (ReadingError, ReadingDiedError, ReadingTooSlowError):
                unknown.append(number)
    finally:
        bench.close()
    sys.stdout.write(f"{form}: {longest:.2f} s, {peak:.0f} MB, {dict(outcomes)}\n")
    assert not unknown
    assert peak < Limits().memory_megabytes
