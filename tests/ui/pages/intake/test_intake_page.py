"""A filing is received in the window: read, judged, checked for doubles, entered once."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.acts.decide_filing import refuse_filing
from models.domain.clock import present_instant
from models.domain.terms import DocumentClass, MaterialKind
from models.queries.bodies import body_named
from models.queries.document_page import document_page
from models.queries.duplicates import similar_documents
from models.queries.filing_page import FilingPage, filing_page
from models.queries.filings import FilingFilter, FilingOrder, filing_ids
from models.queries.office import profile, today
from tests.models.office import CLERK, GOVERNMENT, TOWN, add_body, order, register_one
from tests.ui.pages.conftest import Heard
from tests.ui.pages.dropping import drop_on
from ui.desk import Desk, Route
from ui.pages.intake.page import IntakePage
from ui.parts.body_dialog import BodyDialog
from ui.widgets.buttons import Button

SitDown = Callable[[str], Desk]

PAPER = """柳渡镇人民政府文件

柳政发〔2024〕19号

柳渡镇人民政府关于印发
《柳渡镇集市管理规定》的通知

各村民委员会：

现将《柳渡镇集市管理规定》印发给你们，请遵照执行。

柳渡镇人民政府
2024年7月20日

柳渡镇集市管理规定

第一条　为了规范集市管理，制定本规定。

第二条　本规定自2024年9月1日起施行，有效期5年。
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a township's document as a file."""
    path = tmp_path / "集市管理规定.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.fixture
def page(qtbot: QtBot, sit_down: SitDown) -> IntakePage:
    """Return the clerk's form, empty, in a county with a government and a town."""
    add_body(GOVERNMENT)
    add_body(TOWN)
    return _page(qtbot, sit_down(CLERK))


def _page(qtbot: QtBot, desk: Desk) -> IntakePage:
    shown = IntakePage(desk)
    shown._pause.setInterval(0)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    shown.open(Route("intake"))
    desk.runner.wait_until_idle()
    return shown


def _settle(page: IntakePage, qtbot: QtBot) -> None:
    """Let the form be followed, as after a pause in typing."""
    qtbot.waitUntil(lambda: not page._pause.isActive())
    page.desk.runner.wait_until_idle()


def _drop(page: IntakePage, paper: Path, qtbot: QtBot) -> None:
    drop_on(page, [paper])
    page.desk.runner.wait_until_idle()
    _settle(page, qtbot)


def _fill(page: IntakePage, qtbot: QtBot) -> None:
    """Enter what the paper does not say."""
    page.form.received_way.setEditText("窗口递交")
    page.form.published_date.show_value(today() - timedelta(days=10))
    page.form.materials.lines[MaterialKind.FILING_REPORT].copies.setValue(3)
    _settle(page, qtbot)


def _receive(page: IntakePage, paper: Path, qtbot: QtBot) -> FilingPage:
    _drop(page, paper, qtbot)
    _fill(page, qtbot)
    with qtbot.waitSignal(page.view_model.received) as received:
        page.receive.click()
    filing_id = (received.args or [0])[0]
    return filing_page(filing_id, profile())


def _count() -> int:
    return len(filing_ids(FilingFilter(), FilingOrder.TITLE))


