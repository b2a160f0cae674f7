"""The base of all tables: the key column, the database in use, and the field of instants."""

from datetime import UTC, datetime

from peewee import AutoField, Model, TextField

from models.database import DATABASE


class InstantField(TextField):
    """An instant, kept as ISO 8601 text in UTC so that both databases order and print it alike."""

    def db_value(self, value: datetime | None) -> str | None:
        """Return the text stored for an aware instant."""
        if value is None:
            return None
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def python_value(self, value: str | None) -> datetime | None:
        """Return the aware instant of a stored text."""
        return None if value is None else datetime.fromisoformat(value)


class RootTable(Model):
    """A table of the register that names its own key."""

    class Meta:
        database = DATABASE
        legacy_table_names = False


class BaseTable(RootTable):
    """A table of the register with an integer key that is never used twice."""

    id = AutoField()
