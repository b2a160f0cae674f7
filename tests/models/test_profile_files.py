"""A profile file of an office is completed from the baseline, or refused by file and key."""

from pathlib import Path

import pytest

from models.domain.calendar import Term, TermUnit
from models.domain.law_errors import (
    DataFileSyntaxError,
    DataFileUnreadableError,
    ProfileKeyMissingError,
    ProfileKeyUnknownError,
    ProfileValueError,
)
from models.profiles import load_profile_file

HEAD = """
id = "yunxi"
name = "云溪县"
version = "1"
extends = "national"
as_of_date = 2026-03-02
note = "样例"
"""
SCHEME = """
[[number_schemes]]
id = "yunxi.unified"
kind = "unified_number"
template = "TEMPLATE"
counters = [{ token = "seq" }]
source = "依据"
verified = false
"""
REVIEW_TERM = "review_term = { value = '20个工作日', source = '规定第三条', verified = true }"


def write(folder: Path, text: str) -> Path:
    file = folder / "yunxi.toml"
    file.write_text(text, encoding="utf-8")
    return file


def with_parameters(line: str) -> str:
    return f"{HEAD}\n[parameters]\n{line}\n"


def with_value(name: str, value: str) -> str:
    return with_parameters(f"{name} = {{ value = {value}, source = '依据', verified = true }}")


def test_an_office_may_keep_its_own_profile(tmp_path: Path) -> None:
    # Given a profile that differs from the baseline in one value
    profile = load_profile_file(write(tmp_path, with_parameters(REVIEW_TERM)))
    # Then that value is its own and the others are the baseline's
    assert profile.review_term.value == Term(20, TermUnit.WORKING_DAY)
    assert profile.review_term.source == "规定第三条"
    assert profile.correction_term.is_inherited


def test_the_digest_follows_the_content(tmp_path: Path) -> None:
    first = load_profile_file(write(tmp_path, HEAD)).digest
    again = load_profile_file(write(tmp_path, f"# 注释不算\n{HEAD}")).digest
    changed = load_profile_file(write(tmp_path, with_parameters(REVIEW_TERM))).digest
    assert first == again
    assert first != changed


def test_a_scheme_of_the_office_takes_the_place_of_the_baselines(tmp_path: Path) -> None:
    profile = load_profile_file(write(tmp_path, HEAD + SCHEME.replace("TEMPLATE", "云{seq:4}")))
    unified = [one.id for one in profile.number_schemes if one.kind == "unified_number"]
    assert unified == ["yunxi.unified"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{HEAD}\nreviewterm = 1", "reviewterm"),
        (with_parameters("review_days = 1"), "parameters.review_days"),
        (
            with_parameters("review_term = { value = '1日', sauce = '' }"),
            "parameters.review_term.sauce",
        ),
    ],
)
def test_an_unknown_key_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(ProfileKeyUnknownError) as refusal:
        load_profile_file(write(tmp_path, text))
    assert refusal.value.values == {"file": "yunxi.toml", "key": key}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (HEAD.replace('name = "云溪县"', ""), "name"),
        (HEAD.replace('extends = "national"', ""), "parameters.legal_basis_titles"),
        (
            with_parameters("review_term = { value = '1日', verified = true }"),
            "parameters.review_term.source",
        ),
        (
            with_parameters("review_term = { value = '1日', source = '', verified = true }"),
            "parameters.review_term.source",
        ),
        (
            with_parameters("review_term = { value = '1日', source = '依据' }"),
            "parameters.review_term.verified",
        ),
        (
            with_parameters("review_term = { source = '依据', verified = true }"),
            "parameters.review_term.value",
        ),
        (HEAD + SCHEME.replace('source = "依据"', ""), "number_schemes[1].source"),
    ],
)
def test_a_missing_key_is_named(tmp_path: Path, text: str, key: str) -> None:
    text = text.replace("TEMPLATE", "{seq}")
    with pytest.raises(ProfileKeyMissingError) as refusal:
        load_profile_file(write(tmp_path, text))
    assert refusal.value.values == {"file": "yunxi.toml", "key": key}


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("review_term", "15", ""),
        ("review_term", "true", ""),
        ("review_term", "'一些日子'", ""),
        ("review_term", "'无'", ""),
        ("copies_congress", "true", ""),
        ("copies_congress", "-1", ""),
        ("unregistered_is_void", "'是'", ""),
        ("third_uniform", "'burning'", ""),
        ("making_order", "'registered'", ""),
        ("making_order", "['registered', 'burnt']", "[2]"),
        ("registration_gates", "[{ condition = 'always' }]", "[1].evidence"),
        ("registration_gates", "[{ evidence = 'signature', when = 'now' }]", "[1].when"),
        ("registration_gates", "['signature']", "[1]"),
        ("annual_list_due", "'2月30日'", ""),
        ("validity_years", "'五年'", ""),
    ],
)
def test_a_wrong_value_is_named_with_its_place(
    tmp_path: Path, name: str, value: str, place: str
) -> None:
    with pytest.raises(ProfileValueError) as refusal:
        load_profile_file(write(tmp_path, with_value(name, value)))
    assert refusal.value.values["file"] == "yunxi.toml"
    assert refusal.value.values["key"] == f"parameters.{name}.value{place}"
    assert refusal.value.values["expected"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (with_parameters("review_term = '15日'"), "parameters.review_term"),
        (HEAD.replace("2026-03-02", '"2026-03-02"'), "as_of_date"),
        (HEAD.replace('"national"', '"hunan"'), "extends"),
        (HEAD + SCHEME.replace("TEMPLATE", "{seq"), "number_schemes.template"),
        (HEAD + SCHEME.replace("TEMPLATE", "{year}"), "number_schemes.counters"),
    ],
)
def test_a_wrong_shape_is_named_with_its_place(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(ProfileValueError) as refusal:
        load_profile_file(write(tmp_path, text))
    assert refusal.value.values["key"] == key


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DataFileSyntaxError) as refusal:
        load_profile_file(write(tmp_path, 'id = "yunxi"\nname = 云溪县\n'))
    assert refusal.value.values == {"file": "yunxi.toml", "line": 2}


def test_a_file_that_is_not_there_or_not_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileUnreadableError):
        load_profile_file(tmp_path / "missing.toml")
    file = tmp_path / "gb.toml"
    file.write_bytes(HEAD.encode("gb18030"))
    with pytest.raises(DataFileUnreadableError):
        load_profile_file(file)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "yunxi.toml"
    file.write_text(HEAD, encoding="utf-8-sig")
    assert load_profile_file(file).name == "云溪县"
