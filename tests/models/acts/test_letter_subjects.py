"""Letters about several documents or none, letters that take another's place, and deliveries."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from models.acts.correct_record import CorrectableField, Correction, correct_record
from models.acts.letter_delivery import record_delivery
from models.acts.letter_draft import LetterDraft
from models.acts.letters import IssuedLetter, Pressed, PressedPaper, issue_letter, withdraw_letter
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FutureDateError,
    LetterExistsError,
    LetterNotReadyError,
    LetterStaleError,
    LetterWithdrawnError,
)
from models.domain.deliveries import DeliveryEntry, DeliveryWay
from models.domain.letter_rules import RULES
from models.domain.records import FileEntry
from models.domain.terms import LetterSeries
from models.queries.document_page import document_page
from models.queries.letters import LetterFilter, letter_ids, letter_page, letter_rows
from models.queries.numbers import LedgerBook, ledger_ids, ledger_rows
from models.queries.office import profile
from models.queries.recent import recent_deeds
from models.queries.record_check import differing_records
from tests.models.office import (
    HEAD,
    NOON,
    TODAY,
    accept_one,
    add_body,
    order,
    receive_one,
    register_one,
)

pytestmark = pytest.mark.usefixtures("register")

REMINDER_HEADING = "关于2件规范性文件有效期将要届满的提醒函"
HANDED_OVER = DeliveryEntry("云溪县民政局", TODAY, DeliveryWay.IN_PERSON, "沈砚")


def press(data: Mapping[str, object]) -> Pressed:
    """Make a paper that says the letter's number."""
    content = str(data["letter_number"]).encode()
    file = FileEntry(sha256(content).hexdigest(), len(content), "函.pdf")
    return Pressed((PressedPaper("pdf", file),), REMINDER_HEADING, "shipped", "ab" * 32)


def reminder(*document_ids: int) -> LetterDraft:
    """Return a reminder to one unit about these documents."""
    return LetterDraft(
        LetterSeries.EXPIRY_REMINDER, None, "云溪县民政局", {}, document_ids=document_ids
    )


def remind() -> tuple[IssuedLetter, list[int]]:
    """Issue a reminder about two documents."""
    body_id = add_body()
    documents = [register_one(1, body_id), register_one(2, body_id)]
    return issue_letter(order(), reminder(*documents), press), documents


def receipt(filing_id: int) -> LetterDraft:
    """Return the receipt of a filing."""
    return LetterDraft(LetterSeries.FILING_RECEIPT, 1, "柳渡镇人民政府", {}, filing_id)


def test_every_kind_of_letter_has_its_rule() -> None:
    assert set(RULES) == set(LetterSeries)


def test_a_letter_about_two_documents_is_found_from_each_of_them() -> None:
    issued, documents = remind()
    assert list(letter_page(issued.letter_id).documents) == documents
    for document_id in documents:
        (row,) = document_page(document_id, profile(), TODAY).letters
        assert row.letter_number == issued.letter_number == "云司届提〔2026〕1号"


def test_a_letter_without_one_document_is_listed_under_its_own_heading() -> None:
    issued, _ = remind()
    (row,) = letter_rows(letter_ids(LetterFilter(containing="有效期将要届满")))
    assert (row.id, row.document_id, row.title) == (issued.letter_id, None, REMINDER_HEADING)
    (line,) = ledger_rows(ledger_ids(LedgerBook.LETTERS))
    assert line.title == REMINDER_HEADING
    assert recent_deeds(1)[0].title == REMINDER_HEADING


def test_a_reminder_names_a_document() -> None:
    with pytest.raises(LetterNotReadyError):
        issue_letter(order(), reminder(), press)


def test_an_answer_to_a_citizen_needs_no_document() -> None:
    reply = LetterDraft(LetterSeries.SUGGESTION_REPLY, None, "林某", {})
    issued = issue_letter(order(), reply, press)
    assert issued.letter_number == "云司建复〔2026〕1号"
    assert letter_page(issued.letter_id).documents == {}


def test_the_register_keeps_what_a_letter_was_made_with() -> None:
    page = letter_page(remind()[0].letter_id)
    assert (page.wording_version, page.wording_hash) == ("shipped", "ab" * 32)
    assert page.heading == REMINDER_HEADING


def test_a_letter_that_says_what_the_register_no_longer_says_is_refused() -> None:
    # Given a letter drafted before its record was corrected
    filing_id = receive_one()
    accept_one(filing_id)
    title = "柳渡镇农村住房建设管理规定"
    draft = replace(receipt(filing_id), data={"document_title": title})
    page = document_page(1, profile(), TODAY)
    longer = Correction(CorrectableField.TITLE, f"{title}（试行）")
    correct_record(order(), 1, page.facts.revision, (longer,), "漏字")
    # When it is to be issued, then it is refused and takes no number
    with pytest.raises(LetterStaleError) as refused:
        issue_letter(order(), draft, press)
    assert refused.value.values["kept"] == f"{title}（试行）"
    assert ledger_ids(LedgerBook.LETTERS) == []


def test_a_letter_issued_anew_is_linked_with_the_withdrawn_one() -> None:
    # Given a receipt that was withdrawn
    filing_id = receive_one()
    accept_one(filing_id)
    first = issue_letter(order(), receipt(filing_id), press)
    withdraw_letter(order(HEAD), first.letter_id, "主送机关有误")
    # When it is issued again
    second = issue_letter(order(), receipt(filing_id), press)
    # Then both know of each other, and the numbers run on
    replaced = letter_page(second.letter_id).replaces
    followed = letter_page(first.letter_id).followed_by
    assert replaced is not None
    assert followed is not None
    assert (replaced.id, followed.id) == (first.letter_id, second.letter_id)
    assert (first.letter_number, second.letter_number) == (
        "云司备回〔2026〕1号",
        "云司备回〔2026〕2号",
    )


def test_only_a_withdrawn_letter_is_replaced() -> None:
    issued, documents = remind()
    again = replace(reminder(*documents), replaces_id=issued.letter_id)
    with pytest.raises(LetterExistsError):
        issue_letter(order(), again, press)
    withdraw_letter(order(HEAD), issued.letter_id, "文件清单有误")
    followed = issue_letter(order(), again, press)
    assert letter_page(followed.letter_id).replaces is not None


def test_a_delivery_is_kept_and_a_second_record_of_it_replaces_the_first() -> None:
    issued, _ = remind()
    record_delivery(order(), issued.letter_id, HANDED_OVER)
    corrected = replace(HANDED_OVER, received_by="沈砚秋")
    record_delivery(order(), issued.letter_id, corrected)
    (row,) = letter_page(issued.letter_id).deliveries
    assert (row.recipient, row.delivered_date, row.received_by) == (
        "云溪县民政局",
        TODAY,
        "沈砚秋",
    )
    assert differing_records() == ()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"recipient": " "}, FieldEmptyError),
        ({"delivered_date": TODAY + timedelta(days=1)}, FutureDateError),
        ({"delivered_date": date(2026, 3, 15)}, DateOrderError),
    ],
)
def test_a_delivery_that_cannot_be_is_refused(
    changes: dict[str, object], error: type[Exception]
) -> None:
    issued, _ = remind()
    with pytest.raises(error):
        record_delivery(order(), issued.letter_id, replace(HANDED_OVER, **changes))  # type: ignore[arg-type]


def test_a_withdrawn_letter_is_not_delivered() -> None:
    issued, _ = remind()
    withdraw_letter(order(HEAD, NOON), issued.letter_id, "有误")
    with pytest.raises(LetterWithdrawnError):
        record_delivery(order(), issued.letter_id, HANDED_OVER)
