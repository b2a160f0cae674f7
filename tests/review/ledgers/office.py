"""What the register of 云溪县 says when the rows of the tests are judged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.domain.imports import KnownDocuments
from models.domain.terms import BodyLevel, DocumentClass, NumberKind
from models.profiles import load_profile
from models.queries.bodies import BodyRow
from review.ledgers.issuers import BodyNames
from review.ledgers.judging import JudgedRow, judge
from review.ledgers.problems import ProblemKind
from review.ledgers.row_entry import RegisterFacts
from review.ledgers.sheet import Sheet
from review.ledgers.table import LedgerTable, proposed_mapping, recognise
from review.ledgers.understanding import Understanding

TODAY = date(2026, 3, 16)

GOVERNMENT, OFFICE, EDUCATION, TOWN = 1, 2, 3, 4


def body(body_id: int, names: tuple[str, str], code: str, body_class: DocumentClass) -> BodyRow:
    """Return a body that still stands."""
    name, short = names
    return BodyRow(
        body_id,
        name,
        short,
        body_class,
        BodyLevel.COUNTY,
        "",
        code,
        is_eligible=True,
        ineligible_reason="",
        ended_date=None,
        successor_name="",
    )


BODIES = (
    body(GOVERNMENT, ("云溪县人民政府", "县政府"), "云政", DocumentClass.GOVERNMENT),
    body(OFFICE, ("云溪县人民政府办公室", "县政府办"), "云政办", DocumentClass.GOVERNMENT),
    body(EDUCATION, ("云溪县教育局", "县教育局"), "云教", DocumentClass.DEPARTMENT),
    body(TOWN, ("柳渡镇人民政府", "柳渡镇"), "柳政", DocumentClass.TOWNSHIP),
)


def facts(known: KnownDocuments | None = None) -> RegisterFacts:
    """Return what the register says."""
    return RegisterFacts(
        today=TODAY,
        bodies=BodyNames(BODIES),
        body_classes={one.id: one.body_class for one in BODIES},
        body_names={one.id: one.name for one in BODIES},
        known=known or KnownDocuments(),
        unified_numbers={},
        schemes=load_profile("hunan").schemes_of(NumberKind.UNIFIED_NUMBER),
    )


def table_of(*lines: Sequence[str]) -> LedgerTable:
    """Recognise lines; the first names the columns."""
    return recognise(Sheet("台账", tuple(map(tuple, lines))))


def understood(table: LedgerTable, **choices: object) -> Understanding:
    """Return the ledger as it seems to be, with the clerk's choices."""
    return replace(Understanding(proposed_mapping(table)), **choices)  # type: ignore[arg-type]


def judged_row(cells: Mapping[str, str], **choices: object) -> JudgedRow:
    """Judge one row of a ledger with these columns; title and number are there unless named."""
    whole = {"文件名称": "云溪县停车管理办法", "文号": "云政发〔2020〕3号", **cells}
    table = table_of(tuple(whole), tuple(whole.values()))
    (row,) = judge(table, understood(table, **choices), facts())
    return row


def problems_of(cells: Mapping[str, str], **choices: object) -> list[ProblemKind]:
    """Return the problems of one row."""
    return [one.kind for one in judged_row(cells, **choices).problems]
