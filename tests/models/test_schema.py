"""The tables of the program and the schema the migrations made are the same."""

import importlib
import pkgutil

import pytest
from peewee import IntegrityError

import models.tables
from models.database import DATABASE
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
