"""Work leaves the window, its answer comes back; nothing answers a page that is gone."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from models.errors import AppError, RuleError
from ui.tasks.runner import Runner
from ui.tasks.ticket import Progress, Ticket


class Listener(QObject):
    """A page that writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[AppError] = []
        self.progress: list[Progress] = []
        self.threads: set[QThread] = set()

    def done(self, answer: object) -> None:
        """Take an answer."""
        self.answers.append(answer)
        self.threads.add(QThread.currentThread())

    def failed(self, error: AppError) -> None:
        """Take an error."""
        self.errors.append(error)

    def progressed(self, progress: Progress) -> None:
        """Take news of long work."""
        self.progress.append(progress)


@pytest.fixture
def listener() -> Listener:
    """Return a page that writes down what it is told."""
    return Listener()


def test_no_answer_of_five_hundred_is_lost(runner: Runner, listener: Listener) -> None:
    for number in range(500):
        runner.store.run(abs, -number, owner=listener, done=listener.done)

    assert runner.wait_until_idle()
    assert listener.answers == list(range(500))


def test_answers_arrive_in_the_thread_of_the_window(runner: Runner, listener: Listener) -> None:
    runner.paper.run(threading.get_ident, owner=listener, done=listener.done)

    assert runner.wait_until_idle()
    assert listener.threads == {listener.thread()}
    assert listener.answers != [threading.get_ident()]


def test_work_on_the_register_is_done_by_one_thread(runner: Runner, listener: Listener) -> None:
    for _ in range(50):
        runner.store.run(threading.get_ident, owner=listener, done=listener.done)

    assert runner.wait_until_idle()
    assert len(set(listener.answers)) == 1


def test_a_refusal_reaches_the_page_as_it_is(runner: Runner, listener: Listener) -> None:
    def refuse() -> None:
        raise RuleError

    runner.store.run(refuse, owner=listener, done=listener.done, failed=listener.failed)

    assert runner.wait_until_idle()
    assert isinstance(listener.errors[0], RuleError)


def test_a_bug_becomes_an_unexpected_error_and_is_logged(
    runner: Runner, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down() -> None:
        raise ZeroDivisionError

    runner.store.run(break_down, owner=listener, done=listener.done, failed=listener.failed)

    assert runner.wait_until_idle()
    assert [error.code for error in listener.errors] == ["app.unexpected"]
    assert "ZeroDivisionError" in caplog.text


def test_an_answer_for_a_page_that_is_gone_is_dropped(runner: Runner, qtbot: QtBot) -> None:
    heard: list[int] = []
    gate = threading.Event()
    page = QObject()

    def wait() -> int:
        gate.wait(5)
        return 1

    runner.store.run(wait, owner=page, done=heard.append)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gate.set()

    assert runner.wait_until_idle()
    assert heard == []


def test_waiting_work_keeps_no_page_alive(runner: Runner) -> None:
    gate = threading.Event()
    page = Listener()
    heard = page.answers

    runner.store.run(gate.wait, 5, owner=page, done=page.done)
    del page
    gc.collect()
    gate.set()

    assert runner.wait_until_idle()
    assert heard == []


def test_cancelled_work_stops_at_its_next_report_and_answers_nobody(
    runner: Runner, listener: Listener
) -> None:
    reported = threading.Event()
    cancelled = threading.Event()
    steps: list[int] = []

    def long_work(ticket: Ticket) -> str:
        for step in range(1, 101):
            steps.append(step)
            ticket.report("读取文件", step, 100)
            reported.set()
            cancelled.wait(5)
        return "finished"

    ticket = runner.paper.run_long(long_work, owner=listener, done=listener.done)
    assert reported.wait(5)
    ticket.cancel()
    cancelled.set()

    assert runner.wait_until_idle()
    assert listener.answers == []
    assert steps == [1, 2]


def test_work_cancelled_before_its_turn_never_starts(runner: Runner, listener: Listener) -> None:
    gate = threading.Event()
    started: list[int] = []
    runner.store.run(gate.wait, 5, owner=listener, done=listener.done)
    ticket = runner.store.run(started.append, 1, owner=listener, done=listener.done)

    ticket.cancel()
    gate.set()

    assert runner.wait_until_idle()
    assert started == []


def test_long_work_says_how_far_it_has_come(runner: Runner, listener: Listener) -> None:
    def long_work(ticket: Ticket) -> int:
        ticket.report("读取文件", 4, 4)
        return 4

    runner.paper.run_long(
        long_work, owner=listener, done=listener.done, progress=listener.progressed
    )

    assert runner.wait_until_idle()
    assert (listener.progress[0].what, listener.progress[0].done) == ("读取文件", 4)
    assert listener.progress[0].seconds_left == 0


def test_closing_stops_long_work(runner: Runner, listener: Listener) -> None:
    started = threading.Event()

    def endless(ticket: Ticket) -> None:
        step = 0
        while True:
            step += 1
            ticket.report("读取文件", step, step + 1)
            started.set()

    runner.paper.run_long(endless, owner=listener, done=listener.done)
    assert started.wait(5)

    runner.close()

    assert runner.wait_until_idle()
    assert listener.answers == []


def test_what_is_asked_for_after_closing_is_not_begun(runner: Runner, listener: Listener) -> None:
    started: list[int] = []
    runner.close()

    ticket = runner.store.run(started.append, 1, owner=listener, done=listener.done)

    assert ticket.is_cancelled
    assert runner.is_idle()
    assert (started, listener.answers) == ([], [])
