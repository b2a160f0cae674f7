"""Issued letters (文书) and statutory deadlines (期限)."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document, StoredFile
from models.tables.filings import Filing, Review
from models.tables.office import Person


class Letter(BaseTable):
    """One issued letter, frozen with the data, wording and style it was made from.

    ``document`` is set when it is about exactly one; ``letter_document`` names them all.
    """

    uid = TextField(unique=True)
    kind = TextField()
    document = ForeignKeyField(Document, backref="letters", null=True)
    document_id: int | None
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
    heading = TextField()
    copies = IntegerField()
    batch_id = TextField()
    replaces = ForeignKeyField("self", null=True)
    replaces_id: int | None
    wording_version = TextField()
    wording_hash = TextField()
    style = TextField()
    check_code = TextField()


class LetterDocument(BaseTable):
    """A document that a letter is about, in the order of the letter."""

    letter = ForeignKeyField(Letter, backref="documents")
    letter_id: int
    document = ForeignKeyField(Document)
    document_id: int
    position = IntegerField()


class LetterDelivery(BaseTable):
    """The delivery of a letter to one of those it went to."""

    letter = ForeignKeyField(Letter, backref="deliveries")
    letter_id: int
    recipient = TextField()
    delivered_date = DateField()
    delivery_way = TextField()
    received_by = TextField()
    remark = TextField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class LetterPaper(BaseTable):
    """The file of an issued letter in one format."""

    letter = ForeignKeyField(Letter, backref="papers")
    letter_id: int
    format = TextField()
    stored_file = ForeignKeyField(StoredFile)
    stored_file_id: str


class LetterWording(BaseTable):
    """One version of the office's own wording of a kind of letter; the newest is in force.

    ``original`` is the template that the program brought that day; ``text`` is empty when the
    office went back to it.
    """

    kind = TextField()
    version = IntegerField()
    state = TextField()
    text = TextField()
    text_hash = TextField()
    original = TextField()
    reason = TextField()
    changed_at = InstantField()
    changed_by = ForeignKeyField(Person)
    changed_by_id: int


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
