"""What a proposal becomes in the register is the same wherever it is registered."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.acts.register_document import register_historic_document
from models.domain.terms import RelationKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.queries.bodies import body_named
from resources import path_of
from review.extraction.propose import propose
from review.proposed_entry import proposed_entry
from review.reading.reader import read_file
from tests.models.office import GOVERNMENT, add_body, order

pytestmark = pytest.mark.usefixtures("register")

SAMPLES: Path = path_of("samples")
PARKING = SAMPLES / "01-parking-measures.docx"
PAGE = """云溪县人民政府关于印发《云溪县公共浴室管理办法》的通知

发布日期：2019-03-08

云政规〔2019〕8号

各乡镇人民政府：

现将《云溪县公共浴室管理办法》印发给你们，请遵照执行。

云溪县人民政府
2019年3月2日

云溪县公共浴室管理办法

第一条　为了规范公共浴室管理，制定本办法。

第二条　本办法自2019年4月1日起施行，有效期5年。

第三条　本办法由云溪县市场监督管理局负责解释。
"""


def test_a_past_document_keeps_its_day_of_publication_term_and_interpreter(
    tmp_path: Path,
) -> None:
    # Given a past document with the line of a web page that says when it was published
    add_body(GOVERNMENT)
    paper = tmp_path / "页面.txt"
    paper.write_text(PAGE, encoding="utf-8")
    proposal = propose(read_file(paper))
    body = body_named(GOVERNMENT.name)
    assert body is not None

    past = proposed_entry(proposal, body, is_published=True)
    new = proposed_entry(proposal, body, is_published=False)

    assert past.published_date == date(2019, 3, 8)
    assert new.published_date is None
    assert past.validity_term == ValidityTerm(ValidityTermKind.YEARS, 5)
    assert past.interpretation_body == "云溪县市场监督管理局"


def test_what_it_repeals_is_linked_with_the_register() -> None:
    # Given a register that holds what the text repeals
    add_body(GOVERNMENT)
    body = body_named(GOVERNMENT.name)
    assert body is not None
    proposal = propose(read_file(PARKING))
    repealed = next(one.value for one in proposal.repeals if one.value is not None)
    past = replace(
        proposed_entry(proposal, body, is_published=True),
        title=repealed.name,
        document_number=repealed.number,
        adopted_date=date(2016, 3, 1),
        effective_date=date(2016, 4, 1),
        relations=(),
    )
    document_id = register_historic_document(order(), past)

    entry = proposed_entry(proposal, body, is_published=False)

    links = [one.target_id for one in entry.relations if one.kind is RelationKind.REPEALS]
    assert document_id in links
