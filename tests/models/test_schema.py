"""The tables of the program and the schema the migrations made are the same."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest
from peewee import IntegrityError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped] # no stubs

import models.tables
from models.acts.letters import Pressed, PressedPaper, issue_letter
from models.acts.life_lines import documents_without_life, redraw
from models.database import DATABASE
from models.domain.records import FileEntry
from models.migrations.chain import NEWEST_VERSION, STEPS, migrate, schema_version
from models.queries.letters import letter_page
from models.queries.numbers import numbers_report
from models.queries.record_check import differing_records
from models.register import Register, open_register
from models.tables.base import BaseTable, RootTable
from models.tables.documents import Document
from review.letters.drafting.filing_in import propose_receipt
from tests.models.office import TODAY, accept_one, add_body, order, receive_one, register_one


def tables() -> list[type[RootTable]]:
    """Find every table of the program."""
    found: set[type[RootTable]] = set()
    for module in pkgutil.iter_modules(models.tables.__path__):
        members = vars(importlib.import_module(f"models.tables.{module.name}")).values()
        found |= {one for one in members if isinstance(one, type) and issubclass(one, RootTable)}
    return sorted(found - {RootTable, BaseTable}, key=lambda table: table.__name__)


@pytest.mark.usefixtures("register")
def test_every_table_has_exactly_the_columns_of_the_schema() -> None:
    for table in tables():
        meta = table._meta
        schema = {column.name: column for column in DATABASE.get_columns(meta.table_name)}
        fields = {field.column_name: field for field in meta.sorted_fields}
        assert set(schema) == set(fields), table
        optional = {name for name, column in schema.items() if column.null}
        assert optional == {name for name, field in fields.items() if field.null}, table


@pytest.mark.usefixtures("register")
def test_every_table_of_the_schema_is_a_table_of_the_program() -> None:
    names = {table._meta.table_name for table in tables()}
    known = set(DATABASE.get_tables()) - {"schema_version", "sqlite_sequence"}
    assert known == names


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "column",
    ["making_state = 'lost'", "title = ''", "issuing_body_id = 999", "unified_number = 'X'"],
)
def test_the_schema_itself_refuses_what_no_record_may_be(column: str) -> None:
    register_one(1, add_body())
    with pytest.raises(IntegrityError):
        DATABASE.execute_sql(f"UPDATE document SET {column}")
    assert Document.select().count() == 1


def test_a_register_of_the_first_version_becomes_one_of_today(sqlite_register: Register) -> None:
    # Given a register as the first version left it, with a document and a letter
    document_id = register_one(1, add_body())
    letter_id = issue_one(sqlite_register)
    take_back_to_the_first_version(sqlite_register)
    # When this program opens it
    opened = open_register(sqlite_register.folder)
    # Then it has the new tables, keeps its document, and a copy of before lies beside it
    assert schema_version() == NEWEST_VERSION
    assert {"import_run", "imported_row"} <= set(DATABASE.get_tables())
    assert Document.select().where(Document.id == document_id).exists()
    assert len(list(opened.folder.glob("register-v1-*.db"))) == 1
    # And the letter has its document, its papers and its number, as the trail tells
    page = letter_page(letter_id)
    assert page.documents == {page.document_id: page.title}
    assert set(page.papers) == {"pdf"}
    assert numbers_report().faults == ()
    assert differing_records() == ()


def test_letters_on_a_server_keep_their_documents_when_they_may_have_several(
    copy_on_postgres: Callable[[Path], Iterator[Register]], tmp_path: Path
) -> None:
    for opened in copy_on_postgres(tmp_path / "register"):
        # Given a letter in a register as the third version left it
        letter_id = issue_one(opened)
        later = "".join(one for step in STEPS[3:] for one in _statements_on_a_server(step))
        for table in reversed(re.findall(r"CREATE TABLE (\w+)", later)):
            DATABASE.execute_sql(f"DROP TABLE {table}")
        for column in re.findall(r"ADD COLUMN (\w+)", "".join(STEPS[3].POSTGRES_STATEMENTS)):
            DATABASE.execute_sql(f"ALTER TABLE letter DROP COLUMN {column}")
        DATABASE.execute_sql("ALTER TABLE letter ALTER COLUMN document_id SET NOT NULL")
        DATABASE.execute_sql("DROP INDEX letter_date_order")
        DATABASE.execute_sql("CREATE INDEX letter_document ON letter (document_id)")
        DATABASE.execute_sql("UPDATE schema_version SET version = 3")
        # When the steps after it are taken, then the letter still has its document
        migrate()
        redraw(documents_without_life())
        page = letter_page(letter_id)
        assert page.documents == {page.document_id: page.title}
        assert differing_records() == ()


def _statements_on_a_server(step: ModuleType) -> tuple[str, ...]:
    return (*step.STATEMENTS, *step.POSTGRES_STATEMENTS)


def take_back_to_the_first_version(register: Register) -> None:
    """Copy what a register of the first version would hold into one made by the first step."""
    register.close()
    today = register.folder / "register.db"
    first = register.folder / "first.db"
    connection = dbapi2.connect(str(first), isolation_level=None)
    for statement in (*STEPS[0].STATEMENTS, *STEPS[0].SQLITE_STATEMENTS):
        identity = "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT"
        connection.execute(statement.replace("{identity}", identity))
    connection.execute("ATTACH DATABASE ? AS today", (str(today),))
    tables = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    for (table,) in tables.fetchall():
        if table != "sqlite_sequence":
            columns = connection.execute(f"PRAGMA main.table_info({table})").fetchall()
            names = ", ".join(column[1] for column in columns)
            connection.execute(
                f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table}"
            )
    connection.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)")
    connection.execute("INSERT INTO schema_version VALUES (1)")
    connection.close()
    for leftover in register.folder.glob("register.db*"):
        leftover.unlink()
    first.replace(today)


def issue_one(register: Register) -> int:
    """Issue a receipt as the first version did, without a code on it, and return its id."""
    filing_id = receive_one()
    accept_one(filing_id)

    def press(data: Mapping[str, object]) -> Pressed:
        stored = register.letters.put_bytes(str(data["letter_number"]).encode(), "回执.pdf")
        return Pressed((PressedPaper("pdf", FileEntry(stored.sha256, stored.size, "回执.pdf")),))

    return issue_letter(order(), propose_receipt(filing_id, TODAY).as_draft(), press).letter_id
