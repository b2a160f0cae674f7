"""The review desk: clauses, findings by place, the conclusion they lead to, and the refusals."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.acts.letters import issue_letter
from models.acts.reviews import add_finding, conclude_review, open_review
from models.domain.lifecycle import ReviewState
from models.domain.records import FindingEntry, ReviewEntry
from models.domain.terms import FindingClass, LetterSeries, ReviewConclusion, ReviewTrigger
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.queries.review_page import ReviewPage, review_page
from review.letters.drafting.review import propose_opinion
from review.letters.press import press_into
from tests.models.office import (
    CLERK,
    REVIEWER,
    TODAY,
    accept_one,
    add_body,
    order,
    receive_one,
    register_one,
)
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.review.page import ReviewDeskPage

SitDown = Callable[[str], Desk]

FINE = FindingEntry(
    clause="第八条",
    quote="处二百元罚款",
    finding_class=FindingClass.BEYOND_POWERS,
    problem="规范性文件设定罚款。",
    basis_title="中华人民共和国行政处罚法",
    basis_article="第十六条",
)
PURPOSE = FindingEntry(
    clause="第一条",
    quote="规范停车管理",
    finding_class=FindingClass.TECHNICAL,
    problem="没有写明制定依据。",
    basis_title="规章制定程序条例",
    basis_article="第七条",
)


@pytest.fixture
def review_id(sit_down: SitDown) -> int:
    """Open a review of a registered filing and return its id."""
    sit_down(REVIEWER)
    filing_id = receive_one()
    accept_one(filing_id)
    document_id = filing_page(filing_id, profile()).document_id
    entry = ReviewEntry(ReviewTrigger.EX_OFFICIO_REVIEW, document_id, filing_id, REVIEWER)
    return open_review(order(REVIEWER), entry).review_id


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown, review_id: int) -> ReviewDeskPage:
    """Return the reviewer's desk with the review open."""
    return _page(qtbot, sit_down(REVIEWER), review_id)


def _page(qtbot: QtBot, desk: Desk, review_id: int) -> ReviewDeskPage:
    shown = ReviewDeskPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1300, 760)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.open(Route("review", review_id))
    desk.runner.wait_until_idle()
    return shown


def _find(page: ReviewDeskPage, *findings: FindingEntry) -> list[int]:
    view = page.view_model.view
    assert view is not None
    ids = [add_finding(order(REVIEWER), view.page.id, finding) for finding in findings]
    page.refresh()
    page.desk.runner.wait_until_idle()
    return ids


def _select(page: ReviewDeskPage, words: str) -> None:
    start = page.text.toPlainText().index(words)
    cursor = page.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    page.text.setTextCursor(cursor)


def _fill(page: ReviewDeskPage) -> None:
    page.side.form.finding_class.choose(2)
    page.side.form.problem.setPlainText(FINE.problem)
    page.side.form.basis_title.setText(FINE.basis_title)
    page.side.form.basis_article.setText(FINE.basis_article)


def _review(review_id: int) -> ReviewPage:
    return review_page(review_id)


def test_the_articles_are_listed_and_lead_to_their_place(page: ReviewDeskPage) -> None:
    listed = [line.words for line in page.structure.lines.shown]

    assert [one.split("　")[0] for one in listed] == ["第一条", "第八条"]


def test_marking_the_words_selected_fills_clause_and_quote(page: ReviewDeskPage) -> None:
    _select(page, "处二百元罚款")
    page.text.setFocus()

    QTest.keyClick(page.text, Qt.Key.Key_M)

    assert page.side.currentWidget() is page.side.form
    assert page.side.form.clause.text() == "第八条"
    assert page.side.form.quote.toPlainText() == "处二百元罚款"


def test_a_number_key_chooses_the_class(page: ReviewDeskPage) -> None:
    _select(page, "处二百元罚款")
    page.mark_selection()

    QTest.keyClick(page.side.form.finding_class, Qt.Key.Key_3)

    assert page.side.form.finding_class.value() is FindingClass.PROCEDURE


def test_a_number_typed_into_a_field_stays_there(page: ReviewDeskPage) -> None:
    page.mark_selection()
    page.side.form.clause.setFocus()

    QTest.keyClicks(page.side.form.clause, "3jm")

    assert page.side.form.clause.text() == "3jm"
    assert page.side.form.finding_class.value() is None


def test_a_finding_is_added_and_shown_as_a_card(
    page: ReviewDeskPage, qtbot: QtBot, review_id: int
) -> None:
    # Given words marked and the finding written
    _select(page, "处二百元罚款")
    page.mark_selection()
    _fill(page)
    # When it is put forward
    with qtbot.waitSignal(page.view_model.finding_added):
        page.side.form.submit_button.click()
    page.desk.runner.wait_until_idle()
    # Then it stands in the review and as a card
    assert [one.quote for one in _review(review_id).findings] == ["处二百元罚款"]
    assert [card.accessibleName() for card in page.side.cards.cards] == [
        "第1个问题，第八条，超越权限"
    ]
    assert page.side.counted.text() == "审查发现 1"
    assert page.text.selected_place() is None