def test_a_file_dropped_proposes_the_facts_of_its_document(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    _drop(page, paper, qtbot)

    values = page.form.document.read()
    assert values["title"] == "柳渡镇人民政府关于印发《柳渡镇集市管理规定》的通知"
    assert values["document_number"] == "柳政发〔2024〕19号"
    assert values["adopted_date"] == date(2024, 7, 20)
    assert page.form.issuing_body.currentText() == TOWN.name
    assert page.form.filing_body.currentText() == TOWN.name
    assert "集市管理规定" in page.side.text.toPlainText()


def test_coming_to_a_field_lights_up_its_place(page: IntakePage, paper: Path, qtbot: QtBot) -> None:
    _drop(page, paper, qtbot)

    page.form.document.focused.emit("document_number")

    text = page.side.text.toPlainText()
    lit = [text[place.start : place.end] for place, _ in page.side.text._places]
    assert lit == ["柳政发〔2024〕19号"]


def test_the_reason_stands_under_the_field_come_to(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    _drop(page, paper, qtbot)

    page.form.document_number.setFocus()

    assert page.form.document.reason_shown() == "文首单独成行"
    assert page.form.document._lines["document_number"].mark.word == "确定"


def test_a_value_the_clerk_has_changed_loses_mark_and_reason(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    _drop(page, paper, qtbot)
    page.form.document_number.setFocus()

    page.form.document_number.setText("柳政发〔2024〕20号")

    assert page.form.document._lines["document_number"].mark.isHidden()
    assert page.form.document.reason_shown() == ""
    assert not page.form.document._lines["title"].mark.isHidden()


def test_timeliness_is_said_at_once_with_its_derivation(page: IntakePage, qtbot: QtBot) -> None:
    page.form.received_date.show_value(date(2026, 3, 20))
    page.form.published_date.show_value(date(2026, 3, 2))
    _settle(page, qtbot)

    assert page.timely.plate.word == "逾期 3 天"
    assert page.timely.why.text() == "公布 2026-03-02 + 15 日 = 2026-03-17，周二"


def test_without_a_date_of_publication_nothing_is_judged(page: IntakePage, qtbot: QtBot) -> None:
    _settle(page, qtbot)

    assert page.timely.plate.word == "待定"


def test_what_is_missing_is_said_beside_the_fields_and_nothing_is_saved(
    page: IntakePage,
) -> None:
    page.receive.click()
    page.desk.runner.wait_until_idle()

    assert page.form.filing_body.accessibleDescription() == "请选择报送机关"
    assert page.form.title.accessibleDescription() == "请填写文件名称"
    assert _count() == 0


def test_a_body_that_is_not_on_the_list_is_said_beside_the_field(page: IntakePage) -> None:
    page.form.filing_body.setEditText("东山镇人民政府")

    page.receive.click()

    assert page.form.filing_body.accessibleDescription().startswith("名册里没有这个机关")


def test_the_filing_is_received_with_its_papers_and_file(
    page: IntakePage, paper: Path, qtbot: QtBot, heard: Heard
) -> None:
    filing = _receive(page, paper, qtbot)

    assert (filing.filing_body_name, filing.received_way) == (TOWN.name, "窗口递交")
    assert filing.is_timely
    came = {row.kind: row.copies for row in filing.materials}
    assert came[MaterialKind.FILING_REPORT] == 3
    document = document_page(filing.document_id, profile(), today())
    assert page.desk.register.files.read(document.files[0].sha256) == paper.read_bytes()
    assert heard.routes == [Route("filing", filing.id)]
    assert heard.done[-1].text.startswith("已收件《柳渡镇人民政府")


def test_pressing_twice_receives_once(page: IntakePage, paper: Path, qtbot: QtBot) -> None:
    _drop(page, paper, qtbot)
    _fill(page, qtbot)

    page.submit()
    page.submit()
    page.desk.runner.wait_until_idle()

    assert _count() == 1


def test_a_refusal_about_a_date_stands_beside_its_field(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    _drop(page, paper, qtbot)
    _fill(page, qtbot)
    page.form.received_date.show_value(today() + timedelta(days=3))

    with qtbot.waitSignal(page.view_model.refused):
        page.submit()

    assert "晚于今天" in page.form.received_date.accessibleDescription()
    assert _count() == 0


def test_a_file_changed_since_it_was_read_is_refused(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    _drop(page, paper, qtbot)
    _fill(page, qtbot)
    paper.write_text("别的内容", encoding="utf-8")

    with qtbot.waitSignal(page.view_model.refused):
        page.submit()

    assert page.panel.title.text() == "文件刚被改动"
    assert _count() == 0


def test_a_double_is_shown_as_a_card_and_refused_until_decided(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    # Given a filing that was received
    _receive(page, paper, qtbot)
    page.desk.runner.wait_until_idle()
    # When the same file comes again
    _drop(page, paper, qtbot)
    _fill(page, qtbot)
    with qtbot.waitSignal(page.view_model.refused):
        page.submit()
    # Then a card shows the first one and nothing is entered
    titles = [card.accessibleName() for card in page.warnings.cards("doubles")]
    assert titles == ["可能已经登记：同一文件"]
    assert page.panel.title.text() == "可能已经登记"
    assert _count() == 1


def test_another_document_that_looks_the_same_is_received_when_the_clerk_says_so(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    _receive(page, paper, qtbot)
    page.desk.runner.wait_until_idle()
    _drop(page, paper, qtbot)
    _fill(page, qtbot)

    page.warnings.another_wanted.emit()
    with qtbot.waitSignal(page.view_model.received):
        page.submit()

    assert _count() == 2


def test_a_document_refused_before_is_received_again_by_its_record(
    page: IntakePage, paper: Path, qtbot: QtBot
) -> None:
    # Given a filing that was refused
    first = _receive(page, paper, qtbot)
    refuse_filing(order(at=present_instant()), first.id, "材料不符")
    page.desk.runner.wait_until_idle()
    # When the same document comes again and the clerk says so
    _drop(page, paper, qtbot)
    _fill(page, qtbot)
    page.warnings.cards("doubles")[0].findChildren(Button)[0].click()
    with qtbot.waitSignal(page.view_model.received) as received:
        page.submit()
    # Then a second filing of the one document stands in the register
    again = filing_page((received.args or [0])[0], profile())
    assert again.id != first.id
    assert again.document_id == first.document_id


def test_what_was_typed_is_there_again_after_a_break(
    page: IntakePage, paper: Path, qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given a form half filled
    _drop(page, paper, qtbot)
    page.form.filing_report_number.setText("柳政备字〔2024〕3号")
    _fill(page, qtbot)
    # When the clerk comes back another day
    again = _page(qtbot, sit_down(CLERK))
    _settle(again, qtbot)
    # Then it stands there as it was left
    assert again.form.filing_report_number.text() == "柳政备字〔2024〕3号"
    assert again.form.received_way.currentText() == "窗口递交"
    assert again.form.filing_body.currentText() == TOWN.name
    assert again.form.materials.lines[MaterialKind.FILING_REPORT].copies.value() == 3
    assert "集市管理规定" in again.side.text.toPlainText()


def test_clearing_forgets_the_draft(page: IntakePage, paper: Path, qtbot: QtBot) -> None:
    _drop(page, paper, qtbot)

    page.clear.click()
    page.desk.runner.wait_until_idle()

    assert page.form.title.text() == ""
    assert page.form.received_date.value() == today()


def test_a_form_nobody_has_filled_is_no_draft(
    page: IntakePage, paper: Path, qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given a form that was only opened
    _settle(page, qtbot)
    # When it is opened again and a file dropped
    again = _page(qtbot, sit_down(CLERK))
    _drop(again, paper, qtbot)
    # Then the file fills it
    assert again.warnings.cards("draft") == []
    assert again.form.document_number.text() == "柳政发〔2024〕19号"


def test_another_file_dropped_onto_a_draft_fills_the_form_anew(
    page: IntakePage, paper: Path, qtbot: QtBot, sit_down: SitDown
) -> None:
    # Given a draft taken up again
    page.form.filing_report_number.setText("柳政备字〔2024〕3号")
    _settle(page, qtbot)
    again = _page(qtbot, sit_down(CLERK))
    # When a file is dropped
    _drop(again, paper, qtbot)
    # Then its facts stand in the form beside what was typed
    assert again.form.document_number.text() == "柳政发〔2024〕19号"
    assert again.form.filing_report_number.text() == "柳政备字〔2024〕3号"


def test_saving_keeps_the_draft_and_enters_nothing(
    page: IntakePage, qtbot: QtBot, sit_down: SitDown, heard: Heard
) -> None:
    page.form.filing_report_number.setText("柳政备字〔2024〕3号")

    page.offers["file.save"]()

    assert heard.done[-1].text == "草稿已经保存，没有写入登记簿"
    assert _count() == 0
    again = _page(qtbot, sit_down(CLERK))
    assert again.form.filing_report_number.text() == "柳政备字〔2024〕3号"


def test_of_a_known_document_only_the_filing_is_asked(
    page: IntakePage, qtbot: QtBot, heard: Heard
) -> None:
    # Given a document that is registered, and its file, in which no title stands
    document_id = register_one(1, 1)
    title = document_page(document_id, profile(), today()).facts.title
    page.form.show_values({"title": title})
    _settle(page, qtbot)
    page.warnings.known_wanted.emit(similar_documents(title, "", ())[0])
    # When the clerk fills in how it came, with nothing in the greyed fields
    page.form.issuing_body.show_value(None)
    page.form.filing_body.show_value(1)
    page.form.received_way.setEditText("纸质报送")
    page.submit()
    page.desk.runner.wait_until_idle()
    # Then the filing is received, and told by the title of the record
    assert heard.done[-1].text == f"已收件《{title}》"


def test_an_issuer_not_in_the_list_is_entered_on_the_way(
    qtbot: QtBot, sit_down: SitDown, paper: Path
) -> None:
    # Given a list without the township
    add_body(GOVERNMENT)
    page = _page(qtbot, sit_down(CLERK))
    drop_on(page, [paper])
    page.desk.runner.wait_until_idle()
    _settle(page, qtbot)
    assert page.warnings.cards("body")
    # When the clerk enters it
    page.warnings.body_wanted.emit(TOWN.name)
    dialog = page.findChildren(BodyDialog)[0]
    dialog.body_class.setCurrentIndex(list(DocumentClass).index(DocumentClass.TOWNSHIP))
    dialog.proceed.click()
    qtbot.waitUntil(lambda: not page.warnings.cards("body"))
    # Then it is issuer and filing body, and what was read stays
    values = page.form.filing.read() | page.form.document.read()
    assert values["issuing_body"] == values["filing_body"] == body_named(TOWN.name).id  # type: ignore[union-attr]
    assert values["document_number"] == "柳政发〔2024〕19号"
