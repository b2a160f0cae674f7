"""Papers without a number say what the register holds, and leave open what it does not know."""

from datetime import date

import pytest

from models.acts.decide_filing import refuse_filing, request_supplement
from models.acts.document_effects import end_document, record_amendment
from models.acts.letters import issue_letter
from models.acts.life_events import Effect
from models.acts.omission_checks import decide_rows, start_check
from models.acts.record_issuance import record_issuance
from models.acts.register_document import register_document
from models.acts.void_number import void_number
from models.domain.omissions import (
    CheckedRow,
    CheckEntry,
    ListedDocument,
    NumberParts,
    RowDecision,
    RowMatch,
    RowVerdict,
)
from models.domain.records import DefectEntry, RelationEntry
from models.domain.terms import IssuanceKind, LetterSeries, RelationKind
from models.domain.validity import EndingKind
from models.queries.numbers import allotted_entry
from models.queries.omissions import OmissionFilter, omission_row_ids
from models.register import Register
from review.letters.compose import compose
from review.letters.drafting.filing_in import (
    propose_filing_refusal,
    propose_filing_return,
    propose_filing_transfer,
    propose_receipt,
    propose_supplement_request,
)
from review.letters.drafting.filing_out import (
    draft_filing_statement,
    propose_filing_report,
    propose_filing_reports,
)
from review.letters.drafting.missing_filings import propose_missing_filing_notices
from review.letters.drafting.sheets import SHEETS, SheetAsked, SheetSubject, draft_sheet
from review.letters.errors import LetterFactMissingError, LetterKindError
from review.letters.kinds.archive import DossierContents, DossierCover
from review.letters.kinds.filing_in import (
    DeliveryRecord,
    FilingIntakeSheet,
    FilingRefusal,
    SupplementRequest,
)
from review.letters.kinds.filing_out import FilingReport, MissingFilingNotice
from review.letters.kinds.registration import DocumentCatalogue, FilingCatalogue, RegisterBook
from review.letters.press import press_into
from tests.models.office import (
    CLERK,
    HEAD,
    TODAY,
    TOWN,
    accept_one,
    add_body,
    changed,
    number_one,
    order,
    parking_measures,
    receive_one,
    register_one,
)

YEAR = SheetAsked("register_book", last_date=date(2026, 12, 31))
DEFECT = DefectEntry("没有报送备案说明", "规范性文件备案办法第八条")


def published_document() -> int:
    """Return a numbered document of the government that was published."""
    entry = changed(
        parking_measures(add_body()),
        relations=(
            RelationEntry(RelationKind.BASED_ON, "中华人民共和国道路交通安全法"),
            RelationEntry(RelationKind.REPEALS, "云溪县停车场管理规定", "云政发〔2015〕9号"),
        ),
    )
    document_id = register_document(order(), entry)
    number_one(document_id)
    for kind in (IssuanceKind.PRINTED, IssuanceKind.PUBLISHED):
        record_issuance(order(), document_id, kind, "云溪县人民政府网站", TODAY)
    return document_id


@pytest.mark.usefixtures("register")
def test_the_book_keeps_void_numbers_with_their_reason_and_lists_what_has_none() -> None:
    body_id = add_body()
    voided, standing = register_one(1, body_id), register_one(2, body_id)
    number_one(voided)
    entry = allotted_entry(voided)
    assert entry is not None
    void_number(order(HEAD), entry, "附图有误")
    number_one(standing)

    book = draft_sheet(YEAR, TODAY)

    assert isinstance(book, RegisterBook)
    first, second, third = book.rows
    assert (first.is_void, second.is_void, third.is_void) == (True, False, False)
    assert first.changes == "号码作废：附图有误"
    assert second.unified_number
    assert not third.unified_number
    assert third.document_title == first.document_title


@pytest.mark.usefixtures("register")
def test_the_book_tells_where_and_when_a_document_was_published() -> None:
    published_document()

    book = draft_sheet(YEAR, TODAY)

    assert isinstance(book, RegisterBook)
    assert book.rows[0].publication == "云溪县人民政府网站\n2026.3.16"
    assert book.rows[0].drafting_unit == "云溪县人民政府"


@pytest.mark.usefixtures("register")
def test_the_book_tells_what_happened_to_a_document_since() -> None:
    document_id = published_document()
    record_amendment(order(HEAD), document_id, Effect(date(2026, 9, 8), "条款修改"))
    end_document(
        order(HEAD), document_id, EndingKind.REPEALED, Effect(date(2026, 12, 1), "已被替代")
    )

    book = draft_sheet(YEAR, TODAY)

    assert isinstance(book, RegisterBook)
    assert book.rows[0].changes == "2026.9.8修改\n2026.12.1废止"


@pytest.mark.usefixtures("register")
def test_a_book_of_another_year_is_empty() -> None:
    number_one(register_one())

    book = draft_sheet(SheetAsked("register_book", last_date=date(2025, 12, 31)), TODAY)

    assert isinstance(book, RegisterBook)
    assert book.rows == ()


