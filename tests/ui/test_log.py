"""A bug is written to the log and said at the foot of the window; the data are told safe."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.desktop import tell_unexpected
from ui.log import keep_log
from ui.window import Window


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Return a log that is taken away afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    file = tmp_path / "logs" / "normdesk.log"
    keep_log(file)
    yield file
    for handler in set(root.handlers) - set(before):
        handler.close()
        root.removeHandler(handler)
    root.setLevel(level)


def test_a_bug_is_logged_and_told_in_words(window: Window, log: Path) -> None:
    tell_unexpected(window, ZeroDivisionError, ZeroDivisionError("the bug"), None)

    assert "ZeroDivisionError: the bug" in log.read_text(encoding="utf-8")
    assert "您的数据没有改变" in window.bottom.text.text()


def test_a_log_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    keep_log(tmp_path / "file" / "normdesk.log")
