"""The tables of the program and the schema the migrations made are the same."""

import importlib
import pkgutil
import re

import pytest
from peewee import IntegrityError

import models.tables
from models.database import DATABASE
from models.migrations.chain import NEWEST_VERSION, STEPS, schema_version
from models.register import Register, open_register
from models.tables.base import BaseTable, RootTable
from models.tables.documents import Document
from tests.models.office import add_body, register_one


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
    # Given a register as the first version left it, with a document
    document_id = register_one(1, add_body())
    later = "".join(statement for step in STEPS[1:] for statement in step.STATEMENTS)
    for table in reversed(re.findall(r"CREATE TABLE (\w+)", later)):
        DATABASE.execute_sql(f"DROP TABLE {table}")
    DATABASE.execute_sql("UPDATE schema_version SET version = 1")
    sqlite_register.close()
    # When this program opens it
    opened = open_register(sqlite_register.folder)
    # Then it has the new tables, keeps its document, and a copy of before lies beside it
    assert schema_version() == NEWEST_VERSION
    assert {"import_run", "imported_row"} <= set(DATABASE.get_tables())
    assert Document.select().where(Document.id == document_id).exists()
    assert len(list(opened.folder.glob("register-v1-*.db"))) == 1