def test_a_report_that_was_issued_stands_in_the_book(register: Register) -> None:
    document_id = published_document()
    for report in propose_filing_reports(document_id, TODAY):
        addressee = report.letter.addressee or "青岚市人民政府"
        proposed = report.changed({"addressee": addressee, "signer": "周启川"})
        press = press_into(register.letters, proposed.kind, ("pdf",))
        issue_letter(order(CLERK), proposed.as_draft(), press)

    book = draft_sheet(YEAR, TODAY)

    assert isinstance(book, RegisterBook)
    assert book.rows[0].filed_with_government.endswith("2026.3.16")
    assert book.rows[0].filed_with_congress.endswith("2026.3.16")


@pytest.mark.usefixtures("register")
def test_the_catalogue_lists_what_is_in_force_on_the_day_and_nothing_else() -> None:
    published_document()

    before = draft_sheet(SheetAsked("document_catalogue", last_date=date(2026, 4, 30)), TODAY)
    after = draft_sheet(
        SheetAsked("document_catalogue", last_date=date(2026, 5, 1)), date(2026, 5, 2)
    )

    assert isinstance(before, DocumentCatalogue)
    assert isinstance(after, DocumentCatalogue)
    assert before.rows == ()
    assert [row.document_title for row in after.rows] == ["云溪县城镇公共停车场管理办法"]
    assert after.rows[0].expiry == "2031年4月30日"


@pytest.mark.usefixtures("register")
def test_the_filing_catalogue_holds_the_period_with_both_days() -> None:
    filing_id = receive_one()
    accept_one(filing_id)

    found = draft_sheet(SheetAsked("filing_catalogue", 0, TODAY, TODAY), TODAY)
    none = draft_sheet(
        SheetAsked("filing_catalogue", 0, date(2026, 1, 1), date(2026, 3, 15)), TODAY
    )

    assert isinstance(found, FilingCatalogue)
    assert isinstance(none, FilingCatalogue)
    assert [row.result for row in found.rows] == ["已备案登记"]
    assert none.rows == ()


@pytest.mark.usefixtures("register")
def test_the_intake_sheet_tells_what_was_missing_and_what_was_decided() -> None:
    filing_id = receive_one()
    request_supplement(order(), filing_id, (DEFECT,))

    sheet = draft_sheet(SheetAsked("filing_intake_sheet", filing_id), TODAY)

    assert isinstance(sheet, FilingIntakeSheet)
    assert sheet.decision == "暂缓备案登记"
    assert sheet.format_check.startswith("2026年3月16日要求补正，期限")
    assert sheet.filing_body_name == "柳渡镇人民政府"
    assert sheet.archive_number == ""


@pytest.mark.usefixtures("register")
def test_a_supplement_request_lists_the_defects_with_the_due_date_of_the_record() -> None:
    filing_id = receive_one()
    due_date = request_supplement(order(), filing_id, (DEFECT,))

    proposed = propose_supplement_request(filing_id, TODAY).letter

    assert isinstance(proposed, SupplementRequest)
    assert [row.defect for row in proposed.defects] == [DEFECT.defect]
    assert proposed.due_date == due_date
    assert proposed.legal_basis == ""


@pytest.mark.usefixtures("register")
def test_a_filing_that_waits_for_nothing_gets_no_supplement_request() -> None:
    filing_id = receive_one()

    with pytest.raises(LetterFactMissingError):
        propose_supplement_request(filing_id, TODAY)


@pytest.mark.usefixtures("register")
def test_a_refused_filing_goes_back_with_its_reason_and_its_materials() -> None:
    filing_id = receive_one()
    with pytest.raises(LetterFactMissingError):
        propose_filing_refusal(filing_id, TODAY)
    refuse_filing(order(), filing_id, "不属于行政规范性文件。")

    refusal = propose_filing_refusal(filing_id, TODAY).letter

    assert isinstance(refusal, FilingRefusal)
    assert refusal.reason == "不属于行政规范性文件。"
    assert refusal.refused_date == TODAY
    assert refusal.materials


@pytest.mark.usefixtures("register")
def test_whom_papers_go_on_to_is_left_for_a_person() -> None:
    filing_id = receive_one()

    assert propose_filing_return(filing_id, TODAY).letter.addressee == "柳渡镇人民政府"
    assert propose_filing_transfer(filing_id, TODAY).letter.addressee == ""


@pytest.mark.usefixtures("register")
def test_each_recipient_gets_its_report_with_the_copies_it_asks_for() -> None:
    document_id = published_document()

    reports = [one.letter for one in propose_filing_reports(document_id, TODAY)]

    assert [report.addressee for report in reports] == ["", "云溪县人民代表大会常务委员会"]
    assert all(isinstance(report, FilingReport) for report in reports)
    assert all(
        row.copies == 3
        for report in reports
        if isinstance(report, FilingReport)
        for row in report.papers
    )
    first = reports[0]
    assert isinstance(first, FilingReport)
    assert first.office_name == "云溪县人民政府"
    assert first.printing_office == "云溪县人民政府办公室"
    assert {row.copies for row in first.papers} == {3}
    assert first.signer == ""


