"""Issued letters (文书) and statutory deadlines (期限)."""

from peewee import BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document, StoredFile
from models.tables.filings import Filing, Review
from models.tables.office import Person


class Letter(BaseTable):
    """One issued letter, frozen with the data it was made from."""

    uid = TextField(unique=True)
    kind = TextField()
    document = ForeignKeyField(Document, backref="letters")
    filing = ForeignKeyField(Filing, null=True)
    review = ForeignKeyField(Review, null=True)
    state = TextField()
    letter_number = TextField()
    letter_number_key = TextField(unique=True)
    letter_date = DateField()
    addressee = TextField()
    data = TextField()
    data_hash = TextField()
    issued_at = InstantField()
    issued_by = ForeignKeyField(Person)
    withdrawn_reason = TextField(null=True)
    withdrawn_at = InstantField(null=True)
    withdrawn_by = ForeignKeyField(Person, null=True)


class LetterPaper(BaseTable):
    """The file of an issued letter in one format."""

    letter = ForeignKeyField(Letter, backref="papers")
    format = TextField()
    stored_file = ForeignKeyField(StoredFile)


class Deadline(BaseTable):
    """A statutory date with the derivation it was computed by."""

    kind = TextField()
    document = ForeignKeyField(Document, backref="deadlines")
    filing = ForeignKeyField(Filing, null=True)
    review = ForeignKeyField(Review, null=True)
    due_date = DateField()
    derivation = TextField()
    is_estimated = BooleanField()
    met_date = DateField(null=True)
