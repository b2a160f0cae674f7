"""Years of filings as bulletins tell them, entered into a register by its acts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from models.acts.decide_filing import accept_filing, request_supplement
from models.acts.document_effects import end_document, record_amendment
from models.acts.life_events import Effect
from models.acts.omission_checks import decide_rows, start_check
from models.acts.performing import Order
from models.acts.receive_filing import receive_filing
from models.acts.reviews import add_finding, conclude_review, open_review
from models.domain.omissions import (
    CheckedRow,
    CheckEntry,
    ListedDocument,
    NumberParts,
    RowDecision,
    RowMatch,
    RowVerdict,
)
from models.domain.records import DefectEntry, FileEntry, FindingEntry, IntakeEntry, ReviewEntry
from models.domain.terms import DocumentClass, FindingClass, ReviewConclusion, ReviewTrigger
from models.domain.validity import EndingKind
from models.queries.filing_page import filing_page
from models.queries.office import profile
from models.queries.omissions import OmissionFilter, omission_row_ids
from tests.models.office import (
    CLERK,
    HEAD,
    LABOUR,
    MATERIALS,
    REVIEWER,
    TOWN,
    add_body,
    changed,
    filed_document,
    order,
)

_TEXT = "第一条　为了规范管理，制定本办法。\n第八条　违反本办法的，处二百元罚款。\n"
_FINE = FindingEntry(
    clause="第八条",
    quote="处二百元罚款",
    finding_class=FindingClass.BEYOND_POWERS,
    problem="规范性文件设定罚款",
    basis_title="中华人民共和国行政处罚法",
    basis_article="第十六条",
)
_DEFECT = DefectEntry("正式文本少一份", "")
_CONCLUDED_AFTER = timedelta(days=20)


@dataclass(frozen=True)
class Filed:
    """One filing of the year: when its document was published, and when it came."""

    body_id: int
    place: int
    published_date: date | None
    received_date: date
    document_class: DocumentClass = DocumentClass.TOWNSHIP

    def receive(self) -> int:
        """Enter the filing and return its id."""
        document = changed(
            filed_document(self.body_id),
            document_class=self.document_class,
            title=f"云溪县第{self.place}项事务管理办法",
            document_number=f"云办发〔{self.received_date.year}〕{self.place}号",
            adopted_date=(self.published_date or self.received_date) - timedelta(days=1),
            published_date=self.published_date,
            effective_date=None,
            files=(FileEntry(f"{self.place:064x}", 2048, "正文.docx", text=_TEXT),),
        )
        intake = IntakeEntry(
            filing_body_id=self.body_id,
            received_date=self.received_date,
            received_way="窗口递交",
            materials=MATERIALS,
            document=document,
        )
        return receive_filing(on(self.received_date), intake)


def on(day: date, login: str = CLERK) -> Order:
    """Return an order of a person at noon of a day."""
    return order(login, datetime.combine(day, time(4), UTC))


def accept(filing_id: int, day: date) -> None:
    """Register a filing."""
    accept_filing(on(day), filing_id)


def send_back(filing_id: int, day: date) -> None:
    """Ask for a supplement that does not come."""
    request_supplement(on(day), filing_id, (_DEFECT,))


def review(
    document_id: int, day: date, *, filing_id: int | None = None, is_illegal: bool = False
) -> int:
    """Review a document and conclude, twenty days later, that it is illegal or in order."""
    trigger = ReviewTrigger.EX_OFFICIO_REVIEW if filing_id else ReviewTrigger.ON_REQUEST
    opened = open_review(on(day, REVIEWER), ReviewEntry(trigger, document_id, filing_id, REVIEWER))
    conclusion, requested = ReviewConclusion.CONCLUDED_OK, ""
    if is_illegal:
        add_finding(on(day, REVIEWER), opened.review_id, _FINE)
        conclusion, requested = ReviewConclusion.CONCLUDED_DEFECT, "修改"
    conclude_review(
        on(day + _CONCLUDED_AFTER, REVIEWER), opened.review_id, conclusion, requested, ""
    )
    return opened.review_id


def mend(document_id: int, day: date) -> None:
    """Record that its maker amended a document."""
    record_amendment(on(day, HEAD), document_id, Effect(day, "云溪县关于修改的决定"))


def revoke(document_id: int, day: date) -> None:
    """Record that a superior revoked a document."""
    end_document(on(day, HEAD), document_id, EndingKind.REVOKED, Effect(day, "云政函〔2010〕5号"))


def never_filed(body_name: str, day: date) -> None:
    """Find in an issue list a document that should have been filed and never was."""
    listed = ListedDocument(2, "云溪县从未报备的管理办法", "", body_name, day)
    row = CheckedRow(
        listed, NumberParts(), RowMatch.UNMATCHED, None, 0, looks_normative=True, reasons=()
    )
    entry = CheckEntry("发文目录", "ef" * 32, 4096, "发文目录.xlsx", "Sheet1")
    check_id = start_check(order(), entry, (row,))
    rows = tuple(omission_row_ids(OmissionFilter(check_id)))
    decide_rows(order(), check_id, rows, RowVerdict(RowDecision.SHOULD_REGISTER, "应当报备"))


def year_of_five() -> None:
    """Enter 2025: five filings, the fourth sent back, the fifth late, the first illegal and mended.

    A sixth document of another body was never filed.
    """
    town = add_body(TOWN)
    add_body(LABOUR)
    for place in range(5):
        received = date(2025, 5, 6) + timedelta(days=30 * place)
        published = received - timedelta(days=60 if place == 4 else 3)
        filing = Filed(town, place, published, received).receive()
        if place == 3:
            send_back(filing, received)
            continue
        accept(filing, received)
        document = filing_page(filing, profile()).document_id
        review(document, received, filing_id=filing, is_illegal=place == 0)
        if place == 0:
            mend(document, date(2025, 7, 1))
    never_filed(LABOUR.name, date(2025, 6, 1))
