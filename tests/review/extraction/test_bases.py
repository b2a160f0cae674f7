"""The documents on which a text rests, and those that it only mentions."""

import pytest

from review.extraction.proposal import Confidence, Proposal
from tests.review.extraction.reading import proposal_of

HEAD = "云溪县人民政府关于加强管理的通知\n云政发〔2026〕3号\n各乡镇人民政府：\n"
FOOT = "\n云溪县人民政府\n2026年3月2日\n"
COVER = f"{HEAD}《云溪县甲办法》已经县政府同意，现印发给你们，请认真遵照执行。{FOOT}云溪县甲办法\n"


def names(proposal: Proposal) -> list[str]:
    return [each.value.name for each in proposal.legal_bases if each.value is not None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("根据《甲法》《乙条例》等规定，制定本办法。", ["甲法", "乙条例"]),
        (
            "根据《甲法》、《乙条例》和《丙办法》（国发〔2020〕1号）等有关规定，结合我县实际，制定本办法。",
            ["甲法", "乙条例", "丙办法"],
        ),
        (
            "根据《中华人民共和国甲法》第三条、《乙条例》第五条的规定，制定本办法。",
            ["中华人民共和国甲法", "乙条例"],
        ),
        (
            "为贯彻落实《国务院关于甲的意见》（国发〔2020〕1号）和《省人民政府关于乙的实施意见》（省政发〔2020〕2号），现提出以下意见。",
            ["国务院关于甲的意见", "省人民政府关于乙的实施意见"],
        ),
        (
            "为认真贯彻《甲法》，进一步规范管理，依据《乙条例》，现就有关事项通知如下：",
            ["甲法", "乙条例"],
        ),
        ("按照省政府《关于甲的通知》要求，经县政府同意，现将有关事项通知如下：", ["关于甲的通知"]),
        (
            "根据中共中央办公厅、国务院办公厅《关于甲的意见》和《乙办法》《丙条例》以及国家、省有关规定，为规范管理，现通知如下。",
            ["关于甲的意见", "乙办法", "丙条例"],
        ),
        (
            "根据财政部印发的《甲办法》（财建〔2020〕1号）和省财政厅制定的《乙细则》，结合实际，制定本办法。",
            ["甲办法", "乙细则"],
        ),
        (
            "为规范管理，根据《甲法》（2019年修正）和《乙条例》（国务院令第12号）规定，制定本办法。",
            ["甲法", "乙条例"],
        ),
        ("为深入实施《甲条例》，现就有关事项通知如下。", ["甲条例"]),
        ("参照《甲办法》，制定本办法。", ["甲办法"]),
        ("依照《甲法》和国家有关规定，结合本县实际，制定本规定。", ["甲法"]),
        ("遵照《甲条例》，现决定如下。", ["甲条例"]),
        (
            "根据《甲法》等法律法规和《省人民政府办公厅关于转发〈乙办法〉的通知》（省政办发〔2020〕3号）精神，制定本实施细则。",
            ["甲法", "省人民政府办公厅关于转发〈乙办法〉的通知"],
        ),
        (
            "根据《甲法》（以下简称《甲》）、《乙条例》（以下简称《条例》），制定本办法。",
            ["甲法", "乙条例"],
        ),
        (
            "经县政府同意，现将《省政府关于甲的通知》（省政发〔2020〕3号）转发给你们，请认真贯彻执行。",
            ["省政府关于甲的通知"],
        ),
        (
            "根据《甲法》，按照《乙规划》《丙方案》部署，现就有关事项通告如下：",
            ["甲法", "乙规划", "丙方案"],
        ),
        (
            "为了规范管理，保护公民、法人合法权益，根据国务院《甲条例》、省《乙办法》及其他有关规定，结合本县实际情况，特制定本规定。",
            ["甲条例", "乙办法"],
        ),
        (
            "为进一步贯彻落实省委、省政府《关于甲的决定》，加快发展，特提出如下意见：",
            ["关于甲的决定"],
        ),
        ("根据《甲法》第十二条和《乙条例》第三条、第四条，制定本规定。", ["甲法", "乙条例"]),
        (
            "依据《甲法》及《乙条例》《丙细则》等法律法规规章，制定本制度。",
            ["甲法", "乙条例", "丙细则"],
        ),
        (
            "根据县委《关于甲的意见》（云发〔2020〕1号）和县政府《乙方案》，决定对甲实施改革。",
            ["关于甲的意见", "乙方案"],
        ),
    ],
)
def test_the_documents_that_the_opening_rests_on_are_its_bases(
    sentence: str, expected: list[str]
) -> None:
    assert names(proposal_of(f"{HEAD}{sentence}{FOOT}")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "现就有关事项通知如下：\n一、严格管理。按照《甲办法》要求，对物资全过程管理。",
        "现就有关事项通知如下：一、企业按照《甲公告》第二条规定适用政策的，应当申报。",
        "为做好工作，现通知如下：\n一、根据《甲办法》，应于1月31日前提交报告。",
        "《甲法》第五条规定，企业应当申报。现通知如下。",
        "本办法所称企业，是指《甲法》规定的企业。",
        "违反本办法的，依照《甲法》处罚。",
        "根据国家有关法律法规，制定本办法。",
        "根据省、市有关文件精神，现将《云溪县甲办法》印发给你们，请遵照执行。",
        "现将《云溪县甲办法》印发给你们，请按照《乙办法》一并执行。",
    ],
)
def test_a_document_that_is_only_mentioned_is_no_basis(sentence: str) -> None:
    assert names(proposal_of(f"{HEAD}{sentence}{FOOT}")) == []


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "第一条　根据《甲法》《乙条例》，制定本办法。\n第二条　依照《丙法》处罚。",
            ["甲法", "乙条例"],
        ),
        (
            "第一章　总则\n第一条　（依据）根据《甲法》，制定本办法。\n第二条　按照《丙》执行。",
            ["甲法"],
        ),
        ("一、总则\n（一）根据《甲法》，制定本办法。\n（二）按照《丙条例》执行。", ["甲法"]),
        (
            "1 总则\n1.1 编制依据\n依据《甲法》《乙预案》等，制定本预案。\n1.2 范围\n全县。",
            ["甲法", "乙预案"],
        ),
    ],
)
def test_the_bases_of_an_attached_document_stand_in_its_first_article(
    opening: str, expected: list[str]
) -> None:
    assert names(proposal_of(COVER + opening)) == expected