def test_what_is_missing_is_said_beside_the_fields(page: ReviewDeskPage, review_id: int) -> None:
    _select(page, "处二百元罚款")
    page.mark_selection()

    page.side.form.submit_button.click()
    page.desk.runner.wait_until_idle()

    assert page.side.form.problem.accessibleDescription() == "请写明问题"
    assert page.side.form.basis_title.accessibleDescription() == "请写明依据的名称"
    assert _review(review_id).findings == ()


def test_a_quote_that_is_not_in_the_text_is_refused_beside_the_quote(
    page: ReviewDeskPage, qtbot: QtBot, review_id: int
) -> None:
    _select(page, "处二百元罚款")
    page.mark_selection()
    _fill(page)
    page.side.form.quote.setPlainText("处五百元罚款")

    with qtbot.waitSignal(page.view_model.refused):
        page.side.form.submit_button.click()

    assert "处五百元罚款" in page.side.form.quote.accessibleDescription()
    assert _review(review_id).findings == ()


def test_cards_stand_in_the_order_of_the_text(page: ReviewDeskPage) -> None:
    _find(page, FINE, PURPOSE)

    assert [card.finding.row.clause for card in page.side.cards.cards] == ["第一条", "第八条"]


def test_j_and_k_walk_through_the_findings_and_light_them_up(page: ReviewDeskPage) -> None:
    fine, purpose = _find(page, FINE, PURPOSE)
    page.text.setFocus()
    stood_on = []

    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        QTest.keyClick(page.text, key)
        current = page.view_model.current
        stood_on.append(current.row.id if current else None)

    assert stood_on == [purpose, fine, purpose]
    text = page.text.toPlainText()
    lit = [text[place.start : place.end] for place, tone in page.text._places if tone is None]
    assert lit == ["规范停车管理"]


def test_a_finding_withdrawn_stays_in_grey_with_its_reason(
    page: ReviewDeskPage, qtbot: QtBot, review_id: int
) -> None:
    (finding_id,) = _find(page, FINE)
    page.ask_to_withdraw(finding_id)

    page.reason.reason.setText("上位法已有规定")
    with qtbot.waitSignal(page.view_model.finding_withdrawn):
        page.reason.proceed.click()
    page.desk.runner.wait_until_idle()

    assert _review(review_id).findings[0].withdrawn_reason == "上位法已有规定"
    assert not page.side.cards.cards[0].finding.is_standing
    assert page.side.counted.text() == "审查发现 0"


def test_a_finding_withdrawn_is_passed_over(page: ReviewDeskPage, qtbot: QtBot) -> None:
    fine, purpose = _find(page, FINE, PURPOSE)
    with qtbot.waitSignal(page.view_model.finding_withdrawn):
        page.view_model.withdraw(fine, "上位法已有规定")
    page.desk.runner.wait_until_idle()

    page.view_model.step(1)
    page.view_model.step(1)

    current = page.view_model.current
    assert current is not None
    assert current.row.id == purpose


@pytest.mark.parametrize(
    ("findings", "word"),
    [((), "审查通过"), ((PURPOSE,), "有技术性问题"), ((PURPOSE, FINE), "应予纠正")],
)
def test_the_conclusion_is_the_one_the_findings_lead_to(
    page: ReviewDeskPage, findings: tuple[FindingEntry, ...], word: str
) -> None:
    _find(page, *findings)

    page.ask_to_conclude()

    assert page.side.conclusion.conclusion.plate.word == word


def test_a_defect_without_a_request_is_refused_beside_the_field(
    page: ReviewDeskPage, review_id: int
) -> None:
    _find(page, FINE)
    page.ask_to_conclude()

    page.side.conclusion.conclude_button.click()
    page.desk.runner.wait_until_idle()

    assert "请写明要求" in page.side.conclusion.requested_act.accessibleDescription()
    assert _review(review_id).state is ReviewState.UNDER_REVIEW


def test_a_concluded_review_leads_to_its_opinion(
    page: ReviewDeskPage, qtbot: QtBot, review_id: int, heard: Heard
) -> None:
    # Given a review with a defect and a request to the issuer
    _find(page, FINE)
    page.ask_to_conclude()
    page.side.conclusion.requested_act.setPlainText("修改该条")
    page.side.conclusion.conclude_button.click()
    # When the reviewer confirms
    with qtbot.waitSignal(page.view_model.concluded):
        page.confirm.proceed.click()
    page.desk.runner.wait_until_idle()
    # Then it is concluded, nothing can be marked, and the opinion is the next step
    assert _review(review_id).state is ReviewState.CONCLUDED_DEFECT
    assert not page.side.mark.isVisibleTo(page)
    heard.done[-1].steps[0].take()
    extra = (("kind", "review_opinion"), ("review", str(review_id)))
    assert heard.routes == [Route("letter", extra=extra)]


