"""Every error has words, the words fit its facts, and they read as a person would write them."""

import pkgutil
import re
import string
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import models
import review
import ui
from models.errors import AppError, RuleError
from ui.feedback.catalogue import (
    DuplicateWordsError,
    Message,
    catalogue,
    merged,
    spoken,
    words_of,
)

# Remarks about a file and names of parts of a number stand here too, but refuse nothing.
NO_ERRORS = ("note.", "number_field.")

# The words of the command line name commands and options as they must be typed.
COMMAND_LINE = "command."


def _all_errors() -> list[type[AppError]]:
    for package in (models, review, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    found: list[type[AppError]] = []
    waiting: list[type[AppError]] = [AppError]
    while waiting:
        kind = waiting.pop()
        if kind.__module__.split(".")[0] in {"models", "review", "ui"}:
            found.append(kind)
        waiting.extend(kind.__subclasses__())
    return sorted(found, key=lambda kind: kind.__qualname__)


def _placeholders(message: Message) -> set[str]:
    parts = [*string.Formatter().parse(message.title), *string.Formatter().parse(message.text)]
    return {name for _, name, _, _ in parts if name}


@pytest.mark.parametrize("kind", _all_errors(), ids=lambda kind: kind.__name__)
def test_every_error_has_words_that_its_facts_fill(kind: type[AppError]) -> None:
    assert kind.code in catalogue(), f"resources/messages says nothing about {kind.code}"
    assert _placeholders(catalogue()[kind.code]) <= set(kind.facts)


def test_no_two_errors_share_a_code() -> None:
    codes = [kind.code for kind in _all_errors()]

    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_no_words_stand_for_an_error_that_does_not_exist() -> None:
    known = {kind.code for kind in _all_errors()}
    errors = {code for code in catalogue() if not code.startswith(NO_ERRORS)}

    assert errors - known == set()


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_words_are_plain_chinese(code: str) -> None:
    message = catalogue()[code]
    words = re.sub(r"\{[^}]*\}", "", message.title + message.text)

    assert not re.search(r"[!！]|错误[：:]", words)
    assert message.text.endswith(("。", "}"))
    if not code.startswith(COMMAND_LINE):
        assert set(re.findall(r"[A-Za-z]{2,}", words)) <= ALLOWED_LETTERS


# Names of formats, programs, commands and keys that people meet in these letters, no others.
ALLOWED_LETTERS = {
    "Word", "PDF", "WPS", "SQLite", "PostgreSQL", "TOML", "docx", "pdf", "txt", "doc", "wps",
    "toml", "Excel", "xlsx", "UTF", "MB", "init", "list", "settings", "source", "postgresql",
}  # fmt: skip


class NumberTakenError(RuleError):
    """An error of this test."""

    code = "machine.fault"
    facts = ("day", "file", "bodies")


def test_facts_are_spoken_as_people_write_them(tmp_path: Path) -> None:
    error = NumberTakenError(
        day=date(2026, 3, 2), file=Path("/a/决定.docx"), bodies=["甲局", "乙局"]
    )
    words = merged([_file(tmp_path, "a", '["x"]\ntitle="t"\ntext="{day} {file} {bodies}"')])["x"]

    from_catalogue = words.text.format(
        **{name: spoken(value) for name, value in error.values.items()}
    )

    assert from_catalogue == "2026-03-02 决定.docx 甲局、乙局"


def test_an_error_without_words_of_its_own_is_unexpected() -> None:
    class NewError(AppError):
        code = "new.one"

    assert words_of(NewError()) == words_of(AppError())


def test_a_code_in_two_files_is_refused(tmp_path: Path) -> None:
    line = '["x"]\ntitle="t"\ntext="t。"'
    files = [_file(tmp_path, "a", line), _file(tmp_path, "b", line)]

    with pytest.raises(DuplicateWordsError, match=r"x again in b\.toml"):
        merged(files)


def _file(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file
