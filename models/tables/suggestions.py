"""Suggestions to review a document (审查建议); who made one stands in a table of its own."""

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document
from models.tables.filings import Review
from models.tables.office import Person


class Suggestion(BaseTable):
    """One suggestion or demand, without the name of whoever made it."""

    uid = TextField(unique=True)
    year = IntegerField()
    sequence = IntegerField()
    document = ForeignKeyField(Document, null=True)
    document_id: int | None
    document_title = TextField()
    document_number = TextField()
    issuing_body_name = TextField()
    suggester_kind = TextField()
    clause = TextField()
    matter = TextField()
    reasons = TextField()
    written_date = DateField(null=True)
    received_date = DateField()
    received_way = TextField()
    state = TextField()
    due_date = DateField()
    derivation = TextField()
    screened_date = DateField(null=True)
    accepted_date = DateField(null=True)
    decline_reason = TextField(null=True)
    explanation = TextField()
    competent_body = TextField()
    review = ForeignKeyField(Review, null=True)
    review_id: int | None
    conclusion = TextField(null=True)
    conclusion_reasons = TextField()
    concluded_date = DateField(null=True)
    replied_date = DateField(null=True)
    handled_by = ForeignKeyField(Person)
    handled_by_id: int
    profile_id = TextField()
    profile_version = TextField()
    created_at = InstantField()
    revision = IntegerField()


class Suggester(BaseTable):
    """Who made a suggestion: personal data, read only to write to the person."""

    suggestion = ForeignKeyField(Suggestion, unique=True)
    suggestion_id: int
    name = TextField()
    address = TextField()
    phone = TextField()


class SuggestionSupplement(BaseTable):
    """What a suggestion lacked, one item a line, and when it came."""

    suggestion = ForeignKeyField(Suggestion, backref="supplements")
    suggestion_id: int
    items = TextField()
    requested_date = DateField()
    due_date = DateField(null=True)
    answered_date = DateField(null=True)
