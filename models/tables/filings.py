"""Incoming filings (备案) and their reviews (审查)."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.bodies import IssuingBody
from models.tables.documents import Document
from models.tables.office import Person


class Filing(BaseTable):
    """One document received for filing (报送备案)."""

    uid = TextField(unique=True)
    document = ForeignKeyField(Document, backref="filings")
    document_id: int
    filing_body = ForeignKeyField(IssuingBody)
    filing_body_id: int
    filing_body_name = TextField()
    filing_report_number = TextField()
    received_date = DateField()
    received_way = TextField()
    state = TextField()
    filing_due_date = DateField(null=True)
    is_timely = BooleanField(null=True)
    days_used = IntegerField(null=True)
    registered_date = DateField(null=True)
    filing_register_number = TextField(null=True)
    filing_register_number_key = TextField(null=True)
    refusal_reason = TextField()
    refused_date = DateField(null=True)
    handled_by = ForeignKeyField(Person)
    handled_by_id: int
    profile_id = TextField()
    profile_version = TextField()
    created_at = InstantField()
    revision = IntegerField()


class FilingMaterial(BaseTable):
    """One kind of paper that came with a filing (报备材料)."""

    filing = ForeignKeyField(Filing, backref="materials")
    filing_id: int
    kind = TextField()
    copies = IntegerField()
    remark = TextField()


class Supplement(BaseTable):
    """A request to supplement a filing (补正) and its answer."""

    filing = ForeignKeyField(Filing, backref="supplements")
    filing_id: int
    requested_date = DateField()
    due_date = DateField()
    answered_date = DateField(null=True)
    requested_by = ForeignKeyField(Person)
    requested_by_id: int


class SupplementItem(BaseTable):
    """One defect that is to be supplemented."""

    supplement = ForeignKeyField(Supplement, backref="items")
    supplement_id: int
    position = IntegerField()
    defect = TextField()
    rule = TextField()


class Review(BaseTable):
    """One review of a document (备案审查)."""

    uid = TextField(unique=True)
    document = ForeignKeyField(Document, backref="reviews")
    document_id: int
    filing = ForeignKeyField(Filing, null=True)
    filing_id: int | None
    review_trigger = TextField()
    state = TextField()
    reviewer = ForeignKeyField(Person)
    reviewer_id: int
    opened_date = DateField()
    due_date = DateField()
    concluded_date = DateField(null=True)
    requested_act = TextField()
    summary = TextField()
    profile_id = TextField()
    profile_version = TextField()
    created_at = InstantField()
    revision = IntegerField()


class Finding(BaseTable):
    """One problem a reviewer found: clause, quote, class, basis, suggestion."""

    review = ForeignKeyField(Review, backref="findings")
    review_id: int
    position = IntegerField()
    clause = TextField()
    quote = TextField()
    finding_class = TextField()
    problem = TextField()
    basis_title = TextField()
    basis_article = TextField()
    basis_text = TextField()
    suggestion = TextField()
    withdrawn_reason = TextField(null=True)
    added_at = InstantField()
    added_by = ForeignKeyField(Person)
    added_by_id: int
