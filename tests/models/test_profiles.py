"""The profiles of the shelf hold what is known of each jurisdiction."""

from dataclasses import MISSING, fields
from datetime import date

import msgspec
import pytest

from models.domain.calendar import Term, TermUnit
from models.domain.law_errors import ProfileUnknownError
from models.domain.number_grammar import NumberFields, render, scope_key
from models.domain.profile import (
    Authority,
    CataloguePeriod,
    ContinuedClock,
    DocumentTraits,
    Gate,
    GateCondition,
    MakingStep,
    MonthDay,
    Profile,
    SilentValidity,
    ThirdUniform,
    YearRange,
)
from models.domain.rates import RateKind
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    FilingRecipient,
    LetterSeries,
    NumberKind,
)
from models.profiles import available_profiles, load_profile

PROFILES = [
    "national",
    "beijing_miyun",
    "hunan",
    "jiangsu_kunshan",
    "jilin_changchun",
    "shaanxi",
    "shandong_jimo",
    "xinjiang_changji",
]
DAY = date(2026, 3, 2)
FIFTEEN_DAYS = Term(15, TermUnit.CALENDAR_DAY)
THIRTY_DAYS = Term(30, TermUnit.CALENDAR_DAY)
CONGRESS = FilingRecipient.PEER_PC_STANDING_COMMITTEE
UPPER = FilingRecipient.UPPER_GOVERNMENT


def test_the_shelf_holds_the_baseline_and_seven_jurisdictions() -> None:
    assert [summary.id for summary in available_profiles()] == PROFILES


@pytest.mark.parametrize("profile_id", PROFILES)
def test_every_value_of_a_profile_has_a_source(profile_id: str) -> None:
    profile = load_profile(profile_id)
    assert profile.id == profile_id
    assert all(value.source.strip() for _, value in profile.parameters())
    assert all(scheme.source.strip() for scheme in profile.number_schemes)


@pytest.mark.parametrize("profile_id", PROFILES)
def test_unverified_values_are_listed_one_by_one(profile_id: str) -> None:
    profile = load_profile(profile_id)
    unverified = set(profile.unverified())
    for name, value in profile.parameters():
        assert (name in unverified) == (not value.is_verified)
    for scheme in profile.number_schemes:
        assert (f"number_schemes.{scheme.id}" in unverified) == (not scheme.is_verified)


@pytest.mark.parametrize("profile_id", PROFILES)
def test_every_letter_and_register_has_a_series_of_numbers(profile_id: str) -> None:
    profile = load_profile(profile_id)
    for series in LetterSeries:
        scheme = profile.scheme_for(NumberKind.LETTER_NUMBER, DAY, series)
        assert scheme is not None
        assert scheme.series is series
    assert profile.scheme_for(NumberKind.FILING_REGISTER_NUMBER, DAY) is not None
    assert profile.scheme_for(NumberKind.FILING_REPORT_NUMBER, DAY) is not None
    assert profile.scheme_for(NumberKind.DOCUMENT_NUMBER, DAY) is not None


@pytest.mark.parametrize("profile_id", PROFILES)
def test_no_two_series_can_give_the_same_number(profile_id: str) -> None:
    templates = [
        scheme.template
        for scheme in load_profile(profile_id).number_schemes
        if scheme.kind is NumberKind.LETTER_NUMBER
    ]
    assert len(set(templates)) == len(templates)


def test_a_profile_says_what_it_took_from_the_baseline() -> None:
    hunan = load_profile("hunan")
    assert hunan.supplement_term.is_inherited
    assert hunan.supplement_term.value == FIFTEEN_DAYS
    assert not hunan.filing_limit_government.is_inherited
    assert not any(value.is_inherited for _, value in load_profile("national").parameters())


