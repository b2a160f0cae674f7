"""The number ledger (号码台账): counters, entries, and the counts each entry used."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document
from models.tables.filings import Filing
from models.tables.letters import Letter
from models.tables.office import Person


class NumberCounter(BaseTable):
    """The last count handed out in one scope of one scheme."""

    scheme_id = TextField()
    token = TextField()
    scope = TextField()
    last_count = IntegerField()


class NumberEntry(BaseTable):
    """One number: allotted, entered from the past, or void; never deleted."""

    kind = TextField()
    series = TextField()
    scheme_id = TextField()
    printed = TextField()
    number_key = TextField()
    number_year = IntegerField(null=True)
    state = TextField()
    is_back_entry = BooleanField()
    document = ForeignKeyField(Document, null=True)
    document_id: int | None
    filing = ForeignKeyField(Filing, null=True)
    filing_id: int | None
    letter = ForeignKeyField(Letter, null=True)
    letter_id: int | None
    allotted_date = DateField()
    allotted_at = InstantField()
    allotted_by = ForeignKeyField(Person)
    allotted_by_id: int
    void_reason = TextField(null=True)
    voided_at = InstantField(null=True)
    voided_by = ForeignKeyField(Person, null=True)
    voided_by_id: int | None


class NumberCount(BaseTable):
    """The count a number used in one scope."""

    entry = ForeignKeyField(NumberEntry, backref="counts")
    entry_id: int
    scheme_id = TextField()
    token = TextField()
    scope = TextField()
    count = IntegerField()
