"""A title alone says whether a line is worth a clerk's look, and why."""

import pytest

from resources.terms import name_in
from review.omissions.title_looks import look_of_title


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("云溪县人民政府关于印发云溪县养犬管理办法的通知", "rule_name"),
        ("云溪县城镇公共停车场管理规定（试行）", "rule_name"),
        ("云溪县人民政府关于促进民宿业发展的若干意见", "rule_name"),
        ("云溪县人民政府关于禁止燃放烟花爆竹的通告", "public_order"),
        ("云溪县人民政府关于调整水资源费征收有关事项的通知", "duty_words"),
        ("云溪县人民政府关于废止部分文件的决定", "repeal"),
        ("", "no_title"),
    ],
)
def test_titles_that_may_bind_everybody_are_looked_at(title: str, reason: str) -> None:
    look = look_of_title(title, "")
    assert (look.looks_normative, look.reasons) == (True, (reason,))


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("关于许某任职的通知", "appointment"),
        ("云溪县人民政府关于同意设立柳渡镇卫生院的批复", "reply"),
        ("云溪县人民政府关于表彰先进单位的决定", "commendation"),
        ("云溪县人民政府关于成立防汛指挥部的通知", "institution"),
        ("云溪县“十四五”农业发展规划", "planning"),
        ("云溪县突发事件应急预案", "emergency"),
        ("一图读懂《云溪县养犬管理办法》", "publicity"),
        ("云溪县人民政府工作规则", "institution"),
        ("上级关于某事的情况", "publicity"),
    ],
)
def test_titles_of_one_case_or_inside_the_house_are_not(title: str, reason: str) -> None:
    look = look_of_title(title, "")
    assert (look.looks_normative, look.reasons) == (False, (reason,))


def test_an_office_named_in_a_title_is_not_its_subject() -> None:
    look = look_of_title("云溪县卫生和计划生育委员会关于规范诊所管理的通知", "")
    assert look.looks_normative


def test_the_number_of_an_order_tells_a_rule_of_another_rank() -> None:
    assert look_of_title("清江省养犬管理办法", "清江省人民政府令第9号").reasons == ("regulation",)


def test_every_reason_has_words() -> None:
    for title in ("关于许某任职的通知", "云溪县养犬管理办法", "云溪县天气"):
        (reason,) = look_of_title(title, "").reasons
        assert name_in("TitleLook", reason) != reason
