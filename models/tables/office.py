"""The office: its settings, its people, its rule profiles as they were used."""

from peewee import BooleanField, ForeignKeyField, TextField

from models.tables.base import BaseTable, InstantField, RootTable


class Setting(RootTable):
    """One setting of the office."""

    key = TextField(primary_key=True)
    value = TextField()


class ProfileText(BaseTable):
    """The text of a rule profile in the version that documents were handled under."""

    profile_id = TextField()
    version = TextField()
    content = TextField()
    kept_at = InstantField()


class Person(BaseTable):
    """A person who works with the register (人员)."""

    login = TextField(unique=True)
    name = TextField()
    is_active = BooleanField()


class PersonRole(BaseTable):
    """One role of a person (角色)."""

    person = ForeignKeyField(Person, backref="roles")
    person_id: int
    role = TextField()
