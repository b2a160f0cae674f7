"""Every value of an enumeration the register keeps has its row in the glossary."""

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum
from pathlib import Path

import pytest

import models.domain
import models.settings

GLOSSARY = Path(__file__).parents[2] / "docs" / "GLOSSARY.md"
ROW = re.compile(r"^\| (?P<chinese>[^|]+) \| (?P<identifiers>`[^|]+`) \|", re.MULTILINE)


def kept_enumerations() -> list[type[StrEnum]]:
    """The enumerations of the pure rules and of the settings."""
    names = [module.name for module in pkgutil.iter_modules(models.domain.__path__)]
    modules = [importlib.import_module(f"models.domain.{name}") for name in sorted(names)]
    found = {
        member
        for module in [*modules, models.settings]
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, StrEnum) and member is not StrEnum
    }
    return sorted(found, key=lambda enumeration: enumeration.__name__)


def glossary_identifiers() -> set[str]:
    rows = ROW.finditer(GLOSSARY.read_text(encoding="utf-8"))
    return {name for row in rows for name in re.findall(r"`(\w+)`", row["identifiers"])}


@pytest.mark.parametrize("enumeration", kept_enumerations(), ids=lambda found: found.__name__)
def test_every_value_stands_in_the_glossary(enumeration: type[StrEnum]) -> None:
    assert {value.value for value in enumeration} - glossary_identifiers() == set()


def test_every_row_gives_a_chinese_term() -> None:
    rows = list(ROW.finditer(GLOSSARY.read_text(encoding="utf-8")))

    assert len(rows) > 150
    assert [row[0] for row in rows if not re.search(r"[\u4e00-\u9fff]", row["chinese"])] == []
