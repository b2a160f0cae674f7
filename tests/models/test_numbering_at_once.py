"""Eight PCs number at once on one register: no number twice, none lost, none left out."""

import subprocess
import sys
from pathlib import Path

from models.domain.terms import NumberKind
from models.queries.numbers import LedgerBook, ledger_ids, numbers_report
from models.queries.trail import verify_trail
from models.register import Register
from models.tables.documents import Document
from models.tables.numbers import NumberEntry
from tests.models.office import CLERK, add_body, register_one

CLERKS = 8
EACH = 25
TOTAL = CLERKS * EACH
ROOT = Path(__file__).resolve().parents[2]


def start_clerk(folder: Path, documents: list[int]) -> subprocess.Popen[str]:
    """Start a clerk's program in a process of its own."""
    return subprocess.Popen(
        [
            sys.executable, "-m", "tests.models.numbering_clerk",
            str(folder), CLERK, *map(str, documents),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def test_eight_clerks_at_once_leave_no_double_and_no_gap(register: Register) -> None:
    # Given two hundred registered documents of one body, shared out among eight PCs
    body_id = add_body()
    documents = [register_one(place, body_id) for place in range(1, TOTAL + 1)]
    # When all number at once
    clerks = [start_clerk(register.folder, documents[place::CLERKS]) for place in range(CLERKS)]
    told: dict[int, str] = {}
    for clerk in clerks:
        output, complaints = clerk.communicate(timeout=300)
        assert clerk.returncode == 0, complaints
        told |= {int(line.split()[0]): line.split()[1] for line in output.splitlines()}
    # Then every number from 1 on was given once, and to the document the clerk was told of
    assert sorted(told.values()) == [f"YXDR—2026—01{place:03}" for place in range(1, TOTAL + 1)]
    kept = {row.id: row.unified_number for row in Document.select()}
    assert kept == told
    # And ledger, documents and trail agree
    ledger = {
        row.document_id: row.printed
        for row in NumberEntry.select().where(NumberEntry.kind == NumberKind.UNIFIED_NUMBER)
    }
    assert ledger == told
    assert len(ledger_ids(LedgerBook.UNIFIED)) == TOTAL
    assert numbers_report().faults == ()
    assert verify_trail().is_sound
