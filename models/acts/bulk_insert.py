"""Write many rows of one table with one prepared statement, inside an act."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import peewee
from peewee import Field

from models.database import DATABASE, is_postgres
from models.tables.base import RootTable

# What turns the errors of a driver into those of peewee, which the acts know.
_translated: AbstractContextManager[None] = vars(peewee)["__exception_wrapper__"]


def insert_rows(table: type[RootTable], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all name the same fields; ten times as fast as building each statement."""
    if not rows:
        return
    meta = table._meta  # noqa: SLF001 - peewee has no other door to a table's columns
    names = list(rows[0])
    fields: list[Field] = [meta.fields[name] for name in names]
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    marks = ", ".join(["%s" if is_postgres() else "?"] * len(fields))
    into = f'INSERT INTO "{meta.table_name}" ({columns})'
    statement = f"{into} VALUES ({marks})"
    converters: list[tuple[str, Callable[[object], object]]] = [
        (name, field.db_value) for name, field in zip(names, fields, strict=True)
    ]
    values = [tuple(convert(row[name]) for name, convert in converters) for row in rows]
    database: Any = DATABASE
    with _translated:
        database.cursor().executemany(statement, values)


def set_field(field: Field, values: Mapping[int, object]) -> None:
    """Set one field of many rows by their ids."""
    table = field.model._meta.table_name  # noqa: SLF001 - see insert_rows
    mark = "%s" if is_postgres() else "?"
    statement = f'UPDATE "{table}" SET "{field.column_name}" = {mark} WHERE id = {mark}'  # noqa: S608 - names of ours
    database: Any = DATABASE
    with _translated:
        database.cursor().executemany(
            statement, [(field.db_value(value), row_id) for row_id, value in values.items()]
        )