def test_the_next_report_goes_to_the_recipient_that_has_none(register: Register) -> None:
    document_id = published_document()
    congress = propose_filing_reports(document_id, TODAY)[1]
    issue_letter(
        order(CLERK),
        congress.changed({"signer": "周启川"}).as_draft(),
        press_into(register.letters, LetterSeries.FILING_REPORT, ("pdf",)),
    )

    assert propose_filing_report(document_id, TODAY).letter.addressee == ""


@pytest.mark.usefixtures("register")
def test_an_unpublished_document_is_not_reported() -> None:
    with pytest.raises(LetterFactMissingError):
        propose_filing_report(register_one(), TODAY)


@pytest.mark.usefixtures("register")
def test_the_statement_takes_bases_repeals_and_procedure_from_the_record() -> None:
    statement = draft_filing_statement(published_document(), TODAY)

    assert statement.bases == ("中华人民共和国道路交通安全法",)
    assert [row.relation for row in statement.related] == ["废止"]
    assert "合法性审核" in [row.step for row in statement.procedure]
    assert statement.necessity == ""
    assert statement.validity == "有效期5年，至2031年4月30日"


def test_a_delivery_record_names_the_letter_and_whom_it_went_to(register: Register) -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, TODAY)
    press = press_into(register.letters, proposed.kind, ("pdf",))
    issued = issue_letter(order(CLERK), proposed.as_draft(), press)

    record = draft_sheet(SheetAsked("delivery_record", issued.letter_id), TODAY)

    assert isinstance(record, DeliveryRecord)
    assert record.delivered_number == issued.letter_number
    assert record.recipient == "柳渡镇人民政府"
    assert record.about == "《柳渡镇农村住房建设管理规定》"


def test_a_dossier_lists_its_papers_in_the_order_of_events(register: Register) -> None:
    filing_id = receive_one()
    accept_one(filing_id)
    proposed = propose_receipt(filing_id, TODAY)
    issue_letter(
        order(CLERK), proposed.as_draft(), press_into(register.letters, proposed.kind, ("pdf",))
    )

    contents = draft_sheet(SheetAsked("dossier_contents", proposed.document_id or 0), TODAY)
    cover = draft_sheet(SheetAsked("dossier_cover", proposed.document_id or 0), TODAY)

    assert isinstance(contents, DossierContents)
    assert isinstance(cover, DossierCover)
    assert [row.part for row in contents.items if row.part] == ["报送", "备案"]
    assert contents.items[-1].name == "备案回执"
    assert cover.item_count == len(contents.items)
    assert cover.retention == ""
    assert cover.dossier_title == "《柳渡镇农村住房建设管理规定》备案审查卷宗"


@pytest.mark.usefixtures("register")
def test_each_body_that_owes_filings_is_called_on_once_and_the_government_never() -> None:
    add_body(TOWN)
    add_body()
    listed = [
        ("柳渡镇房屋租赁管理办法", "柳渡镇人民政府"),
        ("柳渡镇集市管理规定", "柳渡镇人民政府"),
        ("云溪县防汛办法", "云溪县人民政府"),
    ]
    rows = [
        CheckedRow(
            ListedDocument(place, title, "", body),
            NumberParts(),
            RowMatch.UNMATCHED,
            None,
            0,
            looks_normative=True,
            reasons=(),
        )
        for place, (title, body) in enumerate(listed, 1)
    ]
    entry = CheckEntry("2026年发文目录", "cd" * 32, 4096, "发文目录.xlsx", "Sheet1")
    check_id = start_check(order(), entry, tuple(rows))
    assert propose_missing_filing_notices(TODAY) == ()
    ids = tuple(omission_row_ids(OmissionFilter(check_id)))
    verdict = RowVerdict(RowDecision.SHOULD_REGISTER, "属于规范性文件")
    decide_rows(order(), check_id, ids, verdict)

    notices = [one.letter for one in propose_missing_filing_notices(TODAY)]

    assert [notice.addressee for notice in notices] == ["柳渡镇人民政府"]
    assert isinstance(notices[0], MissingFilingNotice)
    assert [row.title for row in notices[0].documents] == [title for title, _ in listed[:2]]
    assert notices[0].due_date > TODAY


@pytest.mark.usefixtures("register")
def test_every_sheet_can_be_set_from_the_register() -> None:
    filing_id = receive_one()
    document_id = propose_filing_return(filing_id, TODAY).document_id or 0
    ids = {SheetSubject.DOCUMENT: document_id, SheetSubject.FILING: filing_id}

    for kind_id, subject in SHEETS.items():
        if subject is not SheetSubject.LETTER:
            assert compose(draft_sheet(SheetAsked(kind_id, ids.get(subject, 0)), TODAY)).blocks


def test_a_letter_with_a_number_is_no_sheet() -> None:
    with pytest.raises(LetterKindError):
        draft_sheet(SheetAsked("review_opinion", 1), TODAY)
