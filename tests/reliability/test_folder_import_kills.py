"""A folder import that is cancelled and killed reads every file once, and loses none."""

import os
import sys
from collections import Counter
from functools import partial
from operator import le
from pathlib import Path

import pytest

from models.register import Register
from review.folder_import.batch import Batch, Handling, begin_batch
from tests.reliability.folder_programs import Watched, import_until, interrupt, kill, lines_of
from tests.review.folder_import.office_folder import (
    SHARED,
    Made,
    fictional_text,
    make_folder,
    real_texts,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows knows no signal that interrupts"
)
WHOLE_OFFICE = "NORMDESK_WHOLE_OFFICE"
MEGABYTE = 1024 * 1024


def cancelled_and_killed(register: Register, made: Made, cancels: int, kills: int) -> Watched:
    """Import a folder, cancelled and killed so many times on the way; return what was seen."""
    batch = begin_batch(register.folder, "xu", [made.folder], Handling.BY_YEAR)
    seen, stops = Watched(), cancels + kills
    for number in range(stops):
        goal = made.files * (number + 1) // (stops + 1)
        end = interrupt() if number < cancels else kill()
        import_until(register.folder, batch, partial(le, goal), end, seen)
    import_until(register.folder, batch, lambda _read: False, kill(), seen)
    check_whole(batch, made)
    return seen


def check_whole(batch: Batch, made: Made) -> None:
    """Say that no file was lost and none was read twice."""
    counts = Counter(lines_of(batch))
    assert len(batch.found()) == made.files
    assert set(counts) == set(range(1, made.files + 1))
    assert set(counts.values()) == {1}
    texts = {record.sha256 for record in batch.records().values() if record.digest}
    assert all(batch.text(sha256) is not None for sha256 in texts)


def test_a_small_office_is_read_whole_though_cancelled_and_killed(
    sqlite_register: Register, tmp_path: Path
) -> None:
    texts = (fictional_text(number) for number in range(24))
    made = make_folder(tmp_path / "文件", texts)

    seen = cancelled_and_killed(sqlite_register, made, cancels=1, kills=2)

    assert seen.codes[0] == 1
    assert seen.codes[-1] == 0


@pytest.mark.skipif(WHOLE_OFFICE not in os.environ, reason=f"{WHOLE_OFFICE} asks for it")
@pytest.mark.skipif(not SHARED.exists(), reason="the real documents are not here")
def test_a_whole_office_is_read_though_cancelled_and_killed(
    sqlite_register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = make_folder(tmp_path / "文件", real_texts(int(os.environ[WHOLE_OFFICE])))

    seen = cancelled_and_killed(sqlite_register, made, cancels=1, kills=1)

    with capsys.disabled():
        rate = made.files / seen.seconds * 60
        sys.stdout.write(
            f"\n{made.files} files, {seen.seconds:.0f} s, {rate:.0f} files a minute, "
            f"{seen.processes} children, parent {seen.parent_bytes / MEGABYTE:.0f} MB, "
            f"child {seen.child_bytes / MEGABYTE:.0f} MB\n"
        )
    assert seen.processes == 2
