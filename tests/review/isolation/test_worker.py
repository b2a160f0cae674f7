"""Whatever a task does in the child, the parent goes on and says in one sentence what happened."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import psutil
import pytest

from review.errors import (
    BrokenFileError,
    ReadingCancelledError,
    ReadingDiedError,
    ReadingError,
    ReadingMemoryError,
    ReadingTooSlowError,
)
from review.isolation.limits import MEGABYTE, Limits
from review.isolation.pool import IsolatedPool, Task
from review.isolation.worker import IsolatedWorker
from tests.review.isolation import tasks
from ui.feedback.catalogue import words_of


@pytest.fixture(scope="module")
def worker() -> Iterator[IsolatedWorker]:
    """Return one worker for all tests of this file: dying is what it is for."""
    with IsolatedWorker(Limits(seconds=4)) as shared:
        yield shared


def test_a_task_is_done_in_another_process(worker: IsolatedWorker, tmp_path: Path) -> None:
    file = tmp_path / "通知.txt"
    file.write_bytes(b"12345")

    assert worker.run(tasks.length_of, file) == 5
    assert worker.run(tasks.process_id) != os.getpid()


def test_one_child_serves_many_tasks(worker: IsolatedWorker) -> None:
    assert len({worker.run(tasks.process_id) for _ in range(20)}) == 1


def test_a_text_of_ten_megabytes_comes_through(worker: IsolatedWorker) -> None:
    characters = 10 * MEGABYTE // 3

    assert worker.run(tasks.text_of, characters) == "云" * characters


def test_a_refusal_of_the_readers_arrives_as_it_was_raised(worker: IsolatedWorker) -> None:
    with pytest.raises(BrokenFileError) as caught:
        worker.run(tasks.refuse, "甲.docx")

    assert caught.value.values == {"file_name": "甲.docx"}


ENDINGS: list[tuple[Callable[[], object], type[ReadingError]]] = [
    (tasks.fail, ReadingError),
    (tasks.never_end, ReadingTooSlowError),
    (tasks.fill_memory, ReadingMemoryError),
    (tasks.take_gigabytes, ReadingMemoryError),
    (tasks.abort, ReadingDiedError),
    (tasks.read_address_zero, ReadingDiedError),
    (tasks.leave, ReadingDiedError),
    (tasks.connect, ReadingError),
    (tasks.start_program, ReadingError),
    (tasks.deadly_answer, ReadingDiedError),
]


@pytest.mark.parametrize(("task", "refusal"), ENDINGS, ids=lambda one: one.__name__)
def test_a_task_that_goes_wrong_is_told_and_the_next_one_is_done(
    worker: IsolatedWorker, task: Callable[[], object], refusal: type[ReadingError]
) -> None:
    # Given a worker that is up
    worker.run(tasks.process_id)
    began = monotonic()
    # When a task in it goes wrong
    with pytest.raises(ReadingError) as caught:
        worker.run(task, file_name="甲.docx")
    # Then one sentence says so, within the time allowed and the memory, and the next is done
    assert type(caught.value) is refusal
    assert words_of(caught.value).text.startswith("文件“甲.docx”")
    assert monotonic() - began < worker.limits.seconds + 1
    assert worker.usage.peak_bytes <= worker.limits.memory_bytes + 30 * MEGABYTE
    assert worker.run(tasks.process_id) != os.getpid()


def test_a_child_that_was_killed_while_it_waited_is_replaced(worker: IsolatedWorker) -> None:
    child = worker.run(tasks.process_id)
    psutil.Process(child).send_signal(signal.SIGTERM)
    psutil.wait_procs([psutil.Process(child)], timeout=5)

    assert worker.run(tasks.process_id) != child


def test_cancelling_ends_the_task_at_once(worker: IsolatedWorker) -> None:
    worker.run(tasks.process_id)
    began = monotonic()

    with pytest.raises(ReadingCancelledError):
        worker.run(tasks.never_end, cancelled=lambda: monotonic() - began > 0.1)

    assert monotonic() - began < 1


def test_a_child_sees_no_variable_of_the_parent(
    worker: IsolatedWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NORMDESK_DATABASE_PASSWORD", "geheim")
    worker.close()

    assert worker.run(tasks.variables) <= {"LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"}


def test_only_the_file_of_the_task_is_read_and_nothing_is_written(
    worker: IsolatedWorker, tmp_path: Path
) -> None:
    # Given a file of the task and one beside it
    mine, other = tmp_path / "甲.txt", tmp_path / "乙.txt"
    mine.write_bytes(b"mine")
    other.write_bytes(b"other")
    # When tasks reach for the other one, or write into their own, then they are refused
    with pytest.raises(ReadingError):
        worker.run(tasks.read_elsewhere, str(other))
    with pytest.raises(ReadingError):
        worker.run(tasks.write_to, mine)
    # And both files are what they were
    assert (mine.read_bytes(), other.read_bytes()) == (b"mine", b"other")


def test_a_child_is_replaced_after_so_many_tasks() -> None:
    with IsolatedWorker(Limits(tasks_per_child=2)) as worker:
        children = [worker.run(tasks.process_id) for _ in range(5)]

    assert len(set(children)) == 3
    assert not any(psutil.pid_exists(child) for child in children)


def test_a_pool_answers_every_task_once_though_some_of_them_kill_their_child() -> None:
    # Given many tasks of which every fifth is deadly
    work = [Task(f"{number}", (number,)) for number in range(20)]
    # When two children do them
    with IsolatedPool(2, Limits(seconds=2)) as pool:
        finished = list(pool.run_all(tasks.square_or_die, work))
    # Then each is answered, the deadly ones with a refusal that names them
    values = {each.task.file_name: each.value for each in finished if each.error is None}
    refused = [each for each in finished if each.error is not None]
    assert values == {str(number): number**2 for number in range(20) if number % 5}
    assert sorted(each.task.file_name for each in refused) == ["0", "10", "15", "5"]
    assert all(isinstance(each.error, ReadingDiedError) for each in refused)
    assert len(finished) == 20


def test_a_pool_that_is_cancelled_leaves_no_child() -> None:
    before = {child.pid for child in psutil.Process().children()}
    endless = [Task("甲", ())] * 4
    stop = iter([False, False, False])
    with IsolatedPool(2) as pool:
        finished = list(pool.run_all(tasks.never_end, endless, lambda: next(stop, True)))

    assert finished == []
    names = [child.name() for child in psutil.Process().children() if child.pid not in before]
    assert len(names) <= 1, "only the tracker that multiprocessing keeps may have been added"
