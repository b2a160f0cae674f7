"""ARCHITECTURE.md and the program say the same."""

import re
import tomllib

from tests.architecture.source import PACKAGES, ROOT

DOCUMENT = ROOT / "docs" / "ARCHITECTURE.md"
LONGEST_LINES = 220


def text() -> str:
    """Return the document."""
    return DOCUMENT.read_text(encoding="utf-8")


def contracts() -> set[str]:
    """Return the names of the import contracts."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def test_the_document_is_short_enough_to_be_read() -> None:
    assert len(text().splitlines()) <= LONGEST_LINES


def test_every_invariant_names_its_guard_and_every_guard_exists() -> None:
    invariants = re.findall(r"> \*\*Invariant\.\*\*.*?(?=\n\n|\Z)", text(), re.DOTALL)
    assert len(invariants) >= 8
    for invariant in invariants:
        guards = re.findall(r"Guard: (contract|test) `([^`]+)`", invariant)
        assert guards, invariant
        for kind, name in guards:
            assert name in contracts() if kind == "contract" else _has_test(name), name


def _has_test(name: str) -> bool:
    path, _, function = name.partition("::")
    file = ROOT / path
    return file.exists() and f"def {function}(" in file.read_text(encoding="utf-8")


def test_the_code_map_names_every_package_and_nothing_that_is_gone() -> None:
    named = set(re.findall(r"`((?:models|review|ui|resources)/[\w/]*)`", text()))
    packages = {
        f"{path.relative_to(ROOT)}/"
        for package in PACKAGES
        for path in (ROOT / package).iterdir()
        if path.is_dir() and (path / "__init__.py").exists() and package != "resources"
    }
    assert packages <= named
    assert [name for name in named if not (ROOT / name).exists()] == []
