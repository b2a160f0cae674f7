"""Own documents on their way up to those they must be filed with (报备)."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document
from models.tables.office import Person


class OutgoingFiling(BaseTable):
    """The duty to file one document with one recipient, and where it stands.

    Whether it is late is never stored. ``submitted_date`` is the day on which it was first sent.
    """

    document = ForeignKeyField(Document, backref="outgoing_filings")
    document_id: int
    recipient = TextField()
    recipient_title = TextField()
    state = TextField()
    published_date = DateField()
    due_date = DateField()
    derivation = TextField()
    is_estimated = BooleanField()
    copies = IntegerField()
    submitted_date = DateField(null=True)
    profile_id = TextField()
    profile_version = TextField()
    created_at = InstantField()


class OutgoingStep(BaseTable):
    """One step of a filing: it was sent, the recipient answered, it was closed."""

    filing = ForeignKeyField(OutgoingFiling, backref="steps")
    filing_id: int
    state = TextField()
    step_date = DateField()
    number = TextField()
    way = TextField()
    content = TextField()
    due_date = DateField(null=True)
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class OutgoingMaterial(BaseTable):
    """One kind of paper that went along with a step."""

    step = ForeignKeyField(OutgoingStep, backref="materials")
    step_id: int
    kind = TextField()
    copies = IntegerField()
    remark = TextField()


class OutgoingRecount(BaseTable):
    """A last day that was counted anew after the day of publication was corrected: the old one."""

    filing = ForeignKeyField(OutgoingFiling, backref="recounts")
    filing_id: int
    published_date = DateField()
    due_date = DateField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class FilingStatement(BaseTable):
    """What a person wrote into the statement of a document; the newest one counts."""

    document = ForeignKeyField(Document)
    document_id: int
    necessity = TextField()
    main_content = TextField()
    disagreements = TextField()
    written_at = InstantField()
    written_by = ForeignKeyField(Person)
    written_by_id: int
