"""The whole way of a large ledger: ``python -m tests.bench.ledger_way``, with seconds and memory.

The real list of 43,437 rows is written to xlsx, tried, imported; its list of problems is corrected,
read again and imported; then both imports are taken back.
"""

import csv
import gzip
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import xlsxwriter  # type: ignore[import-untyped] # no stubs

from models.acts.import_ledger import import_ledger, reverse_import
from models.acts.performing import Order
from models.domain.records import FileEntry
from models.queries.office import profile, today
from models.queries.record_check import differing_records
from models.queries.trail import verify_trail
from models.register import Register, create_register
from review.ledgers.issuers import BodyChoice, new_body
from review.ledgers.judging import judge
from review.ledgers.ordering import counts_of, import_of, register_facts
from review.ledgers.problem_book import problem_book
from review.ledgers.reader import read_here, read_ledger_file
from review.ledgers.table import proposed_mapping, recognise
from review.ledgers.understanding import Understanding, issuer_names
from tests.models.office import CLERK, FOUNDING, staff_the_office

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "ledger_samples"
LIST = SHARED / "gov_document_index.csv.gz"
_TITLE, _DATES = 2, (4, 5)


@contextmanager
def told(what: str) -> Iterator[None]:
    """Say how long a step took, and the largest memory of this process so far."""
    begun = perf_counter()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{what:32}{perf_counter() - begun:8.1f} s{peak:8} MB\n")


def main() -> None:
    """Go the whole way in a register of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        register = create_register(folder / "register", FOUNDING)
        staff_the_office()
        first = write_rows(folder / "list.xlsx", rows_of_list())
        problems = go_in(register, first, folder / "problems.xlsx")
        corrected = write_rows(folder / "corrected.xlsx", mended(problems))
        go_in(register, corrected, folder / "rest.xlsx")
        for run_id in (2, 1):
            with told(f"import {run_id} taken back"):
                reverse_import(Order(CLERK), run_id, "proof")
        sys.stdout.write(f"sound: {verify_trail().is_sound and not differing_records()}\n")
        register.close()


def go_in(register: Register, path: Path, problems: Path) -> Path:
    """Read, try and import a file; write what stays out."""
    with told("read in the child"):
        file = read_ledger_file(path)
    with told("head, columns, rows"):
        table = recognise(file.sheets[0])
    facts = register_facts(today(), profile())
    columns = proposed_mapping(table)
    bodies = {
        name: BodyChoice(facts.bodies.body_called(name))
        if facts.bodies.body_called(name)
        else BodyChoice(new_body=new_body(name))
        for name in issuer_names(table, columns)
    }
    understanding = Understanding(columns, bodies)
    with told("dry run"):
        judged = judge(table, understanding, facts)
    sys.stdout.write(f"  { ({key.value: count for key, count in counts_of(judged).items()}) }\n")
    with told("list of problems"):
        problems.write_bytes(problem_book(table, understanding, judged))
    stored = register.files.put_file(path)
    source = FileEntry(stored.sha256, stored.size, stored.original_name)
    ledger = import_of(source, table, understanding, judged, facts.body_names)
    with told("import"):
        import_ledger(Order(CLERK), ledger)
    return problems


def rows_of_list() -> Iterator[list[str]]:
    """Yield the rows of the real list."""
    with gzip.open(LIST, "rt", encoding="utf-8-sig", newline="") as stream:
        yield from csv.reader(stream)


def mended(problems: Path) -> Iterator[list[str]]:
    """Yield the list of problems as a clerk would mend it: titles given, dates cleared."""
    for place, cells in enumerate(read_here(problems).sheets[0].rows):
        row = list(cells)
        if place:
            row[_TITLE] = row[_TITLE] or f"第{row[0]}行文件的通知"
            for column in _DATES:
                row[column] = row[column] if row[column][:2] in {"19", "20"} else ""
        yield row


def write_rows(path: Path, rows: Iterator[list[str]]) -> Path:
    """Write rows of text into a workbook."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet()
    for place, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write_string(place, column, cell)
    book.close()
    return path


if __name__ == "__main__":
    main()