def test_the_baseline_follows_the_order_on_filing() -> None:
    national = load_profile("national")
    assert national.filing_limit(UPPER).value == THIRTY_DAYS
    assert national.copies(UPPER).value == 3
    assert national.supplement_term.value == FIFTEEN_DAYS
    assert national.review_term.value == Term(2, TermUnit.MONTH)
    assert national.correction_term.value == THIRTY_DAYS
    assert national.annual_list_due.value == MonthDay(1, 31)
    assert national.catalogue_period.value is CataloguePeriod.MONTH
    assert national.comment_term.value == Term(7, TermUnit.WORKING_DAY)
    assert national.comment_market_term.value == THIRTY_DAYS
    assert national.publication_term.value == Term(20, TermUnit.WORKING_DAY)
    assert national.rolls_over_holidays


def test_in_changchun_the_issuing_body_registers_and_the_third_act_is_issuance() -> None:
    changchun = load_profile("jilin_changchun")
    assert changchun.three_uniform_authority.value is Authority.ISSUING_BODY
    assert changchun.three_uniform_authority.is_verified
    assert changchun.third_uniform.value is ThirdUniform.ISSUANCE
    assert changchun.registration_submit_term.value is None


def test_in_hunan_filing_takes_fifteen_days_and_townships_number_themselves() -> None:
    hunan = load_profile("hunan")
    assert hunan.filing_limit(UPPER).value == FIFTEEN_DAYS
    assert hunan.filing_limit(CONGRESS).value == FIFTEEN_DAYS
    assert hunan.self_numbering_classes.value == (DocumentClass.TOWNSHIP,)
    assert hunan.unregistered_is_void.value is True
    assert hunan.validity_years.value == YearRange(5, 5)
    assert hunan.validity_trial_years.value == YearRange(2, 2)
    assert hunan.validity_when_silent.value is SilentValidity.ASSUME_LONGEST
    assert hunan.continued_clock.value is ContinuedClock.ORIGINAL
    assert hunan.renewal_before_term.value == THIRTY_DAYS


def test_in_shandong_the_congress_asks_for_five_copies() -> None:
    jimo = load_profile("shandong_jimo")
    assert jimo.copies(CONGRESS).value == 5
    assert jimo.copies(CONGRESS).is_verified
    assert jimo.copies(UPPER).value == 2
    assert jimo.filing_limit(CONGRESS).value == THIRTY_DAYS
    assert jimo.validity_years.value == YearRange(3, 5)
    assert jimo.validity_trial_years.value == YearRange(1, 2)
    assert jimo.suggestion_reply_term.value == Term(3, TermUnit.MONTH)
    assert jimo.cleanup_interval.value is None


def test_in_beijing_there_is_no_unified_number_and_the_formal_check_takes_ten_days() -> None:
    miyun = load_profile("beijing_miyun")
    assert miyun.formal_check_term.value == Term(10, TermUnit.CALENDAR_DAY)
    assert miyun.formal_check_term.is_verified
    assert miyun.supplement_term.value == Term(10, TermUnit.CALENDAR_DAY)
    assert miyun.copies(CONGRESS).value == 2
    assert miyun.unified_number_required.value is False
    assert MakingStep.NUMBERED not in miyun.making_order.value
    assert miyun.scheme_for(NumberKind.UNIFIED_NUMBER, DAY) is None
    assert miyun.validity_years.value is None


def test_kunshan_files_with_the_province_and_its_own_congress() -> None:
    recipients = load_profile("jiangsu_kunshan").outgoing_recipients
    assert recipients.is_verified
    assert [one.title for one in recipients.value] == [
        "江苏省人民政府",
        "昆山市人民代表大会常务委员会",
    ]


def test_changji_has_targets_for_filing_review_and_feedback() -> None:
    targets = load_profile("xinjiang_changji").rate_targets.value
    assert {target.rate: target.percent for target in targets} == {
        RateKind.FILING_RATE: 100,
        RateKind.REVIEW_RATE: 100,
        RateKind.FEEDBACK_RATE: 100,
    }


