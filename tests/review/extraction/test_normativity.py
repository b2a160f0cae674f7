"""Whether a document looks like a normative document."""

import csv
import gzip
import io
from collections import Counter
from pathlib import Path

import pytest

from review.extraction.flow import flow_of
from review.extraction.judgement import Normativity
from review.extraction.normativity import (
    core_of,
    judge_normativity,
    normativity_of_title,
)
from review.extraction.normativity_features import feature_table
from review.extraction.proposed import missing

LABELS = Path(__file__).with_name("normativity_labels.csv")
INDEX = (
    Path(__file__).parents[4] / "shared" / "data" / "ledger_samples" / "gov_document_index.csv.gz"
)


@pytest.mark.parametrize(
    "title",
    [
        "云溪县人民政府关于印发云溪县停车场管理办法（试行）的通知",
        "关于修改《云溪县犬只管理规定》的决定",
        "云溪县人民政府关于禁止在城区燃放烟花爆竹的通告",
        "云溪县民政局关于调整最低生活保障标准的通知",
        "云溪县人民政府办公室关于印发云溪县支持民宿发展若干措施的通知",
        "云溪县人民政府办公室转发县教育局关于民办教育管理若干意见的通知",
    ],
)
def test_a_title_that_rules_outside_the_house_looks_normative(title: str) -> None:
    assert normativity_of_title(title).normativity is Normativity.LOOKS_NORMATIVE


@pytest.mark.parametrize(
    ("title", "feature"),
    [
        ("云溪县人民政府关于王某某等三名同志职务任免的通知", "appointment"),
        ("云溪县人民政府关于表彰先进集体的决定", "commendation"),
        ("云溪县人民政府关于同意设立青石镇客运站的批复", "reply"),
        ("云溪县人民政府办公室关于印发2021年工作要点的通知", "work_plan"),
        ("云溪县人民政府关于印发云溪县防汛应急预案的通知", "emergency_plan"),
        ("云溪县人民政府关于成立防汛抗旱领导小组的通知", "organisation"),
        ("《云溪县停车场管理办法》政策解读", "news"),
        ("云溪县人民政府常务会议纪要", "minutes"),
        ("云溪县养犬管理规定（征求意见稿）", "draft"),
    ],
)
def test_a_title_of_a_matter_used_once_or_inside_looks_not_and_says_why(
    title: str, feature: str
) -> None:
    judgement = normativity_of_title(title)

    assert judgement.normativity is Normativity.LOOKS_NOT
    assert feature in {reason.feature for reason in judgement.reasons}


def test_measures_on_a_matter_that_is_otherwise_no_rule_are_a_rule() -> None:
    judgement = normativity_of_title("云溪县人民政府关于印发云溪县质量奖评选表彰办法的通知")

    assert judgement.normativity is Normativity.LOOKS_NORMATIVE


def test_a_bare_notice_to_strengthen_work_is_left_to_the_clerk() -> None:
    judgement = normativity_of_title("云溪县人民政府关于进一步加强安全生产工作的通知")

    assert judgement.normativity is Normativity.UNCLEAR


def test_the_code_for_normative_documents_in_a_number_speaks_for_it() -> None:
    title = "云溪县人民政府关于进一步加强渣土运输工作的通知"

    judgement = normativity_of_title(title, "云政规〔2022〕3号")

    assert judgement.normativity is Normativity.LOOKS_NORMATIVE
    assert judgement.reasons[0].feature == "rule_number"


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("云溪县人民政府关于印发云溪县停车管理办法(试行)的通知", "云溪县停车管理办法(试行)"),
        ("云溪县民政局关于发布《云溪县殡葬管理规定》的通知", "云溪县殡葬管理规定"),
        ("云溪县人民政府关于加强养犬管理的通告", "加强养犬管理的通告"),
    ],
)
def test_the_core_of_a_title_is_the_document_a_notice_issues(title: str, core: str) -> None:
    assert core_of(title) == core


def test_every_feature_names_its_reason_and_source() -> None:
    for features in feature_table().by_place.values():
        for feature in features:
            assert feature.reason
            assert feature.source
            assert feature.words or feature.pattern
            assert feature.weight


def test_traits_of_the_text_are_named_with_their_place() -> None:
    text = (
        "关于加强犬只管理的通知\n各乡镇人民政府：\n养犬的单位和个人应当为犬只办理登记。\n"
        "本通知自2022年1月1日起施行，有效期五年。\n"
    )

    judgement = judge_normativity(flow_of(text), missing(), missing())

    assert judgement.normativity is Normativity.LOOKS_NORMATIVE
    placed = {reason.feature: reason.place for reason in judgement.reasons}
    validity = placed["validity_clause"]
    assert validity is not None
    assert text[validity.start : validity.end].startswith("有效期")


def test_titles_that_were_judged_by_hand_are_judged_the_same_where_they_are_clear() -> None:
    # given titles that no feature was tuned on, judged by a person; what a title alone does
    # not tell is labelled unclear and counts for nothing
    if not INDEX.exists():
        pytest.skip("the index of real documents is not here")
    with gzip.open(INDEX) as stream:
        rows = list(csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8-sig")))
    with LABELS.open(encoding="utf-8") as lines:
        labels = [row for row in csv.DictReader(lines) if row["tuned_on"] == "no"]

    # when the program judges them
    judged = Counter(
        (row["label"], _judged(rows[int(row["row"])]))
        for row in labels
        if row["label"] != Normativity.UNCLEAR
    )

    # then it finds the normative ones, and is sure of the others only where it may be
    yes, no = Normativity.LOOKS_NORMATIVE, Normativity.LOOKS_NOT
    assert judged[yes, yes] >= 0.9 * sum(judged[yes, look] for look in Normativity)
    assert judged[yes, yes] >= 0.9 * (judged[yes, yes] + judged[no, yes])
    assert judged[yes, no] == 0
    assert judged[no, no] >= 0.9 * sum(judged[no, look] for look in Normativity)


def _judged(row: dict[str, str]) -> Normativity:
    return normativity_of_title(row["title"], row["doc_number_raw"]).normativity
