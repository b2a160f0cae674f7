"""Exchange of packages with other offices (收发包)."""

from peewee import ForeignKeyField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document
from models.tables.filings import Filing
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


class ExchangePackage(BaseTable):
    """A package that went out or was taken in; the same one is taken in once."""

    package_id = TextField()
    direction = TextField()
    kind = TextField()
    office_name = TextField()
    public_key = TextField()
    made_at = InstantField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int
    answers_package_id = TextField()


class ExchangeItem(BaseTable):
    """One document of a package, as the package told it (JSON)."""

    package = ForeignKeyField(ExchangePackage, backref="items")
    package_id: int
    document = ForeignKeyField(Document, null=True)
    document_id: int | None
    filing = ForeignKeyField(Filing, null=True)
    filing_id: int | None
    document_uid = TextField()
    content = TextField()
