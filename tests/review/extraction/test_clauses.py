"""Clauses on effect, validity, repeal and basis, and sentences that only look like them."""

from datetime import date

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.reading import proposal_of

HEAD = "云溪县人民政府关于加强管理的通知\n云政发〔2026〕3号\n各乡镇人民政府：\n"
FOOT = "\n云溪县人民政府\n2026年3月2日\n"


def with_clause(clause: str) -> str:
    return f"{HEAD}现就有关事项通知如下。\n{clause}{FOOT}"


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("本通知自2026年4月1日起施行。", date(2026, 4, 1)),
        ("第九条　本办法由县水利局负责解释，自2026年4月1日起正式施行。", date(2026, 4, 1)),
        ("本规定自二〇二六年四月一日起生效。", date(2026, 4, 1)),
        ("本意见自印发之日起执行。", date(2026, 3, 2)),
        ("本意见自发布之日起30日后施行。", date(2026, 4, 1)),
    ],
)
def test_the_day_of_effect_is_read(clause: str, day: date) -> None:
    assert proposal_of(with_clause(clause)).effective_date.value == day


def test_the_imprint_dates_an_effect_from_printing() -> None:
    text = with_clause("本通知自印发之日起施行。") + "云溪县人民政府办公室2026年3月9日印发\n"
    assert proposal_of(text).effective_date.value == date(2026, 3, 9)


def test_a_computed_day_of_effect_is_never_certain() -> None:
    proposed = proposal_of(with_clause("本通知自公布之日起施行。")).effective_date
    assert proposed.confidence is Confidence.CHECK


@pytest.mark.parametrize(
    "sentence",
    [
        "许可决定自作出之日起生效。",
        "1982年公布、自1982年8月1日起施行的《云溪县水利办法》继续有效。",
        "自本通知印发之日起，《云溪县水利办法》停止执行。",
        "新标准将于2027年1月1日起适用。",
    ],
)
def test_the_effect_of_something_else_is_not_taken(sentence: str) -> None:
    assert proposal_of(with_clause(sentence)).effective_date.value is None


@pytest.mark.parametrize(
    ("clause", "end"),
    [
        ("本办法自2026年4月1日起施行，有效期5年。", date(2031, 3, 31)),
        ("本办法自2026年4月1日起施行，有效期为三年。", date(2029, 3, 31)),
        ("本办法自2026年4月1日起施行，有效期至2030年12月31日。", date(2030, 12, 31)),
        ("本办法自2026年4月1日起施行，至2028年3月31日止。", date(2028, 3, 31)),
        ("本办法自2026年4月1日起试行，试行期1年。", date(2027, 3, 31)),
        ("本通知执行时间为2026年1月1日至2027年12月31日。", date(2027, 12, 31)),
    ],
)
def test_the_end_of_validity_is_read_or_computed(clause: str, end: date) -> None:
    assert proposal_of(with_clause(clause)).validity_end.value == end


@pytest.mark.parametrize(
    "sentence",
    [
        "经营许可证有效期为5年。",
        "证书有效期届满30日前申请延续。",
        "规范性文件有效期为3年至5年。",
        "申请人应当在批准文件有效期内申请变更登记。",
    ],
)
def test_the_validity_of_licences_is_not_taken(sentence: str) -> None:
    assert proposal_of(with_clause(sentence)).validity_clause.value is None


def test_the_term_of_an_amended_document_is_not_certain() -> None:
    clause = "《云溪县公路办法》根据本决定作相应修改，重新公布，有效期至2027年5月31日。"
    assert proposal_of(with_clause(clause)).validity_end.confidence is not Confidence.CERTAIN


