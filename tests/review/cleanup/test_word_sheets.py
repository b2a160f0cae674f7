"""A sheet filled in Word comes back like a workbook."""

import io
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from models.domain.cleanup import CleanupOutcome
from review.cleanup.opinion_sheets.collecting import collect
from review.cleanup.opinion_sheets.questions import QuestionKind
from review.cleanup.opinion_sheets.word_sheet import word_sheet_of
from tests.review.cleanup.sheets import BUSES, CAMPAIGN, PARKING, TRANSPORT, UNITS

TITLE, NUMBER, CHOICE, BASIS = 1, 2, 6, 8


def opened() -> Any:  # noqa: ANN401 -- the library's own tree
    return Document(io.BytesIO(word_sheet_of(UNITS[0])))


def choose(cell: Any, words: str) -> None:  # noqa: ANN401
    """Choose from the list of a cell, as Word writes it."""
    control = next(cell._tc.iter(qn("w:sdt")))
    properties = control.find(qn("w:sdtPr"))
    properties.remove(properties.find(qn("w:showingPlcHdr")))
    next(control.iter(qn("w:t"))).text = words


def test_a_word_sheet_offers_the_choices_and_shows_the_documents() -> None:
    table = opened().tables[1]
    items = table.rows[1].cells[CHOICE]._tc.iter(qn("w:listItem"))

    assert [row.cells[TITLE].text for row in table.rows[1:]] == [
        d.title for d in UNITS[0].documents
    ]
    assert [item.get(qn("w:value")) for item in items] == [
        "继续有效",
        "修改",
        "废止",
        "宣布失效",
        "已废止或失效",
    ]


def test_a_word_reply_is_read_by_its_hidden_keys_and_what_nobody_chose_is_no_answer(
    tmp_path: Path,
) -> None:
    # Given a reply whose rows were moved and one lost title and number
    document = opened()
    document.tables[0].rows[0].cells[1].text = "王芳"
    document.tables[0].rows[0].cells[3].text = "2026年12月1日"
    parking, buses, _taxis = document.tables[1].rows[1:]
    choose(parking.cells[CHOICE], "继续有效")
    choose(buses.cells[CHOICE], "废止")
    buses.cells[BASIS].text = "《云溪县客运管理办法》第三条"
    buses.cells[TITLE].text = buses.cells[NUMBER].text = ""
    parking._tr.addprevious(buses._tr)
    document.save(str(tmp_path / "交通局.docx"))

    result = collect([tmp_path / "交通局.docx"], UNITS, campaign_id=CAMPAIGN)

    assert result.questions == ()
    assert [(one.document_id, one.choice) for one in result.opinions] == [
        (BUSES.document_id, CleanupOutcome.REPEAL),
        (PARKING.document_id, CleanupOutcome.KEEP),
    ]
    reply = result.replies[0]
    assert (reply.unit_id, reply.filled_by) == (TRANSPORT, "王芳")
    assert reply.filled_on == date(2026, 12, 1)


def test_a_word_reply_that_repeals_without_basis_is_asked_about(tmp_path: Path) -> None:
    document = opened()
    choose(document.tables[1].rows[1].cells[CHOICE], "废止")
    document.save(str(tmp_path / "r.docx"))

    result = collect([tmp_path / "r.docx"], UNITS, campaign_id=CAMPAIGN)

    assert [one.kind for one in result.questions] == [QuestionKind.BASIS_MISSING]