def test_a_document_followed_by_analogy_is_for_the_clerk_to_look_at() -> None:
    proposal = proposal_of(f"{HEAD}参照《甲办法》，制定本办法。{FOOT}")
    assert proposal.legal_bases[0].confidence is Confidence.CHECK


def test_a_list_that_names_a_document_without_marks_is_for_the_clerk_to_look_at() -> None:
    sentence = "根据县政府与某大学共建园区协议和《乙通知》要求，现就有关事项通知如下："
    proposal = proposal_of(f"{HEAD}{sentence}{FOOT}")
    assert names(proposal) == ["乙通知"]
    assert proposal.legal_bases[0].confidence is Confidence.CHECK


def test_the_articles_of_a_basis_are_kept() -> None:
    text = f"{HEAD}根据《甲法》第十二条第二款和《乙条例》第三条、第四条，制定本规定。{FOOT}"
    cited = [each.value.articles for each in proposal_of(text).legal_bases if each.value]
    assert cited == [("第十二条第二款",), ("第三条", "第四条")]


def test_what_a_sentence_of_purpose_goes_on_to_carry_out_is_for_the_clerk_to_look_at() -> None:
    sentence = "为贯彻上级精神，落实《县政府关于甲的通知》要求，现就有关事项通知如下："
    proposal = proposal_of(f"{HEAD}{sentence}{FOOT}")
    assert names(proposal) == ["县政府关于甲的通知"]
    assert proposal.legal_bases[0].confidence is Confidence.CHECK


def test_a_leading_group_with_a_telling_name_hides_no_basis() -> None:
    sentence = "根据应对某疫情工作领导小组《关于甲的通知》要求，现就有关事项通知如下："
    assert names(proposal_of(f"{HEAD}{sentence}{FOOT}")) == ["关于甲的通知"]
