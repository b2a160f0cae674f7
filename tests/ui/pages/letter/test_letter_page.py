"""A letter is proposed, written anew where one may, issued, printed, saved and withdrawn."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.acts.register_document import refuse_registration
from models.acts.reviews import add_finding, conclude_review, open_review
from models.domain.lifecycle import LetterState
from models.domain.records import FindingEntry, ReviewEntry
from models.domain.terms import FindingClass, ReviewConclusion, ReviewTrigger
from models.queries.letters import LetterFilter, letter_ids, letter_page
from models.queries.office import today
from models.queries.trail import trail_of
from review.reading.reader import read_file
from tests.models.office import (
    ADMINISTRATOR,
    CLERK,
    HEAD,
    REVIEWER,
    accept_one,
    add_body,
    order,
    parking_measures,
    receive_one,
)
from tests.ui.pages.conftest import Heard, SitDown
from tests.ui.pages.finding import part_of
from ui.desk import Desk, Route
from ui.pages.letter.page import LetterPage
from ui.widgets.buttons import Button
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.labels import WrappedLabel
from ui.widgets.reason_dialog import ReasonDialog

RECEIPT = Route("letter", None, (("kind", "filing_receipt"), ("filing", "1")))
OPINION = Route("letter", None, (("kind", "review_opinion"), ("review", "1")))


@pytest.fixture
def filing(register: object) -> int:  # noqa: ARG001 -- opens the register
    """Return a registered filing."""
    filing_id = receive_one()
    accept_one(filing_id)
    return filing_id


@pytest.fixture
def review(filing: int) -> int:
    """Return a review of the filing that ended with a finding."""
    reviewer = order(REVIEWER)
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, 1, filing, REVIEWER)
    review_id = open_review(reviewer, entry).review_id
    finding = FindingEntry(
        "第八条",
        "违反本办法的，处二百元罚款。",
        FindingClass.BEYOND_POWERS,
        "设定了罚款",
        "中华人民共和国行政处罚法",
        "第十六条",
    )
    add_finding(order(REVIEWER), review_id, finding)
    conclude_review(
        order(REVIEWER),
        review_id,
        ReviewConclusion.CONCLUDED_DEFECT,
        "删去第八条",
        "超越权限",
    )
    return review_id


def shown(qtbot: QtBot, desk: Desk, route: Route) -> LetterPage:
    """Return the page at a route, its paper drawn."""
    page = LetterPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 640)
    page.show()
    page.open(route)
    wait(qtbot, desk)
    return page


def wait(qtbot: QtBot, desk: Desk) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(desk.runner.is_idle, timeout=20_000)


def words(page: LetterPage) -> str:
    """Return the words of the paper shown."""
    document = page.preview.document
    pages = range(document.pageCount())
    text = "".join(document.getAllText(number).text() for number in pages)
    return "".join(text.split())


def issue(qtbot: QtBot, page: LetterPage) -> None:
    """Tick what is to be looked at, issue the letter and wait for it."""
    for tick in page.proposal_side.findings.ticks.values():
        tick.setChecked(True)
    page.proposal_side.issue.click()
    part_of(page, ConfirmDialog).proceed.click()
    wait(qtbot, page.desk)


def test_a_proposed_receipt_is_shown_as_it_will_be_printed(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)

    assert "规范性文件备案回执" in words(page)
    assert "（发文时编号）" in words(page)
    assert page.preview.note.text().startswith("字体：")
    assert page.preview.print_button.isHidden()
    assert "file.print" not in page.offers
    assert letter_ids(LetterFilter()) == []
    assert filing


def test_the_notice_of_a_refused_registration_goes_the_same_way(qtbot: QtBot, desk: Desk) -> None:
    # Given a document that was not registered
    document_id = refuse_registration(order(), parking_measures(add_body()), "属于内部管理文件。")
    about = (("kind", "registration_refusal"), ("document", str(document_id)))
    # When its notice is shown and issued
    page = shown(qtbot, desk, Route("letter", None, about))
    assert "不予登记通知书" in words(page)
    issue(qtbot, page)
    # Then it is frozen with the reason and a number of its own series
    (letter_id,) = letter_ids(LetterFilter())
    assert letter_page(letter_id).letter_number == f"云司登退〔{today().year}〕1号"
    assert "属于内部管理文件" in words(page)


def test_what_is_written_anew_is_drawn_anew(qtbot: QtBot, desk: Desk, filing: int) -> None:
    page = shown(qtbot, desk, RECEIPT)

    line = next(one for one in page.form.findChildren(QLineEdit) if one.text() == "许知禾")
    line.selectAll()
    QTest.keyClicks(line, "Lin")

    # What is shown is no longer what would be issued, so issuing waits for the new paper.
    assert not page.proposal_side.issue.isEnabled()
    qtbot.waitUntil(page.proposal_side.issue.isEnabled, timeout=20_000)
    assert "Lin" in words(page)
    assert "许知禾" not in words(page)
    assert filing


def test_what_may_not_be_empty_is_said_beside_the_field(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    before = words(page)

    page.form.show_values({"contact_phone": " "})
    page._rewrite()
    wait(qtbot, desk)

    said = [label.text() for label in page.form.findChildren(WrappedLabel)]
    assert "这一项会印在文书上，请填写。" in said
    assert words(page) == before
    assert filing


def test_an_issued_receipt_is_frozen_with_its_number(
    qtbot: QtBot, desk: Desk, filing: int, heard: Heard
) -> None:
    page = shown(qtbot, desk, RECEIPT)

    issue(qtbot, page)

    letter = letter_page(letter_ids(LetterFilter())[0])
    assert letter.filing_id == filing
    assert letter.letter_number in words(page)
    assert "（发文时编号）" not in words(page)
    assert heard.done[0].text == f"已发出备案回执 {letter.letter_number}"
    assert [step.title for step in heard.done[0].steps] == ["打印"]
    assert not page.frozen_side.isHidden()
    assert page.proposal_side.isHidden()
    assert "file.print" in page.offers


def test_the_question_before_issuing_repeats_series_and_addressee(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)

    page.proposal_side.issue.click()

    said = [label.text() for label in part_of(page, ConfirmDialog).findChildren(WrappedLabel)]
    assert "柳渡镇人民政府" in said
    assert any(text.startswith("备案回执 ") and "取下一号" in text for text in said)
    assert any("文号不能收回" in text for text in said)
    assert filing


def test_an_opinion_carries_what_the_person_wrote(
    qtbot: QtBot, sit_down: SitDown, review: int
) -> None:
    desk = sit_down(REVIEWER)
    page = shown(qtbot, desk, OPINION)
    page.form.show_values(
        {"requested_act": "于年内废止该文件", "copy_to": ("县人大办", "县政府办")}
    )
    page._rewrite()
    wait(qtbot, desk)

    issue(qtbot, page)

    letter = letter_page(letter_ids(LetterFilter())[0])
    assert letter.review_id == review
    assert letter.data["requested_act"] == "于年内废止该文件"
    assert letter.data["copy_to"] == ["县人大办", "县政府办"]
    assert "于年内废止该文件" in words(page)


def test_what_must_be_changed_stops_the_letter_and_leads_to_its_field(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    assert page.proposal_side.issue.isEnabled()

    page.form.show_values({"contact_name": "\u00d7年待定"})
    page._rewrite()
    wait(qtbot, desk)

    findings = page.proposal_side.findings
    assert not page.proposal_side.issue.isEnabled()
    assert "必须改" in findings.summary.text()
    findings.findChildren(Button)[0].click()
    assert page.form.widget("contact_name").hasFocus() or not page.isActiveWindow()
    page.form.show_values({"contact_name": "许知禾"})
    page._rewrite()
    wait(qtbot, desk)
    assert page.proposal_side.issue.isEnabled()
    assert filing


def test_what_is_to_be_looked_at_is_ticked_before_the_letter_goes_out(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    page.form.show_values({"addressee": "柳渡镇"})
    page._rewrite()
    wait(qtbot, desk)
    findings = page.proposal_side.findings
    (tick,) = findings.ticks.values()
    assert not page.proposal_side.issue.isEnabled()

    tick.setChecked(True)

    assert page.proposal_side.issue.isEnabled()
    issue(qtbot, page)
    (line,) = trail_of("letter", letter_ids(LetterFilter())[0])
    assert line.facts["checked"] == ["unknown_body:addressee"]
    assert filing


def test_the_way_to_a_second_receipt_leads_to_the_first(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    issue(qtbot, shown(qtbot, desk, RECEIPT))

    again = shown(qtbot, desk, RECEIPT)

    assert not again.frozen_side.isHidden()
    assert again.proposal_side.isHidden()
    assert len(letter_ids(LetterFilter())) == 1
    assert filing


def test_a_filing_that_is_not_registered_gets_no_receipt(qtbot: QtBot, desk: Desk) -> None:
    receive_one()

    page = shown(qtbot, desk, RECEIPT)

    assert page.error.title.text() == "文书缺少内容"
    assert page.proposal_side.isHidden()


def test_a_character_no_face_has_is_named_and_nothing_is_issued(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)

    page.form.show_values({"contact_name": "林\U00030ede"})
    page._rewrite()
    wait(qtbot, desk)

    assert page.error.title.text() == "有字无法打印"
    assert not page.proposal_side.issue.isEnabled()
    assert filing


def test_the_administrator_looks_but_does_not_issue(
    qtbot: QtBot, sit_down: SitDown, filing: int
) -> None:
    page = shown(qtbot, sit_down(ADMINISTRATOR), RECEIPT)

    assert page.proposal_side.issue.isHidden()
    assert filing


def test_a_copy_is_saved_and_another_file_not_replaced_unasked(
    qtbot: QtBot, desk: Desk, filing: int, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    issue(qtbot, page)
    word, pdf = tmp_path / "回执.docx", tmp_path / "回执.pdf"
    pdf.write_text("别的文件", encoding="utf-8")

    page.save_to("docx", word)
    page.save_to("pdf", pdf)
    wait(qtbot, desk)

    assert "备案回执" in read_file(word).text
    assert pdf.read_text(encoding="utf-8") == "别的文件"
    part_of(page, ConfirmDialog).proceed.click()
    wait(qtbot, desk)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert filing
    assert sorted(one.name for one in tmp_path.glob(".*")) == []


def test_a_copy_that_cannot_be_written_is_refused_in_words(
    qtbot: QtBot, desk: Desk, filing: int, tmp_path: Path
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    issue(qtbot, page)

    page.save_to("pdf", tmp_path / "没有" / "回执.pdf")
    wait(qtbot, desk)

    assert page.error.title.text() == "没有另存成功"
    assert filing


def test_a_letter_leads_to_what_it_is_about(
    qtbot: QtBot, desk: Desk, filing: int, heard: Heard
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    issue(qtbot, page)

    buttons = [
        page.frozen_side.records.itemAt(place).widget()
        for place in range(page.frozen_side.records.count())
    ]
    for button in buttons:
        assert isinstance(button, QPushButton)
        button.click()

    assert heard.routes[0] == Route("filing", filing)
    assert [route.page for route in heard.routes] == ["filing", "document", "sheet"]


def test_every_page_is_printed(
    qtbot: QtBot, sit_down: SitDown, review: int, tmp_path: Path
) -> None:
    page = shown(qtbot, sit_down(REVIEWER), OPINION)
    issue(qtbot, page)
    printed = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, _parent: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        return True

    page.papers.choose = choose
    page.preview.print_button.click()
    wait(qtbot, page.desk)

    pages = page.preview.document.pageCount()
    page.preview.show_pdf(printed.read_bytes())
    assert page.preview.document.pageCount() == pages
    assert review


@pytest.mark.skipif(
    bool(QPrinterInfo.availablePrinterNames()), reason="this computer has a printer"
)
def test_without_a_printer_the_letter_can_be_saved_instead(
    qtbot: QtBot, desk: Desk, filing: int
) -> None:
    page = shown(qtbot, desk, RECEIPT)
    issue(qtbot, page)

    page.preview.print_button.click()
    wait(qtbot, desk)

    assert page.error.title.text() == "没有可用的打印机"
    assert page.error.way.text() == "另存为 PDF"
    assert filing


def test_the_head_withdraws_with_a_reason_and_another_may_be_issued(
    qtbot: QtBot, sit_down: SitDown, filing: int
) -> None:
    head = sit_down(HEAD)
    page = shown(qtbot, head, RECEIPT)
    issue(qtbot, page)
    letter_id = letter_ids(LetterFilter())[0]

    page.frozen_side.withdraw.click()
    dialog = part_of(page, ReasonDialog)
    dialog.proceed.click()
    assert dialog.isVisible()
    dialog.reason.setText("主送机关写错")
    dialog.proceed.click()
    wait(qtbot, head)

    assert letter_page(letter_id).state is LetterState.WITHDRAWN
    assert letter_page(letter_id).withdrawn_reason == "主送机关写错"
    assert page.frozen_side.status.word == "已撤回"
    assert page.frozen_side.withdraw.isHidden()
    again = shown(qtbot, head, RECEIPT)
    assert not again.proposal_side.isHidden()
    assert filing


def test_a_clerk_is_not_offered_to_withdraw(qtbot: QtBot, sit_down: SitDown, filing: int) -> None:
    page = shown(qtbot, sit_down(CLERK), RECEIPT)

    issue(qtbot, page)

    assert page.frozen_side.withdraw.isHidden()
    assert filing


def test_a_paper_changed_on_disk_is_not_shown(qtbot: QtBot, desk: Desk, filing: int) -> None:
    issue(qtbot, shown(qtbot, desk, RECEIPT))
    letter_id = letter_ids(LetterFilter())[0]
    stored = desk.register.letters.path_of(letter_page(letter_id).papers["pdf"])
    stored.chmod(0o600)
    stored.write_bytes(b"%PDF-1.4 changed")

    page = shown(qtbot, desk, Route("letter", letter_id))

    assert page.error.title.text() == "原件被改动"
    assert page.preview.isHidden()
    assert filing
