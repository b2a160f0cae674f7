"""Who explains the document, and whose explanations are meant otherwise."""

import pytest

from review.extraction.proposal import Confidence
from tests.review.extraction.reading import proposal_of


@pytest.mark.parametrize(
    ("clause", "body"),
    [
        ("本办法由县水利局负责解释。", "县水利局"),
        ("本办法由县水利局、县财政局负责解释。", "县水利局、县财政局"),
        ("本办法的具体应用问题，由省水行政主管部门负责解释。", "省水行政主管部门"),
        ("本办法具体解释工作由省民政厅承担。", "省民政厅"),
        ("本办法解释权归县教育局。", "县教育局"),
        ("本办法由县教育局会同有关部门负责解释。", "县教育局"),
        ("本办法由县教育局、县财政局共同解释。", "县教育局、县财政局"),
        ("本办法自2026年4月1日起施行，由县教育局负责解释。", "县教育局"),
    ],
)
def test_the_body_that_explains_the_document_is_named(clause: str, body: str) -> None:
    proposed = proposal_of(clause).interpretation_body
    assert (proposed.value, proposed.confidence) == (body, Confidence.CERTAIN)


@pytest.mark.parametrize(
    "sentence",
    [
        "地方性法规由常务委员会负责解释。",
        "因故无法处理的，应当向用户作出解释。",
        "地方标准实施中需要解释的，由标准化主管部门负责解释。",
        "结合审判工作实际，制定本解释。",
    ],
)
def test_explanations_of_something_else_name_no_body(sentence: str) -> None:
    assert proposal_of(sentence).interpretation_body.value is None
