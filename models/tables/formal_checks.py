"""Formal checks of filings (形式审查), each with the answers to its items."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.filings import Filing
from models.tables.office import Person


class FormalCheck(BaseTable):
    """One formal check; ``round`` counts how often the filing came, supplements included."""

    filing = ForeignKeyField(Filing, backref="formal_checks")
    filing_id: int
    round = IntegerField()
    checked_date = DateField()
    checked_at = InstantField()
    checked_by = ForeignKeyField(Person)
    checked_by_id: int


class FormalAnswer(BaseTable):
    """The answer to one item, with title and source as the rules had them on that day."""

    formal_check = ForeignKeyField(FormalCheck, backref="answers")
    formal_check_id: int
    position = IntegerField()
    item_key = TextField()
    title = TextField()
    source = TextField()
    is_verified = BooleanField()
    result = TextField()
    ground = TextField()
