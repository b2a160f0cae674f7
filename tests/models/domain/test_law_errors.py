"""Every refusal of the law has its words, and the words ask only for facts it brings."""

import inspect
import tomllib
from string import Formatter

import pytest

from models.domain import law_errors
from models.errors import AppError
from resources import path_of

ERRORS = [
    error
    for _, error in inspect.getmembers(law_errors, inspect.isclass)
    if issubclass(error, AppError) and error.__module__ == law_errors.__name__
]
WORDS = tomllib.loads(path_of("messages", "law.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_a_refusal_has_words_that_its_facts_fill(error: type[AppError]) -> None:
    words = WORDS[error.code]
    asked = {name for _, name, _, _ in Formatter().parse(words["text"]) if name}
    assert asked <= set(error.facts)
    assert words["title"]


def test_no_two_refusals_share_a_code() -> None:
    assert len({error.code for error in ERRORS}) == len(ERRORS)


def test_no_words_are_left_over() -> None:
    codes = {code for code in WORDS if code.startswith("law.")}
    assert codes == {error.code for error in ERRORS}
