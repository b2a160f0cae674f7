"""Document numbers are folded, read, compared, and checked for hygiene."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.domain.document_number import (
    HygieneFlag,
    hygiene_flags,
    normalise,
    parse_document_number,
    same_number,
)
from tests.models.domain.full_width import full_width

LEDGERS = Path(__file__).parents[4] / "shared" / "data" / "ledger_samples"
CODES = st.text("京沪粤云溪政府办发函规司农教交", min_size=1, max_size=8)
YEARS = st.integers(1949, 2099)
SEQUENCES = st.integers(1, 99_999)
BRACKETS = st.sampled_from(["〔〕", "[]", "【】", "（）", "()", "［］", "﹝﹞", "〖〗"])
BLANKS = st.sampled_from(["", " ", "　", "\u200b", "\xa0"])


@given(st.text(max_size=30))
@example("A\u00b4")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(CODES, YEARS, SEQUENCES)
def test_a_clean_number_is_read_and_has_no_flag(code: str, year: int, sequence: int) -> None:
    # Given a number written by the rules
    printed = f"{code}〔{year}〕{sequence}号"
    # When it is read
    number = parse_document_number(printed)
    # Then its parts are found, its form is kept, nothing is flagged
    assert number is not None
    assert (number.organ_code_text, number.year, number.sequence) == (code, year, sequence)
    assert number.printed == printed
    assert hygiene_flags(printed) == ()


@given(CODES, YEARS, SEQUENCES, BRACKETS, BLANKS)
def test_a_number_is_the_same_however_it_was_typed(
    code: str, year: int, sequence: int, brackets: str, blank: str
) -> None:
    clean = f"{code}〔{year}〕{sequence}号"
    typed = f"{code}{blank}{brackets[0]}{year}{brackets[1]}{blank}{sequence}{blank}号"
    assert same_number(clean, typed)
    assert normalise(clean) == normalise(typed)


@given(CODES, YEARS, SEQUENCES)
def test_another_sequence_or_year_is_another_number(code: str, year: int, sequence: int) -> None:
    number = f"{code}〔{year}〕{sequence}号"
    assert not same_number(number, f"{code}〔{year}〕{sequence + 1}号")
    assert not same_number(number, f"{code}〔{year + 1}〕{sequence}号")


@pytest.mark.parametrize("dash", "\u2014\u2013\uff0d-\u2015\u2010\u2011\u2012\ufe63\u2212")
def test_every_dash_is_one_dash(dash: str) -> None:
    assert normalise(f"HFGS{dash}2017{dash}9") == "HFGS-2017-9"


def test_letters_and_digits_of_full_width_are_folded_to_capitals() -> None:
    assert (
        normalise(full_width("jm") + "dr" + full_width("-2026-") + "0010001") == "JMDR-2026-0010001"
    )


@pytest.mark.parametrize(
    ("text", "code", "year", "sequence"),
    [
        ("昆政办发〔2020〕94号", "昆政办发", 2020, 94),
        ("密政发〔2011〕38号", "密政发", 2011, 38),
        ("科工法字[2000] 851号", "科工法字", 2000, 851),
        ("沪科合〔2008〕第006号", "沪科合", 2008, 6),
        ("（83）高检一函第26号", "高检一函", 1983, 26),
        ("云政发〔26〕7号", "云政发", 2026, 7),
        (full_width("(96)汇国发字第13号"), "汇国发字", 1996, 13),
        ("〔1996〕武司字第82号", "武司字", 1996, 82),
        ("发文字号：晋政发[2013]35号", "晋政发", 2013, 35),
        ("国家税务总局公告2015年第41号", "国家税务总局公告", 2015, 41),
        ("山西省人民政府令第304号", "山西省人民政府令", None, 304),
        ("北京市人民政府第306号令", "北京市人民政府令", None, 306),
        ("省政府令 第5号", "省政府令", None, 5),
        ("云府规备字〔2026〕3号", "云府规备字", 2026, 3),
    ],
)
def test_historic_forms_are_read(text: str, code: str, year: int | None, sequence: int) -> None:
    number = parse_document_number(text)
    assert number is not None
    assert (number.organ_code_text, number.year, number.sequence) == (code, year, sequence)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("晋政发[2013]35号", {HygieneFlag.WRONG_BRACKET}),
        ("省统计局公告【2021】3号", {HygieneFlag.WRONG_BRACKET}),
        ("豫政 〔1981〕184号", {HygieneFlag.HAS_BLANK}),
        ("云政发〔2026〕007号", {HygieneFlag.ZERO_PADDED}),
        ("云政发〔2026〕第7号", {HygieneFlag.HAS_ORDINAL}),
        ("云政发〔2026〕7", {HygieneFlag.NO_HAO}),
        ("云政发〔26〕7号", {HygieneFlag.TWO_DIGIT_YEAR}),
        ("云政字〔2026〕7号", {HygieneFlag.HISTORIC_WORD}),
        (full_width("云政发〔2026〕7号"), {HygieneFlag.HAS_FULL_WIDTH}),
        ("发文字号：云政发〔2026〕7号", {HygieneFlag.LABELLED}),
        ("云溪县人民政府令第7号", {HygieneFlag.ORDER_FORM, HygieneFlag.HAS_ORDINAL}),
        ("云溪县公告2026年第7号", {HygieneFlag.ORDER_FORM, HygieneFlag.HAS_ORDINAL}),
        (
            "〔2026〕云司字第7号",
            {HygieneFlag.YEAR_FIRST, HygieneFlag.HAS_ORDINAL, HygieneFlag.HISTORIC_WORD},
        ),
        ("——", {HygieneFlag.UNREADABLE}),
        ("", {HygieneFlag.UNREADABLE}),
        ("关于印发办法的通知", {HygieneFlag.UNREADABLE}),
    ],
)
def test_departures_from_the_rules_are_flagged(text: str, flags: set[HygieneFlag]) -> None:
    assert set(hygiene_flags(text)) == flags


def test_a_mended_number_is_the_number_it_was() -> None:
    assert same_number("云政发〔2026〕007号", "云政发〔2026〕7号")
    assert same_number("云政发〔2026〕7", "云政发〔2026〕7号")
    assert not same_number("云政发〔2026〕7号", "云政办发〔2026〕7号")
    assert not same_number("——", "/")


@given(st.text(max_size=40))
def test_any_text_is_checked_without_a_fault(text: str) -> None:
    assert (parse_document_number(text) is None) == (
        hygiene_flags(text) == (HygieneFlag.UNREADABLE,)
    )


def _real_numbers() -> Iterator[str]:
    file = LEDGERS / "gov_document_index.csv.gz"
    if not file.exists():
        pytest.skip(f"the real ledgers are not here: {file.name}")
    with gzip.open(file, "rt", encoding="utf-8-sig", newline="") as rows:
        yield from (row["doc_number_raw"] for row in csv.DictReader(rows) if row["doc_number_raw"])


def test_real_numbers_are_read() -> None:
    # Given the index of twelve governments
    numbers = list(_real_numbers())
    # When each number is read
    read = [number for number in numbers if parse_document_number(number)]
    # Then at least as many are read as were measured
    assert len(read) / len(numbers) >= 0.9995


def test_each_real_shape_is_read_where_it_is_a_number() -> None:
    file = LEDGERS / "doc_number_shapes.csv"
    if not file.exists():
        pytest.skip(f"the real shapes are not here: {file.name}")
    with file.open(encoding="utf-8-sig", newline="") as rows:
        shapes = [(row["shape"], row["examples (raw)"]) for row in csv.DictReader(rows)]
    unread = {
        shape
        for shape, examples in shapes
        if not any(parse_document_number(example) for example in examples.split(" | "))
    }
    assert unread <= {"汉：", "汉：汉〔YYYY〕汉N", "汉：汉〔YYYY〕N汉〔〕"}
