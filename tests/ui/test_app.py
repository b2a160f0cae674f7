"""The door: window where there is a display, command line where there is none."""

import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import NO_DISPLAY, has_display

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("win32", {}, True),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {}, False),
    ],
)
def test_a_window_is_shown_where_it_can_be(
    platform: str,
    environment: dict[str, str],
    expected: bool,  # noqa: FBT001 -- a table of cases
) -> None:
    assert has_display(platform, environment) is expected


def test_the_door_loads_no_qt_for_a_command() -> None:
    assert not _loads_qt("ui.feedback.catalogue")


def test_the_sentence_about_the_display_is_plain() -> None:
    assert NO_DISPLAY.endswith("。")


def _loads_qt(module: str) -> bool:
    program = f"import sys, {module}; sys.exit(any(n.startswith('PySide6') for n in sys.modules))"
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode != 0
