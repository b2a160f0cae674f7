"""Whatever field of whatever record is changed with another tool, the check names it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from peewee import BooleanField, DateField, Field, ForeignKeyField, IntegerField

from models.acts.import_ledger import import_ledger, reverse_import
from models.acts.performing import Order
from models.database import DATABASE
from models.domain.imports import ImportedDocument, LedgerImport
from models.domain.records import FileEntry
from models.domain.trail_replay import ReplayedRecord
from models.queries.record_check import (
    FIELDS,
    TABLES,
    RecordFault,
    RecordFaultKind,
    differing_records,
)
from models.queries.trail import verify_trail
from models.register import open_register
from resources.terms import FIELDS as FIELD_NAMES
from resources.terms import name_in
from tests.models.office import changed, parking_measures
from ui.demonstration.story import load_story
from ui.demonstration.telling import build_register

CASES = [(kind, name) for kind in ReplayedRecord for name in FIELDS[kind].split()]
SOMEWHERE_ELSE = 999
CLERK_OF_THE_STORY = "xu"

# What a letter holds beside its columns: its kind and data by their hash, its papers.
OTHER_CASES = [
    ("UPDATE letter SET kind = 'review_opinion'", ReplayedRecord.LETTER, {"letter_kind", "data"}),
    ("UPDATE letter SET data = '{}'", ReplayedRecord.LETTER, {"data"}),
    ("UPDATE letter SET data = 'x'", ReplayedRecord.LETTER, {"data"}),
    ("UPDATE letter_paper SET stored_file_id = 'ab'", ReplayedRecord.LETTER, {"papers"}),
    ("UPDATE document_file SET stored_file_id = 'ab'", ReplayedRecord.DOCUMENT, {"files"}),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a register with the sample office's whole story, closed.

    A ledger was imported and taken back at its end, so that there is a record of every kind.
    """
    folder = tmp_path_factory.mktemp("told") / "register"
    build_register(load_story(), folder, lambda _told: None)
    register = open_register(folder)
    entry = changed(parking_measures(1), title="云溪县集市管理办法", evidence=())
    ledger = LedgerImport(
        FileEntry("cd" * 32, 4096, "旧台账.xlsx"),
        "台账",
        "文件名称",
        "{}",
        1,
        (ImportedDocument(row_number=2, entry=entry),),
    )
    reverse_import(
        Order(CLERK_OF_THE_STORY), import_ledger(Order(CLERK_OF_THE_STORY), ledger), "试"
    )
    register.close()
    return folder


@pytest.fixture
def open_to_all(told: Path, tmp_path: Path) -> Iterator[None]:
    """Open a copy of that register as any tool would, with nothing that guards its content."""
    register = open_register(Path(shutil.copytree(told, tmp_path / "register")))
    for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        DATABASE.execute_sql(f"PRAGMA {pragma}")
    yield
    register.close()


def changed_value(field: Field, value: object) -> object:
    """Return another value of the field's kind."""
    match field:
        case DateField():
            return "1999-12-31"
        case BooleanField():
            return not value
        case IntegerField() | ForeignKeyField():
            return SOMEWHERE_ELSE
        case _:
            return f"{value or ''}改"


@pytest.mark.usefixtures("open_to_all")
def test_the_records_of_the_whole_story_agree_with_the_trail() -> None:
    assert differing_records() == ()
    for table in TABLES.values():
        assert table.select().exists()


@pytest.mark.usefixtures("open_to_all")
@pytest.mark.parametrize(("kind", "name"), CASES, ids=str)
def test_every_field_that_is_changed_is_named(kind: ReplayedRecord, name: str) -> None:
    # Given the last record of its kind, one field of it changed with another tool
    table = TABLES[kind]
    field: Field = getattr(table, name)
    record_id, value = table.select(table.id, field).order_by(table.id.desc()).tuples().first()
    DATABASE.execute_sql(
        f'UPDATE "{table._meta.table_name}" SET "{field.column_name}" = ? WHERE id = ?',
        (changed_value(field, value), record_id),
    )
    # Then the chain of the trail is whole, and the check names the record and the field
    assert verify_trail().is_sound
    assert differing_records() == (RecordFault(RecordFaultKind.ALTERED, kind, record_id, (name,)),)


@pytest.mark.usefixtures("open_to_all")
@pytest.mark.parametrize(("statement", "kind", "names"), OTHER_CASES)
def test_changed_letters_and_files_are_named(
    statement: str, kind: ReplayedRecord, names: set[str]
) -> None:
    DATABASE.execute_sql(f"{statement} WHERE id = 1")
    (fault,) = differing_records()
    assert (fault.record, set(fault.fields)) == (kind, names)


def test_every_field_that_may_be_named_has_a_chinese_name() -> None:
    others = set().union(*(names for _, _, names in OTHER_CASES))
    names = others | {name for _, name in CASES}
    assert {name for name in names if name_in(FIELD_NAMES, name) == name} == set()


@pytest.mark.usefixtures("open_to_all")
@pytest.mark.parametrize("kind", ReplayedRecord)
def test_a_record_that_was_deleted_is_named(kind: ReplayedRecord) -> None:
    DATABASE.execute_sql(f'DELETE FROM "{TABLES[kind]._meta.table_name}" WHERE id = 1')
    assert differing_records() == (RecordFault(RecordFaultKind.DELETED, kind, 1),)


@pytest.mark.usefixtures("open_to_all")
def test_a_record_that_was_slipped_in_is_named() -> None:
    table = TABLES[ReplayedRecord.FINDING]
    columns = ", ".join(
        f'"{field.column_name}"' for field in table._meta.sorted_fields if field.name != "id"
    ).replace('"position"', "900")
    named = columns.replace("900", '"position"')
    DATABASE.execute_sql(
        f"INSERT INTO finding (id, {named}) SELECT {SOMEWHERE_ELSE}, {columns} FROM finding "
        "WHERE id = 1"
    )
    fault = RecordFault(RecordFaultKind.SLIPPED_IN, ReplayedRecord.FINDING, SOMEWHERE_ELSE)
    assert differing_records() == (fault,)