def repeals(text: str) -> list[tuple[str, str]]:
    found = [each.value for each in proposal_of(text).repeals]
    return [(each.name, each.number) for each in found if each is not None]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("《甲办法》（云政发〔2011〕9号）同时废止。", [("甲办法", "云政发〔2011〕9号")]),
        ("《甲办法》、《乙规定》同时废止。", [("甲办法", ""), ("乙规定", "")]),
        ("云政发〔2011〕97号文件同时废止。", [("", "云政发〔2011〕97号")]),
        ("自本通知印发之日起，《甲办法》停止执行。", [("甲办法", "")]),
        (
            "2007年4月23日云溪市人民政府令第98号公布的《甲办法》同时废止。",
            [("甲办法", "云溪市人民政府令第98号")],
        ),
        (
            "《云溪县人民政府关于印发〈甲办法〉的通知》（云政发〔2011〕9号）同时废止。",
            [("云溪县人民政府关于印发〈甲办法〉的通知", "云政发〔2011〕9号")],
        ),
        (
            "一、对下列文件予以废止：\n（一）《甲办法》（云政发〔2011〕9号）；\n（二）《乙规定》。",
            [("甲办法", "云政发〔2011〕9号"), ("乙规定", "")],
        ),
    ],
)
def test_repealed_documents_are_named(clause: str, expected: list[tuple[str, str]]) -> None:
    assert repeals(with_clause(clause)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "以前规定与《甲办法》不一致的，以本通知为准。",
        "违反《甲办法》的文件应当予以废止。",
        "《甲办法》被废止后，按照新规定执行。",
        "根据《甲办法》申请复议的，处罚不停止执行。",
    ],
)
def test_sentences_that_end_nothing_name_nothing(sentence: str) -> None:
    assert repeals(with_clause(sentence)) == []


def bases(text: str) -> list[str]:
    found = [each.value for each in proposal_of(text).legal_bases]
    return [each.name for each in found if each is not None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("根据《甲法》《乙条例》等规定，制定本办法。", ["甲法", "乙条例"]),
        ("为贯彻落实《甲意见》（清政发〔2021〕9号）精神，结合本县实际，通知如下。", ["甲意见"]),
        ("根据省政府《甲意见》和市《乙办法》要求，通知如下。", ["甲意见", "乙办法"]),
        ("根据《甲法》等法律、法规，以及《乙办法》，制定本办法。", ["甲法", "乙办法"]),
        (
            "根据《云溪县公平办法》（以下简称《公平办法》），按照《公平办法》执行。",
            ["云溪县公平办法"],
        ),
        ("根据有关法律法规，制定本办法。", []),
        ("违反《甲法》的，依法处理。", []),
    ],
)
def test_bases_are_the_documents_the_text_rests_on(sentence: str, expected: list[str]) -> None:
    assert bases(f"{HEAD}{sentence}{FOOT}") == expected


def test_a_request_is_the_basis_of_its_reply() -> None:
    request = "你镇《关于设立园区的请示》（柳政〔2026〕5号）收悉。现批复如下。"
    text = f"云溪县人民政府关于设立园区的批复\n柳渡镇人民政府：\n{request}{FOOT}"
    assert bases(text) == ["关于设立园区的请示"]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("附件：甲表", ["甲表"]),
        ("附件：1．甲表\n2．乙表（试行）", ["甲表", "乙表（试行）"]),
        ("附件：1.甲表 2.乙表", ["甲表", "乙表"]),
        ("附件1：甲表\n附件2：乙表", ["甲表", "乙表"]),
    ],
)
def test_attachments_are_read_from_their_note(note: str, expected: list[str]) -> None:
    proposal = proposal_of(f"{HEAD}现就有关事项通知如下。\n{note}{FOOT}")
    assert [each.value for each in proposal.attachments] == expected


def test_what_a_forwarded_document_ends_is_not_ended_by_its_cover() -> None:
    # Given a cover that forwards a notice, which ends a third one
    cover = "现将《甲通知》转发给你们，请遵照执行。"
    inner = "甲通知\n一、《乙办法》同时废止。\n县水利局\n2025年1月3日"
    # Then the cover ends nothing
    assert repeals(f"{HEAD}{cover}{FOOT}{inner}") == []


def test_the_precedence_clause_is_shown_to_the_clerk() -> None:
    proposed = proposal_of(with_clause("以前规定与本通知不一致的，以本通知为准。"))
    assert proposed.precedence_clause.value == "以前规定与本通知不一致的，以本通知为准。"
    assert proposed.precedence_clause.confidence is Confidence.CHECK


def test_a_computed_end_shows_the_other_reading_beside_it() -> None:
    proposed = proposal_of(with_clause("本办法自2026年4月1日起施行，有效期5年。")).validity_end
    assert proposed.value == date(2031, 3, 31)
    assert "2031年4月1日" in proposed.reason
