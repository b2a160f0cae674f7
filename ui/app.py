"""Decides between window and command line, and loads only the one that is wanted."""

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module

NO_DISPLAY = "没有可用的显示屏，改为在命令行演示全过程，文书写在 out/demo 目录。"
_DEMO = ["demo", "--out", "out/demo"]
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(argv: list[str]) -> int:
    """Run a command when there is one, else open the window, else show the demo without one."""
    if argv:
        return _run_command(argv)
    if has_display(sys.platform, os.environ):
        open_window: Callable[[], int] = import_module("ui.desktop").open_window
        return open_window()
    sys.stdout.write(f"{NO_DISPLAY}\n")
    return _run_command(_DEMO)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: Windows and macOS always, Linux with a display."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in _DISPLAYS)


def _run_command(argv: list[str]) -> int:
    # Loaded by name: a command must run where the libraries of the window are missing.
    run: Callable[[list[str]], int] = import_module("ui.command_line").run
    return run(argv)