def test_a_conclusion_overtaken_by_a_new_finding_is_refused(
    page: ReviewDeskPage, qtbot: QtBot, review_id: int
) -> None:
    # Given a desk that shows a review without findings
    page.ask_to_conclude()
    # When a colleague has found a defect meanwhile
    add_finding(order(REVIEWER), review_id, FINE)
    with qtbot.waitSignal(page.view_model.refused):
        page.view_model.conclude("", "")
    # Then the conclusion is refused on the page
    assert page.panel.title.text() == "结论与审查发现不一致"
    assert _review(review_id).state is ReviewState.UNDER_REVIEW


def test_the_due_date_stands_with_its_derivation(page: ReviewDeskPage) -> None:
    assert page.head.note.text() == "审结期限：启动审查 2026-03-16 + 30 日 = 2026-04-15，周三"


def test_a_clerk_reads_but_marks_nothing(qtbot: QtBot, sit_down: SitDown, review_id: int) -> None:
    shown = _page(qtbot, sit_down(CLERK), review_id)

    shown.mark_selection()

    assert not shown.side.mark.isVisibleTo(shown)
    assert shown.side.currentWidget() is not shown.side.form
    assert [button.text() for button in shown.head.buttons] == ["打开备案件", "文书 ▾"]


def test_a_finding_half_written_is_still_there_on_coming_back(
    page: ReviewDeskPage, review_id: int
) -> None:
    _select(page, "处二百元罚款")
    page.mark_selection()
    page.side.form.problem.setPlainText("规范性文件设定")

    page.open(Route("review", review_id))
    page.desk.runner.wait_until_idle()

    assert page.side.currentWidget() is page.side.form
    assert page.side.form.problem.toPlainText() == "规范性文件设定"


def test_what_was_asked_in_one_review_is_not_carried_into_another(page: ReviewDeskPage) -> None:
    # Given a request written for one review
    page.ask_to_conclude()
    page.side.conclusion.requested_act.setPlainText("删去第八条")
    page.side.conclusion.summary.setPlainText("只看了罚款")
    # When another document's review is concluded at the same desk
    other = register_one(2, add_body())
    entry = ReviewEntry(ReviewTrigger.THEMATIC, other, None, REVIEWER)
    second = open_review(order(REVIEWER), entry).review_id
    page.open(Route("review", second))
    page.desk.runner.wait_until_idle()
    page.ask_to_conclude()
    # Then nothing of the first stands there; coming back to one's own words keeps them
    assert page.side.conclusion.form.read() == {"requested_act": "", "summary": ""}
    page.side.conclusion.requested_act.setPlainText("补正程序")
    page.side.show_findings()
    page.ask_to_conclude()
    assert page.side.conclusion.form.read()["requested_act"] == "补正程序"


def _choices(page: ReviewDeskPage) -> list[str]:
    button = page.head.button("文书 ▾")
    assert button is not None
    return [action.text() for action in button.menu().actions()]


def test_while_a_review_goes_on_its_letters_are_offered_in_one_menu(
    page: ReviewDeskPage, review_id: int, heard: Heard
) -> None:
    assert _choices(page) == ["出具请予说明函", "出具征求意见函", "出具审查延期通知"]
    button = page.head.button("文书 ▾")
    assert button is not None
    button.menu().actions()[0].trigger()
    extra = (("kind", "explanation_request"), ("review", str(review_id)))
    assert heard.routes == [Route("letter", extra=extra)]


def test_after_a_defect_the_government_is_offered_only_once_the_opinion_was_sent(
    page: ReviewDeskPage, review_id: int
) -> None:
    # Given a review that found a defect
    _find(page, FINE)
    conclude_review(order(REVIEWER), review_id, ReviewConclusion.CONCLUDED_DEFECT, "修改第八条", "")
    page.refresh()
    page.desk.runner.wait_until_idle()
    assert _choices(page) == ["出具备案审查意见书", "出具审查终结反馈"]
    # When its opinion is issued
    press = press_into(page.desk.register.letters, LetterSeries.REVIEW_OPINION, ("pdf",))
    issue_letter(order(REVIEWER), propose_opinion(review_id, TODAY).as_draft(), press)
    page.refresh()
    page.desk.runner.wait_until_idle()
    # Then the request and the drafts for the government follow, and the opinion can be opened
    assert _choices(page)[:2] == ["出具审查终结反馈", "出具责令改正的请示"]
    assert _choices(page)[-1].startswith("打开备案审查意见书　")
