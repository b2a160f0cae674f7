"""The child that reads files is there before the first file, and gone with the window."""

from review.reading.reader import READER
from ui.tasks.reading_child import end, warm_up


def test_the_child_is_started_once_and_ended_with_the_window() -> None:
    # Given a window that has just opened
    warm_up()
    assert READER.is_running
    # When a second page asks for the child, it is the same one
    warm_up()
    assert READER.is_running
    # And when the window closes the child is gone
    end()
    assert not READER.is_running
