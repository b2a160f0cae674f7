"""The five traits of a normative document are told one by one, with the words found."""

import pytest

from review.extraction.judgement import NormativityTrait, TraitFinding, TraitPresence
from review.extraction.normativity_features import feature_table
from review.extraction.normativity_traits import trait_table
from review.extraction.propose import propose
from review.reading.text import FileFormat, ReadText

MEASURES = """云溪县人民政府关于印发云溪县停车场管理办法的通知

各乡镇人民政府：
现将办法印发给你们。
云溪县人民政府
2026年3月2日
（此件公开发布）

云溪县停车场管理办法
第一条　为了规范停车，制定本办法。
第二条　本县行政区域内停车场的管理适用本办法。
第三条　任何单位和个人不得占用停车场。
第四条　本办法自2026年5月1日起施行，有效期5年。
"""
APPOINTMENT = """中共云溪县委关于王某某等同志职务任免的通知

各乡镇党委：
任命王某某同志为县委办公室主任。
中共云溪县委
2026年3月2日
"""
BARE = "关于有关工作的说明\n请知悉。\n"


def finding_of(text: str, trait: NormativityTrait) -> TraitFinding:
    read = ReadText("甲.txt", FileFormat.TXT, text, (), "", len(text))
    findings = {one.trait: one for one in propose(read).normativity.traits}
    assert list(findings) == list(NormativityTrait)
    return findings[trait]


@pytest.mark.parametrize("trait", list(NormativityTrait))
def test_measures_of_a_government_show_every_trait(trait: NormativityTrait) -> None:
    assert finding_of(MEASURES, trait).presence is TraitPresence.PRESENT


@pytest.mark.parametrize(
    "trait",
    [NormativityTrait.ADMINISTRATIVE, NormativityTrait.EXTERNAL, NormativityTrait.GENERAL],
)
def test_an_appointment_by_a_party_committee_lacks_traits(trait: NormativityTrait) -> None:
    assert finding_of(APPOINTMENT, trait).presence is TraitPresence.ABSENT


@pytest.mark.parametrize("trait", list(NormativityTrait))
def test_where_nothing_is_found_a_trait_is_unclear(trait: NormativityTrait) -> None:
    finding = finding_of(BARE, trait)
    assert finding.presence is TraitPresence.UNCLEAR
    assert finding.evidence == ()


def test_what_speaks_for_and_against_leaves_a_trait_unclear() -> None:
    both = MEASURES.replace("（此件公开发布）", "（此件公开发布）\n内部资料")
    assert finding_of(both, NormativityTrait.PUBLIC).presence is TraitPresence.UNCLEAR


def test_the_words_found_stand_where_their_place_says() -> None:
    for trait in NormativityTrait:
        for one in finding_of(MEASURES, trait).evidence:
            if one.place is not None and trait is not NormativityTrait.GENERAL:
                found = MEASURES[one.place.start : one.place.end]
                assert one.raw in found.replace("\n", "")


def test_every_feature_named_in_the_table_exists() -> None:
    known = {one.name for features in feature_table().by_place.values() for one in features}
    named = {name for names in trait_table().features.values() for name in names}
    assert named <= known
    assert set(trait_table().features) == set(NormativityTrait)
