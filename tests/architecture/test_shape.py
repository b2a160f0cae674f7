"""What ARCHITECTURE.md claims and import contracts cannot see."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, Module, modules

EDGELESS_NAMES = re.compile(r"(^|_)(utils?|common|helpers?|managers?|misc)($|_)|^base_")
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx")
NETWORK_QT = ("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets")
FIRST_LINES = 20


def names(found: list[Module]) -> list[str]:
    """Return the names of modules, for a failure to show."""
    return [module.name for module in found]


def test_main_is_a_door_and_nothing_else() -> None:
    text = (ROOT / "main.py").read_text(encoding="utf-8")
    ours = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "ui"
    ]
    assert len(text.splitlines()) <= FIRST_LINES
    assert len(ours) == 1


def test_no_module_has_a_name_without_an_edge() -> None:
    assert names([one for one in modules() if EDGELESS_NAMES.search(one.path.stem)]) == []


def test_packages_hold_only_a_docstring_in_their_init() -> None:
    crowded = [
        one
        for one in modules("models", "review", "ui")
        if one.path.stem == "__init__" and len(one.tree.body) > 1
    ]
    assert names(crowded) == []


def test_threads_start_in_the_lanes_only() -> None:
    executors = [
        one
        for one in modules()
        if re.search(r"\b(ThreadPoolExecutor|QThreadPool|QThread|Thread)\(", one.text)
        and not one.name.startswith("ui.tasks")
    ]
    assert names(executors) == []


def test_nothing_opens_the_network() -> None:
    reaching = [
        one
        for one in modules()
        if any(
            name == part or name.startswith(f"{part}.")
            for name in one.imports()
            for part in (*NETWORK, *NETWORK_QT)
        )
    ]
    assert names(reaching) == []


def test_catching_everything_is_left_to_the_lanes_and_the_last_resort() -> None:
    catching = {
        one.name
        for one in modules()
        if re.search(r"except (Exception|BaseException)\b|except:", one.text)
    }
    # The child of the isolation is the border of a process: what fails there must still answer.
    borders = {"review.isolation.child"}
    assert catching <= borders | {"ui.tasks.runner", "ui.tasks.lane", "ui.command_line", "ui.log"}


def test_only_acts_and_migrations_change_the_tables() -> None:
    changing = [
        one
        for one in modules("models", "review", "ui")
        if re.search(r"\b[A-Z]\w+\.(insert|insert_many|update|delete|create|replace)\(", one.text)
        and any(name.startswith("models.tables") for name in one.imports())
        and not one.name.startswith(("models.acts", "models.migrations"))
    ]
    assert names(changing) == []


def test_no_page_fetches_what_it_should_be_handed() -> None:
    fetching = [
        one
        for one in modules("ui")
        if re.search(r"QApplication\.instance\(\)|processEvents\(|time\.sleep\(", one.text)
    ]
    assert names(fetching) == []


def test_view_models_know_no_widgets() -> None:
    widgets = [
        one
        for one in modules("ui")
        if one.path.stem == "view_model"
        and any(name.startswith("PySide6.QtWidgets") for name in one.imports())
    ]
    assert names(widgets) == []


def test_no_lambda_is_connected_to_a_signal() -> None:
    assert names([one for one in modules("ui") if ".connect(lambda" in one.text]) == []


def test_no_test_replaces_parts_of_the_program() -> None:
    tests = [
        path
        for path in (ROOT / "tests").rglob("*.py")
        if re.search(r"mock\.patch|unittest\.mock|import mock", path.read_text(encoding="utf-8"))
        and path.name != "test_shape.py"
    ]
    assert tests == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", "Makefile", ".ci/run"])
def test_set_up_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"https?://|file:/|--(?:extra-)?index|--find", text) == []


def test_every_locked_package_has_its_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = [block for block in re.split(r"\n(?=\S)", lock) if "==" in block]
    assert packages
    assert [block.splitlines()[0] for block in packages if "--hash=sha256:" not in block] == []


def test_qt_stays_below_the_version_that_aborts_on_python_3_11() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (locked,) = re.findall(r"^pyside6==6\.(\d+)", lock, re.MULTILINE)
    assert int(locked) < 12
    assert "PySide6>=6.8,<6.12" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
