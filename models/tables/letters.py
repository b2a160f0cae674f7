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
    document_id: int
    filing = ForeignKeyField(Filing, null=True)
    filing_id: int | None
    review = ForeignKeyField(Review, null=True)
    review_id: int | None
    state = TextField()
    letter_number = TextField()
    letter_number_key = TextField(unique=True)
    letter_date = DateField()
    addressee = TextField()
    data = TextField()
    data_hash = TextField()
    issued_at = InstantField()
    issued_by = ForeignKeyField(Person)
    issued_by_id: int
    withdrawn_reason = TextField(null=True)
    withdrawn_at = InstantField(null=True)
    withdrawn_by = ForeignKeyField(Person, null=True)
    withdrawn_by_id: int | None


class LetterPaper(BaseTable):
    """The file of an issued letter in one format."""

    letter = ForeignKeyField(Letter, backref="papers")
    letter_id: int
    format = TextField()
    stored_file = ForeignKeyField(StoredFile)
    stored_file_id: str


class Deadline(BaseTable):
    """A statutory date with the derivation it was computed by."""

    kind = TextField()
    document = ForeignKeyField(Document, backref="deadlines")
    document_id: int
    filing = ForeignKeyField(Filing, null=True)
    filing_id: int | None
    review = ForeignKeyField(Review, null=True)
    review_id: int | None
    due_date = DateField()
    derivation = TextField()
    is_estimated = BooleanField()
    met_date = DateField(null=True)