@pytest.mark.parametrize(
    ("profile_id", "fields", "counts", "number"),
    [
        (
            "shandong_jimo",
            NumberFields(region="JM", level="DR", year=2026, organ="001"),
            {"seq": 1},
            "JMDR-2026-0010001",
        ),
        (
            "hunan",
            NumberFields(region="HR", level="DR", year=2026, organ="01"),
            {"seq": 5},
            "HRDR—2026—01005",
        ),
        (
            "shaanxi",
            NumberFields(area="杨管", year=2026, organ_short="管委会"),
            {"seq": 1, "organ_seq": 1},
            "杨管规〔2026〕001-管委会001",
        ),
        ("jilin_changchun", NumberFields(code="长府", year=2026), {"seq": 2}, "长府规〔2026〕2号"),
    ],
)
def test_each_jurisdiction_writes_its_own_unified_number(
    profile_id: str, fields: NumberFields, counts: dict[str, int], number: str
) -> None:
    scheme = load_profile(profile_id).scheme_for(NumberKind.UNIFIED_NUMBER, DAY)
    assert scheme is not None
    assert render(scheme, fields, counts) == number


def test_in_shaanxi_one_count_runs_through_the_register_and_one_through_each_organ() -> None:
    scheme = load_profile("shaanxi").scheme_for(NumberKind.UNIFIED_NUMBER, DAY)
    assert scheme is not None
    keys = [
        scope_key(rule, NumberFields(organ_short="管委会", year=2026)) for rule in scheme.counters
    ]
    assert keys == ["seq|year=2026", "organ_seq|organ_short=管委会|year=2026"]


def test_historic_schemes_are_read_but_never_give_a_new_number() -> None:
    national = load_profile("national")
    schemes = national.schemes_of(NumberKind.DOCUMENT_NUMBER)
    current = national.scheme_for(NumberKind.DOCUMENT_NUMBER, DAY)
    assert any(scheme.is_historic for scheme in schemes)
    assert current is not None
    assert not current.is_historic


@pytest.mark.parametrize(
    ("condition", "traits", "applies"),
    [
        (GateCondition.ALWAYS, DocumentTraits(DocumentClass.TOWNSHIP), True),
        (GateCondition.GOVERNMENT, DocumentTraits(DocumentClass.GOVERNMENT), True),
        (GateCondition.GOVERNMENT, DocumentTraits(DocumentClass.DEPARTMENT), False),
        (GateCondition.DEPARTMENT, DocumentTraits(DocumentClass.DEPARTMENT), True),
        (GateCondition.MARKET_RELATED, DocumentTraits(DocumentClass.GOVERNMENT), False),
        (
            GateCondition.MARKET_RELATED,
            DocumentTraits(DocumentClass.GOVERNMENT, is_market_related=True),
            True,
        ),
        (
            GateCondition.MAJOR_EFFECT,
            DocumentTraits(DocumentClass.GOVERNMENT, has_major_effect=True),
            True,
        ),
        (GateCondition.MAJOR_EFFECT, DocumentTraits(DocumentClass.GOVERNMENT), False),
    ],
)
def test_a_gate_stands_before_the_documents_it_names(
    condition: GateCondition, traits: DocumentTraits, *, applies: bool
) -> None:
    assert Gate(EvidenceKind.LEGALITY_REVIEW, condition).applies_to(traits) is applies


def test_legality_review_and_deliberation_gate_every_registration() -> None:
    for summary in available_profiles():
        gates = load_profile(summary.id).registration_gates.value
        always = {gate.evidence for gate in gates if gate.condition is GateCondition.ALWAYS}
        assert {EvidenceKind.LEGALITY_REVIEW, EvidenceKind.COLLECTIVE_DELIBERATION} <= always


def test_an_unknown_profile_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ProfileUnknownError) as refusal:
        load_profile("../national")
    assert refusal.value.values["available"] == sorted(PROFILES)


def test_a_profile_kept_before_a_rule_was_asked_for_is_still_read() -> None:
    kept = msgspec.to_builtins(load_profile("national"))
    later = [field.name for field in fields(Profile) if field.default is not MISSING]
    for name in later:
        del kept[name]

    read = msgspec.json.decode(msgspec.json.encode(kept), type=Profile)

    assert "order_bases" in later
    assert all(getattr(read, name).value is None for name in later)
