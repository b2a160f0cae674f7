"""Exchange of packages with other offices (收发包)."""

from peewee import ForeignKeyField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.office import Person


class TrustedSender(BaseTable):
    """An office whose packages are taken; one no longer trusted stays with the reason."""

    office_name = TextField()
    public_key = TextField()
    trusted_at = InstantField()
    trusted_by = ForeignKeyField(Person)
    trusted_by_id: int
    distrusted_reason = TextField(null=True)
    distrusted_at = InstantField(null=True)
    distrusted_by = ForeignKeyField(Person, null=True)
    distrusted_by_id: int | None
