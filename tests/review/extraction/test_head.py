"""Title, number, issuers, addressee and date in the shapes that real papers have."""

from datetime import date

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.reading import proposal_of

BODY = "为了做好有关工作，现将有关事项通知如下。\n一、加强领导。\n"
FOOT = "云溪县人民政府\n2026年3月2日\n"


def notice(head: str, foot: str = FOOT) -> str:
    return f"{head}\n各乡镇人民政府：\n{BODY}{foot}"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("云溪县人民政府关于加强\n经济工作的通知", "云溪县人民政府关于加强经济工作的通知"),
        (
            "云溪县人民政府关于印发云溪县养老办法\n实施细则的通知",
            "云溪县人民政府关于印发云溪县养老办法实施细则的通知",
        ),
        ("关于做好防汛工作\n为安全度汛提供保障的意见", "关于做好防汛工作为安全度汛提供保障的意见"),
        ("云溪县人民政府关于几 个 问 题 的 通 知", "云溪县人民政府关于几个问题的通知"),
        (
            "云溪县财政局\n云溪县水利局\n关于规范水费管理的通知",
            "云溪县财政局 云溪县水利局关于规范水费管理的通知",
        ),
        (
            "云溪县人民政府关于修改《云溪县\n停车办法》的决定",
            "云溪县人民政府关于修改《云溪县停车办法》的决定",
        ),
        ("关闭煤矿补偿办法", "关闭煤矿补偿办法"),
    ],
)
def test_a_title_broken_over_lines_is_put_together(lines: str, title: str) -> None:
    proposed = proposal_of(notice(f"{lines}\n云政发〔2026〕3号")).title
    assert (proposed.value, proposed.confidence) == (title, Confidence.CERTAIN)


def test_a_text_without_title_gets_none_invented() -> None:
    cover = "各乡镇人民政府：\n《云溪县停车办法》已经县政府同意，现印发给你们。\n"
    text = f"{cover}{FOOT}云溪县停车办法\n第一条 甲。"
    assert proposal_of(text).title.value is None


def test_the_title_of_an_order_is_the_document_it_promulgates() -> None:
    text = (
        "云溪市人民政府令\n第12号\n《云溪市停车办法》已经2026年2月1日市人民政府第3次常务会议通过，"
        "现予公布，自2026年5月1日起施行。\n市长　沈知远\n2026年3月2日\n云溪市停车办法\n第一条　甲。"
    )
    proposal = proposal_of(text)
    assert proposal.title.value == "云溪市停车办法"
    assert proposal.document_number.value == "云溪市人民政府令第12号"
    assert proposal.issuing_body.value == "云溪市人民政府"
    assert proposal.adopted_date.value == date(2026, 3, 2)
    assert proposal.effective_date.value == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("云政发〔2026〕3号", "云政发〔2026〕3号"),
        ("云政发[2026]3号", "云政发〔2026〕3号"),
        ("云政发（2026）３号", "云政发〔2026〕3号"),
        ("云政发〔\n2026〕\n3 号", "云政发〔2026〕3号"),
        ("文号：云政办发【2026】13号", "云政办发〔2026〕13号"),
        ("云科合〔2008〕第006号", "云科合〔2008〕第006号"),
    ],
)
def test_a_number_in_every_bracket_is_read(typed: str, number: str) -> None:
    assert proposal_of(notice(f"关于加强管理的通知\n{typed}")).document_number.value == number


def test_a_cited_number_is_never_taken_for_the_own_one() -> None:
    basis = "根据《清江省通知》（清政发〔2021〕9号）精神，通知如下。\n"
    text = f"关于加强管理的通知\n各乡镇人民政府：\n{basis}{FOOT}"
    assert proposal_of(text).document_number.value is None


def test_a_damaged_number_is_completed_but_not_certain() -> None:
    proposed = proposal_of(notice("云溪区府办发〔202026\n关于加强管理的通知")).document_number
    assert proposed.value == "云溪区府办发〔2020〕26号"
    assert proposed.confidence is Confidence.CHECK


def test_a_flattened_page_is_still_parted_into_title_number_and_addressee() -> None:
    text = (
        "云溪县人民政府关于加快发展的意见云府发〔2019〕17号各乡镇人民政府，有关单位："
        "近年来发展很快。"
        + "要加强领导，落实责任。" * 40
        + "云溪县人民政府   2019年6月28日   （此件公开发布）"
    )
    proposal = proposal_of(text)
    assert proposal.title.value == "云溪县人民政府关于加快发展的意见"
    assert proposal.document_number.value == "云府发〔2019〕17号"
    assert proposal.addressee.value == "各乡镇人民政府，有关单位"
    assert proposal.issuing_body.value == "云溪县人民政府"
    assert proposal.adopted_date.value == date(2019, 6, 28)


@pytest.mark.parametrize(
    ("foot", "bodies"),
    [
        ("云溪县财政局　云溪县水利局\n2026年3月2日\n", ["云溪县财政局", "云溪县水利局"]),
        ("云溪县财政局\n云溪县水利局\n（盖章）\n2026年3月2日", ["云溪县财政局", "云溪县水利局"]),
        ("县财政局县水利局县教育局\n2026年3月2日\n", ["县财政局", "县水利局", "县教育局"]),
        ("云溪县总工会/云溪县企业联合会\n2026年3月2日\n", ["云溪县总工会/云溪县企业联合会"]),
        ("共青团云溪县委\n云溪县妇联\n2026年3月2日\n", ["共青团云溪县委", "云溪县妇联"]),
        ("财 政 局\n2026年3月2日\n", ["财政局"]),
    ],
)
def test_joint_issuers_are_parted(foot: str, bodies: list[str]) -> None:
    foot = foot.replace("（盖章）\n", "")
    proposal = proposal_of(notice("关于规范水费管理的通知\n云财发〔2026〕3号", foot))
    found = [proposal.issuing_body.value, *(each.value for each in proposal.joint_issuers)]
    assert found == bodies


