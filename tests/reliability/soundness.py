"""Hold a register against what its clerks were told."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from models.database import DATABASE, is_postgres
from models.domain.roles import ActName
from models.files import StoredFileDamagedError, StoredFileMissingError
from models.queries.numbers import numbers_report
from models.queries.record_check import differing_records
from models.queries.trail import verify_trail
from models.register import Register
from models.tables.audit import AuditLine, Operation
from models.tables.documents import DocumentFile, StoredFile
from models.tables.numbers import NumberCount, NumberCounter
from tests.reliability.programs import Said


def acknowledged(words: Iterable[Said]) -> dict[str, str]:
    """Return the answer each operation was given; the last where they contradict each other."""
    return {said.op_id: said.answer for said in words if said.answer is not None}


def faults_of(register: Register, words: Iterable[Said]) -> list[str]:
    """Return all that is wrong with a register whose clerks were told these words."""
    said = list(words)
    return [
        *contradictions(said),
        *doubles(acknowledged(said)),
        *_losses(acknowledged(said)),
        *_number_faults(),
        *_trail_faults(),
        *(str(fault) for fault in differing_records()),
        *_file_faults(register),
        *_database_faults(),
    ]


def contradictions(words: Iterable[Said]) -> Iterator[str]:
    """Name operations that were answered in two ways."""
    answers: dict[str, set[str]] = {}
    for said in words:
        if said.answer is not None:
            answers.setdefault(said.op_id, set()).add(said.answer)
    yield from (f"{op_id} answered as {both}" for op_id, both in answers.items() if len(both) > 1)


def doubles(told: Mapping[str, str]) -> Iterator[str]:
    """Name numbers that were told for two documents."""
    numbers = Counter(answer for op_id, answer in told.items() if op_id.startswith("number"))
    yield from (f"{number} told {times} times" for number, times in numbers.items() if times > 1)


def _losses(told: Mapping[str, str]) -> Iterator[str]:
    kept = {row.op_id: json.loads(row.result) for row in Operation.select()}
    for op_id, answer in told.items():
        result = kept.get(op_id)
        shown = result["number"] if isinstance(result, dict) else str(result)
        if shown != answer:
            yield f"{op_id} was told {answer}, the register has {shown}"


def _number_faults() -> Iterator[str]:
    counts: dict[str, list[int]] = {}
    for row in NumberCount.select().order_by(NumberCount.count):
        counts.setdefault(row.scope, []).append(row.count)
    for scope, used in counts.items():
        if used != list(range(1, len(used) + 1)):
            yield f"the counts of {scope} are {used}"
    highest = {scope: used[-1] for scope, used in counts.items()}
    counters = {row.scope: row.last_count for row in NumberCounter.select()}
    if counters != highest:
        yield f"counters stand at {counters}, the highest counts are {highest}"
    yield from (str(fault) for fault in numbers_report().faults)


def _trail_faults() -> Iterator[str]:
    yield from (str(fault) for fault in verify_trail().faults)
    performed = {row.op_id for row in Operation.select()}
    founding = AuditLine.act != ActName.FOUND_REGISTER
    written = Counter(row.op_id for row in AuditLine.select().where(founding))
    if written != Counter(performed):
        yield f"operations without their one line: {performed ^ set(written)}"


def _file_faults(register: Register) -> Iterator[str]:
    for row in StoredFile.select():
        try:
            if len(register.files.read(row.sha256)) != row.size:
                yield f"{row.sha256} has another size"
        except (StoredFileMissingError, StoredFileDamagedError) as error:
            yield str(error)
    if DocumentFile.select().where(DocumentFile.stored_file.is_null()).exists():
        yield "a document's file without content"


def _database_faults() -> Iterator[str]:
    if is_postgres():
        return
    for pragma in ("integrity_check", "foreign_key_check"):
        rows = DATABASE.execute_sql(f"PRAGMA {pragma}").fetchall()
        yield from (f"{pragma}: {row}" for row in rows if row != ("ok",))
