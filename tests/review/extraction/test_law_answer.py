"""What ``read --json`` tells of the laws a document rests on, and of what it looks like."""

from review.extraction.answer import answer_of
from review.extraction.examination import examine_text
from review.reading.text import FileFormat, ReadText

TEXT = """云溪县人民政府办公室关于印发云溪县婚姻登记服务规定的通知

各乡镇人民政府：
现将规定印发给你们。

第一条　根据《婚姻法》《云溪县人民政府关于做好服务工作的意见》和《中华人民共和国行政许可法》，
制定本规定。
第二条　违反本规定的，依照行政处罚法第九条处理。
第三条　本规定自2019年5月1日起施行，有效期五年。
"""


def _answer() -> dict[str, object]:
    read = ReadText("规定.txt", FileFormat.TXT, TEXT, (), "", len(TEXT))
    return answer_of(examine_text(read))


def test_a_basis_that_is_a_law_says_how_it_stands_and_what_replaced_it() -> None:
    bases = _answer()["fields"]["legal_bases"]  # type: ignore[index]

    laws = {item["value"]["name"]: item["law"] for item in bases["items"]}

    assert laws["婚姻法"]["status"] == "repealed"
    assert laws["婚姻法"]["successor"]["name"] == "民法典"
    assert laws["中华人民共和国行政许可法"]["status"] == "in_force"
    assert laws["云溪县人民政府关于做好服务工作的意见"] is None
    assert all(set(value) >= {"name", "number"} for value in bases["value"])


def test_every_law_the_text_names_is_listed_with_its_articles() -> None:
    laws = _answer()["laws"]

    assert isinstance(laws, list)
    last = laws[-1]
    assert last["name"] == "中华人民共和国行政处罚法"
    assert [article["first"] for article in last["articles"]] == [9]
    start, end = last["place"]
    assert TEXT[start:end] == "行政处罚法第九条"


def test_the_look_of_a_normative_document_is_told_with_its_reasons() -> None:
    normativity = _answer()["normativity"]

    assert isinstance(normativity, dict)
    assert normativity["value"] == "looks_normative"
    assert {reason["feature"] for reason in normativity["reasons"]} >= {"articles", "rule_kind"}
