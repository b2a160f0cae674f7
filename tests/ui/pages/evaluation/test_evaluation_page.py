"""The page of one evaluation: planned, filled in by keyboard, concluded, reported."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.acts.evaluation_sheet import SheetEntry, score_evaluation
from models.domain.evaluation import EvaluationFollowUp, EvaluationResult
from models.domain.lifecycle import EvaluationState
from models.domain.validity import ValidityTermKind
from models.queries.document_page import document_page
from models.queries.evaluation_page import EvaluationPage, evaluation_page
from models.queries.evaluations import evaluations_of_document
from models.queries.office import profile, today
from resources.terms import name_of
from tests.models.evaluations import (
    REASONS,
    conclude_one,
    document_in_force,
    full_scores,
    plan_one,
    score_one,
    start_one,
)
from tests.models.office import CLERK, HEAD, REVIEWER, order
from tests.ui.pages.conftest import Heard
from ui.desk import Desk, Route
from ui.pages.evaluation.forms import ConclusionForm, PlanForm
from ui.pages.evaluation.page import EvaluationRecordPage, Tab
from ui.parts.act_dialog import ActDialog
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.reason_dialog import ReasonDialog

SitDown = Callable[[str], Desk]
FULL = ("20", "15", "10", "15", "15", "12.5", "10")


@pytest.fixture
def document_id(sit_down: SitDown) -> int:
    """Return a document in force whose term is not over for years."""
    sit_down(CLERK)
    day = today()
    return document_in_force(effective=date(day.year - 1, day.month, 1))


def shown(qtbot: QtBot, desk: Desk, route: Route) -> EvaluationRecordPage:
    """Return the page of an evaluation, shown."""
    page = EvaluationRecordPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.open(route)
    settle(page)
    return page


def settle(page: EvaluationRecordPage) -> None:
    """Wait until the act and the reading after it are done."""
    for _ in range(3):
        page.desk.runner.wait_until_idle()


def _type(line: QLineEdit, words: str) -> None:
    """Write as a person does: signs come in, and the line says that it was edited."""
    line.insert(words)


def buttons(page: EvaluationRecordPage) -> list[str]:
    """Return the words on the buttons of the head."""
    return [button.text() for button in page.head.buttons]


def kept(evaluation_id: int) -> EvaluationPage:
    """Return an evaluation as the register has it."""
    return evaluation_page(evaluation_id, today())


def press(page: EvaluationRecordPage, words: str) -> None:
    """Press a button of the head."""
    button = page.head.button(words)
    assert button is not None
    button.click()


def test_a_document_without_evaluation_is_planned_from_here(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    # Given the page of a document that was never evaluated
    route = Route("evaluation", extra=(("document", str(document_id)),))
    page = shown(qtbot, sit_down(CLERK), route)
    assert buttons(page) == ["打开文件", "列入后评估"]
    # When its evaluation is planned by another unit
    press(page, "列入后评估")
    dialog = page.dialog
    assert isinstance(dialog, ActDialog)
    (form,) = dialog.findChildren(PlanForm)
    form.unit.setText("云溪县城市管理和综合执法局")
    dialog.proceed.click()
    settle(page)
    # Then it is planned, and can be started
    (row,) = evaluations_of_document(document_id, today())
    assert row.unit == "云溪县城市管理和综合执法局"
    assert "开始评估" in buttons(page)


def test_an_evaluation_is_started_and_its_sheet_filled_in_with_the_keyboard(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    # Given a planned evaluation, started by the reviewer
    evaluation_id = plan_one(document_id)
    page = shown(qtbot, sit_down(REVIEWER), Route("evaluation", evaluation_id))
    press(page, "开始评估")
    settle(page)
    assert kept(evaluation_id).row.state is EvaluationState.STARTED
    # When the marks are typed, Enter after each
    first = page.sheet.lines[0].marks
    qtbot.waitUntil(first.isVisible)
    first.setFocus()
    for line, marks in zip(page.sheet.lines, FULL, strict=True):
        assert page.focusWidget() is line.marks
        _type(line.marks, marks)
        QTest.keyClick(line.marks, Qt.Key.Key_Return)
    # Then the sum is shown, and Ctrl+S keeps them
    assert page.sheet.sum.text() == "合计：得分 97.5，满分 100"
    page.offers["file.save"]()
    settle(page)
    assert kept(evaluation_id).row.marks == "97.5"
    assert kept(evaluation_id).row.state is EvaluationState.SCORED


def test_wrong_marks_are_told_at_their_line_and_nothing_is_kept(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = start_one(document_id)
    page = shown(qtbot, sit_down(REVIEWER), Route("evaluation", evaluation_id))
    for line, marks in zip(page.sheet.lines, ("21", "很好", "10.25"), strict=False):
        _type(line.marks, marks)

    page.keep.click()
    settle(page)

    assert "满分是 20 分" in page.sheet.lines[0].problem.text()
    told = [line.problem.text() for line in page.sheet.lines]
    assert [bool(words) for words in told] == [True, True, True, False, False, False, False]
    qtbot.waitUntil(page.sheet.lines[0].problem.isVisible)
    assert kept(evaluation_id).row.marks == "0"


def test_the_words_of_the_course_are_kept_with_the_marks(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = start_one(document_id)
    page = shown(qtbot, sit_down(REVIEWER), Route("evaluation", evaluation_id))
    page.tabs.setCurrentIndex(Tab.COURSE)
    _type(page.course.methods, "问卷调查、座谈会")
    page.course.findings.insertPlainText("标识不清。")
    page.keep.click()
    settle(page)

    course = kept(evaluation_id).course
    assert (course.methods, course.findings) == (("问卷调查", "座谈会"), "标识不清。")
    assert page.may_leave()


def test_what_is_written_and_not_kept_is_asked_about_before_leaving(
    qtbot: QtBot, sit_down: SitDown, document_id: int, heard: Heard
) -> None:
    evaluation_id = start_one(document_id)
    page = shown(qtbot, sit_down(REVIEWER), Route("evaluation", evaluation_id))
    _type(page.sheet.lines[0].marks, "18")
    # What somebody else did meanwhile does not wipe it out
    page.refresh()
    settle(page)
    assert page.sheet.lines[0].marks.text() == "18"

    assert not page.may_leave()
    dialog = page.dialog
    assert isinstance(dialog, ConfirmDialog)
    dialog.proceed.click()

    assert heard.backs == [True]
    assert page.may_leave()


def test_a_sheet_that_somebody_else_changed_is_refused_and_says_so(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = start_one(document_id)
    page = shown(qtbot, sit_down(REVIEWER), Route("evaluation", evaluation_id))
    _type(page.sheet.lines[0].marks, "18")
    score_evaluation(order(HEAD), evaluation_id, SheetEntry(full_scores()[:1]))

    page.keep.click()
    settle(page)

    assert page.errors.isVisible()
    assert kept(evaluation_id).sheet[0].marks == "20"


def test_a_clerk_reads_the_sheet_and_does_not_write_on_it(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    page = shown(qtbot, sit_down(CLERK), Route("evaluation", start_one(document_id)))

    assert page.sheet.lines[0].marks.isReadOnly()
    assert not page.keep.isVisible()
    assert "file.save" not in page.offers


def test_the_head_concludes_and_goes_on_to_the_report(
    qtbot: QtBot, sit_down: SitDown, document_id: int, heard: Heard
) -> None:
    # Given a scored evaluation
    evaluation_id = score_one(document_id)
    page = shown(qtbot, sit_down(HEAD), Route("evaluation", evaluation_id))
    # When it is concluded that the document is to be amended
    press(page, "作出评估结论")
    dialog = page.dialog
    assert isinstance(dialog, ActDialog)
    (form,) = dialog.findChildren(ConclusionForm)
    dialog.proceed.click()
    assert not form.is_sound()
    form.result.setCurrentIndex(list(EvaluationResult).index(EvaluationResult.AMEND))
    form.reasons.setPlainText(REASONS)
    dialog.proceed.click()
    settle(page)
    # Then the amendment is owed, and the report is the next step
    assert kept(evaluation_id).row.follow_up is EvaluationFollowUp.OWED
    press(page, "出具后评估报告")
    extra = (("kind", "evaluation_report"), ("document", str(document_id)))
    assert heard.routes[-1] == Route("letter", extra=extra)


def test_a_continuation_entered_at_once_prolongs_the_document(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = score_one(document_id)
    page = shown(qtbot, sit_down(HEAD), Route("evaluation", evaluation_id))
    press(page, "作出评估结论")
    dialog = page.dialog
    assert isinstance(dialog, ActDialog)
    (form,) = dialog.findChildren(ConclusionForm)
    form.reasons.setPlainText(REASONS)
    form.is_entered.setChecked(True)
    form.term.kind.setCurrentText(name_of(ValidityTermKind.UNTIL_DATE))
    dialog.proceed.click()
    assert "最后一日" in form.form._lines["term"].problem.text()
    form.term.until.show_value(date(today().year + 9, 12, 31))
    dialog.proceed.click()
    settle(page)

    facts = document_page(document_id, profile(), today()).facts
    assert facts.expiry_date == date(today().year + 9, 12, 31)
    assert kept(evaluation_id).row.follow_up is EvaluationFollowUp.DONE


def test_papers_are_added_opened_and_taken_back(
    qtbot: QtBot, sit_down: SitDown, document_id: int, tmp_path: Path
) -> None:
    # Given a planned evaluation and a file
    evaluation_id = plan_one(document_id)
    page = shown(qtbot, sit_down(CLERK), Route("evaluation", evaluation_id))
    survey = tmp_path / "问卷汇总.txt"
    survey.write_text("共收回问卷二百一十份。", encoding="utf-8")
    # When it is added
    page.add_material(survey)
    settle(page)
    assert page.tabs.tabText(Tab.MATERIALS) == "评估材料 1"
    # Then a copy of it can be opened
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    page.open_place = note
    page.materials.open_wanted.emit(kept(evaluation_id).materials[0])
    settle(page)
    assert Path(opened[0]).read_text(encoding="utf-8") == "共收回问卷二百一十份。"
    # And it can be taken back with a reason
    page.materials.buttons[0].click()
    dialog = page.dialog
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setText("选错文件")
    dialog.proceed.click()
    settle(page)
    assert kept(evaluation_id).materials[0].withdrawn_reason == "选错文件"


def test_a_concluded_evaluation_leads_to_another_one_of_the_same_document(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = conclude_one(document_id, EvaluationResult.AMEND)
    page = shown(qtbot, sit_down(HEAD), Route("evaluation", evaluation_id))

    words = ["打开文件", "列入后评估", "出具后评估报告", "落实评估结论…"]
    assert buttons(page) == words


def test_an_evaluation_is_taken_back_by_the_head(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = plan_one(document_id)
    page = shown(qtbot, sit_down(HEAD), Route("evaluation", evaluation_id))
    press(page, "撤销后评估")
    dialog = page.dialog
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setText("重复列入")
    dialog.proceed.click()
    settle(page)

    assert kept(evaluation_id).withdrawn_reason == "重复列入"


@pytest.mark.parametrize(
    ("result", "step"),
    [
        (EvaluationResult.CONTINUE, "RENEW"),
        (EvaluationResult.AMEND, "AMEND"),
        (EvaluationResult.REPEAL, "END"),
        (EvaluationResult.LAPSE, "END"),
    ],
)
def test_a_conclusion_leads_to_the_act_that_carries_it_out(
    qtbot: QtBot,
    sit_down: SitDown,
    document_id: int,
    heard: Heard,
    result: EvaluationResult,
    step: str,
) -> None:
    evaluation_id = conclude_one(document_id, result)
    page = shown(qtbot, sit_down(CLERK), Route("evaluation", evaluation_id))
    press(page, "落实评估结论…")
    assert heard.routes[-1] == Route("document", document_id, (("step", step),))


def test_who_may_not_carry_a_conclusion_out_is_not_asked_to(
    qtbot: QtBot, sit_down: SitDown, document_id: int
) -> None:
    evaluation_id = conclude_one(document_id, EvaluationResult.REPEAL)
    page = shown(qtbot, sit_down(REVIEWER), Route("evaluation", evaluation_id))
    assert "落实评估结论…" not in buttons(page)