def test_an_issuer_that_title_and_signature_name_differently_is_to_be_checked() -> None:
    text = notice("云溪县水利局关于规范水费管理的通知", "云溪县财政局\n2026年3月2日\n")
    assert proposal_of(text).issuing_body.confidence is Confidence.CHECK


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026年3月2日", date(2026, 3, 2)),
        ("２０２６年３月２日", date(2026, 3, 2)),
        ("2026   年   3   月   2   日", date(2026, 3, 2)),
        ("二〇二六年三月二日", date(2026, 3, 2)),
        ("二○○七年十月二十一日", date(2007, 10, 21)),
        ("二ＯＯ七年十二月三十日", date(2007, 12, 30)),
        ("2026.3.2", date(2026, 3, 2)),
    ],
)
def test_the_date_of_writing_is_read_in_every_spelling(typed: str, day: date) -> None:
    text = notice("云溪县人民政府关于加强管理的通知", f"云溪县人民政府\n{typed}\n")
    assert proposal_of(text).adopted_date.value == day


def test_zeros_lost_by_a_scanner_are_completed_but_not_certain() -> None:
    text = notice("云溪县人民政府关于加强管理的通知", "云溪县人民政府\n二三年十月十五日\n")
    proposed = proposal_of(text).adopted_date
    assert (proposed.value, proposed.confidence) == (date(2003, 10, 15), Confidence.CHECK)


def test_the_date_of_the_imprint_is_not_the_date_of_writing() -> None:
    text = notice(
        "云溪县人民政府关于加强管理的通知", f"{FOOT}云溪县人民政府办公室 2026年3月9日印发\n"
    )
    assert proposal_of(text).adopted_date.value == date(2026, 3, 2)


def test_a_year_that_does_not_fit_the_number_makes_the_date_doubtful() -> None:
    text = notice("云溪县人民政府关于加强管理的通知\n云政发〔2025〕3号")
    assert proposal_of(text).adopted_date.confidence is Confidence.CHECK


@pytest.mark.parametrize(
    "typed",
    [
        "各乡镇人民政府，县直各部门",
        "县发展改革局、县财政局",
        "柳渡镇人民政府",
        "北京、云溪、柳渡、青柳商务主管部门",
    ],
)
@pytest.mark.parametrize("colon", ["：", ":", "∶", " ："])
def test_an_addressee_is_read_with_every_colon(typed: str, colon: str) -> None:
    text = f"关于加强管理的通知\n云政发〔2026〕3号\n{typed}{colon}\n{BODY}{FOOT}"
    assert proposal_of(text).addressee.value == typed


def test_a_distribution_list_is_no_addressee() -> None:
    text = f"关于加强管理的公告\n为了加强管理，现公告如下。\n{FOOT}分送：各乡镇人民政府：\n"
    assert proposal_of(text).addressee.value is None


def test_the_chrome_of_a_web_page_between_title_and_number_is_passed_over() -> None:
    chrome = "字号：   大   中   小\n• 来源：云溪县人民政府\n• 分享到：\n"
    text = notice(f"云溪县人民政府关于加强管理的通知\n{chrome}云政发〔2026〕3号")
    proposal = proposal_of(text)
    assert proposal.title.value == "云溪县人民政府关于加强管理的通知"
    assert proposal.document_number.value == "云政发〔2026〕3号"
    assert proposal.addressee.value == "各乡镇人民政府"


def test_a_bracket_under_the_title_gives_number_and_date_of_promulgation() -> None:
    # Given the bracket of a rule, broken over two lines, that names two meetings' days
    text = (
        "云溪市停车办法\n（试行）\n"
        "（2026年2月1日市人民政府第3次常务会议通过　2026年3月2日云溪市人民政府令第12号公布\n"
        "自2026年5月1日起施行）\n第一条　甲。\n第二条　本办法自2026年5月1日起施行。"
    )
    # When it is proposed
    proposal = proposal_of(text)
    assert proposal.title.value == "云溪市停车办法（试行）"
    # Then the day of promulgation counts, and none of it is certain but the day of effect
    assert proposal.document_number.value == "云溪市人民政府令第12号"
    assert proposal.adopted_date.value == date(2026, 3, 2)
    assert proposal.adopted_date.confidence is Confidence.CHECK
    assert proposal.issuing_body.value == "云溪市人民政府"
    assert proposal.issuing_body.confidence is Confidence.CHECK
    assert proposal.effective_date.confidence is Confidence.CERTAIN


def test_a_number_under_organ_and_kind_on_two_lines_bears_their_names() -> None:
    proposal = proposal_of(
        "云溪市第十二届人民代表大会常务委员会\n\n公  告\n\n（第56号）\n\n"
        "《云溪市停车条例》已由云溪市第十二届人民代表大会常务委员会第二十五次会议于"
        "2016年3月31日通过，现予公布。\n\n云溪市人民代表大会常务委员会\n\n2016年3月31日\n"
    )
    number = proposal.document_number
    assert number.value == "云溪市第十二届人民代表大会常务委员会公告第56号"
    assert number.confidence is Confidence.CHECK
