"""What units answered to reminders, and the steps before the end of a term that were done."""

from peewee import DateField, ForeignKeyField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document
from models.tables.letters import Letter
from models.tables.office import Person


class ValidityReply(BaseTable):
    """A unit's answer for one document; the newest one counts, the earlier ones stay."""

    document = ForeignKeyField(Document, backref="validity_replies")
    document_id: int
    letter = ForeignKeyField(Letter, null=True)
    letter_id: int | None
    choice = TextField()
    reply_date = DateField()
    signed_by = TextField()
    reason = TextField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class LadderMark(BaseTable):
    """A step that a person says was done; one entered by mistake is withdrawn and stays."""

    document = ForeignKeyField(Document, backref="ladder_marks")
    document_id: int
    step = TextField()
    done_date = DateField()
    note = TextField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int
    withdrawn_reason = TextField(null=True)
    withdrawn_at = InstantField(null=True)
    withdrawn_by = ForeignKeyField(Person, null=True)
    withdrawn_by_id: int | None
