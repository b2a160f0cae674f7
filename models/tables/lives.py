"""What happens to documents in force, and the days of each status that follow from it."""

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document
from models.tables.office import Person


class LifeEvent(BaseTable):
    """An event that changes whether, or how long, a document is in force.

    ``clauses`` are separated by line feeds; empty means the whole document. An event entered by
    mistake is withdrawn and stays.
    """

    document = ForeignKeyField(Document, backref="life_events")
    document_id: int
    kind = TextField()
    begin_date = DateField()
    clauses = TextField()
    validity_kind = TextField(null=True)
    validity_amount = IntegerField(null=True)
    validity_until_date = DateField(null=True)
    clock = TextField(null=True)
    reason = TextField()
    caused_by = ForeignKeyField(Document, null=True, backref="caused_events")
    caused_by_id: int | None
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int
    withdrawn_reason = TextField(null=True)
    withdrawn_at = InstantField(null=True)
    withdrawn_by = ForeignKeyField(Person, null=True)
    withdrawn_by_id: int | None


class LifeStretch(BaseTable):
    """Days on which a document has one status; drawn from its record, never entered.

    The last stretch of a document ends on the last day a calendar can name.
    """

    document = ForeignKeyField(Document, backref="life_stretches")
    document_id: int
    first_day = DateField()
    last_day = DateField()
    status = TextField()
    reason = TextField()
