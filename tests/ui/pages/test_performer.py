"""An act asked for in the window happens once, whatever happens to the answer."""

from collections.abc import Callable

import pytest

from models.acts.performing import NotCommittedError, Order
from models.acts.refusals import FieldEmptyError
from models.errors import AppError
from tests.models.office import CLERK
from ui.desk import Desk
from ui.parts.performer import Performer

SitDown = Callable[[str], Desk]


class Counter:
    """Stands in for the register: remembers the orders and fails when told."""

    def __init__(self) -> None:
        self.orders: list[str] = []
        self.fault: AppError | None = None

    def count(self, order: Order, step: int) -> int:
        """Count, or fail."""
        self.orders.append(order.op_id)
        if self.fault is not None:
            raise self.fault
        return step


@pytest.fixture
def performer(sit_down: SitDown) -> Performer:
    """Return a performer at the clerk's desk."""
    desk = sit_down(CLERK)
    made = Performer(desk, desk.changes)
    made.setProperty("desk", desk)
    return made


def _ask(performer: Performer, counter: Counter, step: int = 1) -> list[object]:
    heard: list[object] = []
    performer.perform(counter.count, step, done=heard.append, failed=heard.append)
    desk: Desk = performer.property("desk")
    assert desk.runner.wait_until_idle()
    return heard


def test_after_an_uncertain_failure_the_same_order_is_repeated(performer: Performer) -> None:
    # Given an act of which nobody knows whether it was committed
    counter = Counter()
    counter.fault = NotCommittedError(act="accept_filing", detail="disk")
    assert isinstance(_ask(performer, counter)[0], NotCommittedError)
    # When the person presses again
    counter.fault = None
    assert _ask(performer, counter) == [1]
    # Then the register is asked under the same operation id
    assert len(set(counter.orders)) == 1


def test_after_a_refusal_a_new_order_is_given(performer: Performer) -> None:
    counter = Counter()
    counter.fault = FieldEmptyError(field="reason")
    _ask(performer, counter)
    counter.fault = None
    _ask(performer, counter)

    assert len(set(counter.orders)) == 2


def test_another_request_after_a_failure_has_its_own_order(performer: Performer) -> None:
    counter = Counter()
    counter.fault = NotCommittedError(act="accept_filing", detail="disk")
    _ask(performer, counter, step=1)
    counter.fault = None
    _ask(performer, counter, step=2)

    assert len(set(counter.orders)) == 2


def test_while_an_act_is_under_way_a_second_press_does_nothing(performer: Performer) -> None:
    counter = Counter()
    heard: list[object] = []

    performer.perform(counter.count, 1, done=heard.append, failed=heard.append)
    performer.perform(counter.count, 1, done=heard.append, failed=heard.append)
    desk: Desk = performer.property("desk")
    desk.runner.wait_until_idle()

    assert (heard, len(counter.orders)) == ([1], 1)
