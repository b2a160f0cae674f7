"""Numbers are written under a scheme and read back; bad templates and fields are refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.law_errors import (
    NumberFieldMissingError,
    NumberFieldUnfitError,
    NumberOverflowError,
    SchemeCounterError,
    TemplateSyntaxError,
)
from models.domain.number_grammar import (
    CounterRule,
    NumberFields,
    NumberScheme,
    Reset,
    WidthOverflow,
    parse,
    render,
    required_fields,
    scope_key,
)
from models.domain.number_template import TokenName, compile_template
from models.domain.terms import NumberKind
from tests.models.domain.full_width import full_width

SEQ = CounterRule(TokenName.SEQ)
ORGAN_SEQ = CounterRule(TokenName.ORGAN_SEQ, (TokenName.ORGAN_SHORT,))


def scheme_of(
    template: str, *counters: CounterRule, overflow: WidthOverflow = WidthOverflow.ERROR
) -> NumberScheme:
    return NumberScheme(
        id="test",
        kind=NumberKind.UNIFIED_NUMBER,
        template=template,
        counters=counters or (SEQ,),
        width_overflow=overflow,
    )


SHANDONG = scheme_of("{region}{level}-{year}-{organ:3}{seq:4}")
HUNAN = scheme_of("{region}{level}—{year}—{organ:2}{seq:3}")
YANGLING = scheme_of("{area}规〔{year}〕{seq:3}-{organ_short}{organ_seq:3}", SEQ, ORGAN_SEQ)
RULE = scheme_of("{code}规〔{year}〕{seq}号")
HUIZHOU = scheme_of("{region}GS-{year}-{seq}")
HUIZHOU_BEFORE = scheme_of("{region}GS—{year}—{seq}")
ZHEJIANG = scheme_of("{region}SP{dept:2}-{year}-{seq:4}")
FILING_REPORT = scheme_of("{code}规备字〔{year}〕{seq}号")
INTAKE = scheme_of("{area}备〔{year}〕{seq:3}", overflow=WidthOverflow.GROW)
IN_WORDS = scheme_of("{code}〔{year|cn}〕第{seq|cn}号")

EXAMPLES = [
    (
        SHANDONG,
        NumberFields(region="JM", level="DR", year=2026, organ="001"),
        (1,),
        "JMDR-2026-0010001",
    ),
    (
        SHANDONG,
        NumberFields(region="QD", level="CR", year=2020, organ="2"),
        (1,),
        "QDCR-2020-0020001",
    ),
    (
        SHANDONG,
        NumberFields(region="WH", level="CR", year=2015, organ="1"),
        (139,),
        "WHCR-2015-0010139",
    ),
    (HUNAN, NumberFields(region="HR", level="DR", year=2026, organ="1"), (5,), "HRDR—2026—01005"),
    (HUNAN, NumberFields(region="HN", level="PR", year=2019, organ="01"), (5,), "HNPR—2019—01005"),
    (
        YANGLING,
        NumberFields(area="杨管", year=2026, organ_short="管委会"),
        (1, 1),
        "杨管规〔2026〕001-管委会001",
    ),
    (
        YANGLING,
        NumberFields(area="市", year=2019, organ_short="市政府"),
        (1, 1),
        "市规〔2019〕001-市政府001",
    ),
    (RULE, NumberFields(code="长府", year=2026), (2,), "长府规〔2026〕2号"),
    (RULE, NumberFields(code="延市政办", year=2024), (6,), "延市政办规〔2024〕6号"),
    (HUIZHOU, NumberFields(region="HF", year=2026), (7,), "HFGS-2026-7"),
    (HUIZHOU_BEFORE, NumberFields(region="HF", year=2017), (9,), "HFGS—2017—9"),
    (ZHEJIANG, NumberFields(region="ZJ", dept="8", year=2019), (1,), "ZJSP08-2019-0001"),
    (FILING_REPORT, NumberFields(code="即政", year=2026), (3,), "即政规备字〔2026〕3号"),
    (INTAKE, NumberFields(area="即", year=2026), (17,), "即备〔2026〕017"),
    (INTAKE, NumberFields(area="即", year=2026), (1017,), "即备〔2026〕1017"),
    (IN_WORDS, NumberFields(code="云政", year=2026), (15,), "云政〔二〇二六〕第十五号"),
]


def counts_of(scheme: NumberScheme, counts: tuple[int, ...]) -> dict[str, int]:
    return {rule.token.value: count for rule, count in zip(scheme.counters, counts, strict=True)}


@pytest.mark.parametrize(("scheme", "fields", "counts", "number"), EXAMPLES)
def test_the_numbers_in_the_wild_are_written_exactly(
    scheme: NumberScheme, fields: NumberFields, counts: tuple[int, ...], number: str
) -> None:
    assert render(scheme, fields, counts_of(scheme, counts)) == number


@pytest.mark.parametrize(("scheme", "fields", "counts", "number"), EXAMPLES)
def test_the_numbers_in_the_wild_are_read_back(
    scheme: NumberScheme, fields: NumberFields, counts: tuple[int, ...], number: str
) -> None:
    # When a number is read
    parsed = parse(scheme, number)
    # Then its counts are those it was made of, and it is written the same again
    assert parsed is not None
    assert dict(parsed.counts) == counts_of(scheme, counts)
    assert parsed.fields.year == fields.year
    assert render(scheme, parsed.fields, parsed.counts) == number


LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=4)
WORDS = st.text("云溪县政府办管委会市规备字号", min_size=1, max_size=5)
YEARS = st.integers(1949, 2099)


@given(
    LETTERS, st.sampled_from(["PR", "CR", "DR"]), YEARS, st.integers(1, 999), st.integers(1, 9999)
)
def test_a_number_with_organ_codes_reads_back(
    region: str, level: str, year: int, organ: int, seq: int
) -> None:
    fields = NumberFields(region=region, level=level, year=year, organ=f"{organ:03}")
    parsed = parse(SHANDONG, render(SHANDONG, fields, {"seq": seq}))
    assert parsed is not None
    assert (parsed.fields, dict(parsed.counts)) == (fields, {"seq": seq})


@given(WORDS, YEARS, st.integers(1, 999), WORDS, st.integers(1, 999))
def test_a_number_of_three_parts_reads_back(
    area: str, year: int, seq: int, organ_short: str, organ_seq: int
) -> None:
    fields = NumberFields(area=area, year=year, organ_short=organ_short)
    counts = {"seq": seq, "organ_seq": organ_seq}
    parsed = parse(YANGLING, render(YANGLING, fields, counts))
    assert parsed is not None
    assert (parsed.fields, dict(parsed.counts)) == (fields, counts)


@given(WORDS, YEARS, st.integers(1, 99_999))
def test_a_number_in_words_reads_back(code: str, year: int, seq: int) -> None:
    fields = NumberFields(code=code, year=year)
    parsed = parse(IN_WORDS, render(IN_WORDS, fields, {"seq": seq}))
    assert parsed is not None
    assert (parsed.fields, dict(parsed.counts)) == (fields, {"seq": seq})


@pytest.mark.parametrize(
    "typed",
    [full_width("JMDR") + "—2026—0010001", "jmdr-2026- 0010001", full_width("JMDR-2026-0010001")],
)
def test_a_number_is_read_however_it_was_typed(typed: str) -> None:
    parsed = parse(SHANDONG, typed)
    assert parsed is not None
    assert parsed.fields.organ == "001"


@pytest.mark.parametrize("other", ["", "JMDR-2026-001001", "JMDR-26-0010001", "长府规〔2026〕2号"])
def test_a_number_of_another_grammar_is_not_read(other: str) -> None:
    assert parse(SHANDONG, other) is None


def test_a_missing_field_is_named() -> None:
    with pytest.raises(NumberFieldMissingError) as refusal:
        render(SHANDONG, NumberFields(region="JM", level="DR", year=2026), {"seq": 1})
    assert refusal.value.values["field"] == "organ"


def test_a_missing_count_is_named() -> None:
    with pytest.raises(NumberFieldMissingError) as refusal:
        render(YANGLING, NumberFields(area="杨管", year=2026, organ_short="管委会"), {"seq": 1})
    assert refusal.value.values["field"] == "organ_seq"


def test_a_series_that_is_used_up_is_refused() -> None:
    fields = NumberFields(region="JM", level="DR", year=2026, organ="001")
    assert render(SHANDONG, fields, {"seq": 9999}) == "JMDR-2026-0019999"
    with pytest.raises(NumberOverflowError):
        render(SHANDONG, fields, {"seq": 10_000})


@pytest.mark.parametrize(
    ("fields", "scheme"),
    [
        (NumberFields(region="即墨", level="DR", year=2026, organ="001"), SHANDONG),
        (NumberFields(region="JM", level="D", year=2026, organ="001"), SHANDONG),
        (NumberFields(region="JM", level="DR", year=202, organ="001"), SHANDONG),
        (NumberFields(code="云政2", year=2026), RULE),
        (NumberFields(code="云 政", year=2026), RULE),
        (NumberFields(code="yunzheng", year=2026), RULE),
    ],
)
def test_a_field_that_could_not_be_read_back_is_refused(
    fields: NumberFields, scheme: NumberScheme
) -> None:
    with pytest.raises(NumberFieldUnfitError):
        render(scheme, fields, {"seq": 1})


@pytest.mark.parametrize(
    ("template", "position"),
    [
        ("", 1),
        ("{nothing}", 1),
        ("规〔{year}〕{seq", 10),
        ("{seq:0}", 1),
        ("{year:2}", 1),
        ("{seq|lower}", 1),
        ("{code|cn}", 1),
        ("{code:3}", 1),
        ("{seq}{seq}", 6),
        ("{code}{kind}〔{year}〕", 7),
        ("}{", 1),
    ],
)
def test_a_bad_template_is_refused_at_its_place(template: str, position: int) -> None:
    with pytest.raises(TemplateSyntaxError) as refusal:
        compile_template(template)
    assert refusal.value.values["position"] == position


def test_braces_can_be_printed() -> None:
    scheme = scheme_of("{{{seq}}}")
    assert render(scheme, NumberFields(), {"seq": 1}) == "{1}"
    assert parse(scheme, "{1}") is not None


@pytest.mark.parametrize(
    ("template", "counters"),
    [
        ("{code}〔{year}〕号", (SEQ,)),
        ("{code}〔{year}〕{seq}号", (ORGAN_SEQ,)),
        ("{code}〔{year}〕{seq}号", (SEQ, SEQ)),
    ],
)
def test_counters_must_fit_the_template(template: str, counters: tuple[CounterRule, ...]) -> None:
    with pytest.raises(SchemeCounterError):
        scheme_of(template, *counters)


def test_each_organ_and_year_has_its_own_count() -> None:
    rule = CounterRule(TokenName.SEQ, (TokenName.LEVEL, TokenName.ORGAN))
    fields = NumberFields(level="DR", organ="001", year=2026)
    assert scope_key(rule, fields) == "seq|level=DR|organ=1|year=2026"
    assert scope_key(rule, fields) == scope_key(
        rule, NumberFields(level="DR", organ="1", year=2026)
    )
    assert scope_key(rule, fields) != scope_key(
        rule, NumberFields(level="DR", organ="1", year=2027)
    )
    assert scope_key(rule, fields) != scope_key(
        rule, NumberFields(level="DR", organ="2", year=2026)
    )


def test_a_count_that_is_never_reset_does_not_know_the_year() -> None:
    rule = CounterRule(TokenName.SEQ, reset=Reset.NEVER)
    assert scope_key(rule, NumberFields(year=2026)) == scope_key(rule, NumberFields(year=2027))


def test_two_scopes_never_share_a_key_by_accident() -> None:
    rule = CounterRule(TokenName.SEQ, (TokenName.CODE, TokenName.RECIPIENT), Reset.NEVER)
    pairs = [("云|recipient=政", "府"), ("云", "政|recipient=府"), ("云=", "府"), ("云%3D", "府")]
    keys = {scope_key(rule, NumberFields(code=one, recipient=other)) for one, other in pairs}
    assert len(keys) == len(pairs)


def test_a_scope_without_its_field_is_refused() -> None:
    with pytest.raises(NumberFieldMissingError):
        scope_key(ORGAN_SEQ, NumberFields(year=2026))


def test_the_fields_a_number_needs_are_those_of_text_and_scope() -> None:
    scheme = scheme_of("{area}备{seq:3}", CounterRule(TokenName.SEQ, (TokenName.RECIPIENT,)))
    assert required_fields(scheme) == ("area", "recipient", "year")


def test_a_scheme_serves_only_in_its_time() -> None:
    scheme = NumberScheme(
        id="test",
        kind=NumberKind.UNIFIED_NUMBER,
        template="{seq}",
        counters=(SEQ,),
        valid_from_date=date(2018, 1, 1),
        valid_to_date=date(2020, 12, 31),
    )
    days = [date(2017, 12, 31), date(2018, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [scheme.is_valid_on(day) for day in days] == [False, True, True, False]


def test_a_historic_scheme_never_gives_a_new_number() -> None:
    scheme = NumberScheme(
        id="test",
        kind=NumberKind.UNIFIED_NUMBER,
        template="{seq}",
        counters=(SEQ,),
        is_historic=True,
    )
    assert not scheme.is_valid_on(date(2026, 3, 2))
