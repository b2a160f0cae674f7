"""Every term a person can meet has a Chinese name."""

import importlib
import inspect
import pkgutil
import re
from enum import StrEnum

import pytest

import models
import review
from resources.terms import name_of


def vocabularies() -> list[type[StrEnum]]:
    """Find every closed list of words in models and review."""
    found = set()
    for package in (models, review):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            members = vars(importlib.import_module(module.name)).values()
            found |= {
                one
                for one in members
                if inspect.isclass(one) and issubclass(one, StrEnum) and one is not StrEnum
            }
    return sorted(found, key=lambda one: (one.__module__, one.__name__))


MODELS_VOCABULARIES = [one for one in vocabularies() if one.__module__.startswith("models.")]


@pytest.mark.parametrize("vocabulary", MODELS_VOCABULARIES, ids=lambda one: one.__name__)
def test_every_term_of_the_register_has_a_chinese_name(vocabulary: type[StrEnum]) -> None:
    for term in vocabulary:
        assert re.search("[\u4e00-\u9fff]", name_of(term)), term
