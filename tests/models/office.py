"""The fictional office of 云溪县 that the tests of the register work in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from models.acts.allot_number import Allotment, allot_number
from models.acts.decide_filing import Acceptance, accept_filing
from models.acts.found_register import Founding
from models.acts.issuing_bodies import add_issuing_body
from models.acts.people import add_person
from models.acts.performing import Order
from models.acts.receive_filing import receive_filing
from models.acts.register_document import register_document, register_historic_document
from models.domain.records import (
    BodyEntry,
    DocumentEntry,
    EvidenceEntry,
    FileEntry,
    IntakeEntry,
    MaterialEntry,
)
from models.domain.roles import Role
from models.domain.terms import DocumentClass, EvidenceKind, MaterialKind
from models.domain.validity import ValidityTerm, ValidityTermKind
from models.settings import Office

Record = TypeVar("Record")

ADMINISTRATOR, CLERK, REVIEWER, HEAD = "fang", "xu", "gu", "tang"

OFFICE = Office(
    office_name="云溪县司法局",
    profile="hunan",
    region="YX",
    level="DR",
    area="云溪",
    government_name="云溪县人民政府",
    letter_code="云司",
    contact_name="许知禾",
    contact_phone="0000-6210068",
)

FOUNDING = Founding(OFFICE, ADMINISTRATOR, "方若川")

# A Monday in term time: no holiday near it.
NOON = datetime(2026, 3, 16, 4, 0, tzinfo=UTC)
TODAY = date(2026, 3, 16)

GOVERNMENT = BodyEntry("云溪县人民政府", "县政府", DocumentClass.GOVERNMENT, "01", "云政")
LABOUR = BodyEntry(
    "云溪县人力资源和社会保障局", "县人社局", DocumentClass.DEPARTMENT, "11", "云人社"
)
TOWN = BodyEntry("柳渡镇人民政府", "柳渡镇", DocumentClass.TOWNSHIP, "31", "柳政")
LEADING_GROUP = BodyEntry(
    "云溪县停车秩序整治工作领导小组",
    "停车整治领导小组",
    DocumentClass.GOVERNMENT,
    "91",
    "云停治",
    is_eligible=False,
    ineligible_reason="议事协调机构",
)

GATES = (
    EvidenceKind.DRAFTING_NOTE,
    EvidenceKind.LEGAL_BASIS_LIST,
    EvidenceKind.LEGALITY_REVIEW,
    EvidenceKind.COLLECTIVE_DELIBERATION,
    EvidenceKind.SIGNATURE,
    EvidenceKind.CLEAN_PROOF,
)
EVIDENCE = tuple(EvidenceEntry(kind) for kind in GATES)

MATERIALS = tuple(
    MaterialEntry(kind, 3)
    for kind in (
        MaterialKind.FILING_REPORT,
        MaterialKind.OFFICIAL_TEXT,
        MaterialKind.FILING_STATEMENT,
        MaterialKind.ELECTRONIC_TEXT,
    )
)

TEXT = "第一条　为了规范停车管理，制定本办法。\n第八条　违反本办法的，处二百元罚款。\n"
PAPER = FileEntry("ab" * 32, 2048, "停车办法.docx", text=TEXT)


def changed(record: Record, **changes: Any) -> Record:  # noqa: ANN401 - values of test cases
    """Return the record with some of its fields as a test case wants them."""
    return cast("Record", replace(cast("Any", record), **changes))


def order(login: str = CLERK, at: datetime = NOON) -> Order:
    """Return a new order of a person at an instant."""
    return Order(login, at=at)


def staff_the_office() -> None:
    """Add clerk, reviewer and head."""
    for login, name, role in (
        (CLERK, "许知禾", Role.CLERK),
        (REVIEWER, "顾明澈", Role.REVIEWER),
        (HEAD, "唐守正", Role.HEAD),
    ):
        add_person(order(ADMINISTRATOR), login, name, frozenset({role}))


def add_body(body: BodyEntry = GOVERNMENT) -> int:
    """Enter a body and return its id."""
    return add_issuing_body(order(ADMINISTRATOR), body)


def parking_measures(body_id: int) -> DocumentEntry:
    """Return a whole document that passes every gate."""
    return DocumentEntry(
        title="云溪县城镇公共停车场管理办法",
        issuing_body_id=body_id,
        document_class=DocumentClass.GOVERNMENT,
        document_kind="办法",
        document_number="云政发〔2026〕2号",
        adopted_date=date(2026, 3, 10),
        effective_date=date(2026, 5, 1),
        validity_term=ValidityTerm(ValidityTermKind.YEARS, 5),
        files=(PAPER,),
        evidence=EVIDENCE,
    )


def another(entry: DocumentEntry, place: int) -> DocumentEntry:
    """Return a document that differs in everything by which doubles are found."""
    return replace(
        entry,
        title=f"云溪县第{place}类事项管理办法",
        document_number=f"云政发〔2026〕{100 + place}号",
        files=(),
    )


def register_one(place: int = 1, body_id: int | None = None) -> int:
    """Register a document of its own and return its id."""
    entry = parking_measures(body_id or add_body())
    return register_document(order(), another(entry, place))


def number_one(document_id: int) -> Allotment:
    """Number a registered document."""
    return allot_number(order(), document_id)


def past_document(body_id: int, place: int = 1) -> int:
    """Record a document from the past and return its id."""
    return register_historic_document(order(), another(parking_measures(body_id), place))


def filed_document(body_id: int) -> DocumentEntry:
    """Return a township's document as it comes with a filing."""
    return DocumentEntry(
        title="柳渡镇农村住房建设管理规定",
        issuing_body_id=body_id,
        document_class=DocumentClass.TOWNSHIP,
        document_kind="规定",
        document_number="柳政发〔2026〕3号",
        adopted_date=date(2026, 2, 24),
        published_date=date(2026, 3, 2),
        effective_date=date(2026, 4, 1),
        files=(PAPER,),
    )


def receive_one(received_date: date = TODAY) -> int:
    """Receive a township's filing with all materials and return its id."""
    body_id = add_body(TOWN)
    intake = IntakeEntry(
        filing_body_id=body_id,
        received_date=received_date,
        received_way="窗口递交",
        materials=MATERIALS,
        document=filed_document(body_id),
    )
    return receive_filing(order(), intake)


def accept_one(filing_id: int) -> Acceptance:
    """Register a filing."""
    return accept_filing(order(), filing_id)
