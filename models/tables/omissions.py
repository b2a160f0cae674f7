"""Issue lists compared with the register (漏报核查)."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document, StoredFile
from models.tables.office import Person


class OmissionCheck(BaseTable):
    """One issue list and the work on it."""

    uid = TextField(unique=True)
    name = TextField()
    stored_file = ForeignKeyField(StoredFile)
    stored_file_id: str
    source_name = TextField()
    sheet = TextField()
    row_count = IntegerField()
    started_at = InstantField()
    started_by = ForeignKeyField(Person)
    started_by_id: int
    state = TextField()
    closed_at = InstantField(null=True)
    closed_by = ForeignKeyField(Person, null=True)
    closed_by_id: int | None


class OmissionRow(BaseTable):
    """One line of the list: how it met the register at the start, and what was decided of it."""

    omission_check = ForeignKeyField(OmissionCheck, backref="rows")
    omission_check_id: int
    row_number = IntegerField()
    title = TextField()
    title_key = TextField()
    document_number = TextField()
    number_key = TextField()
    organ_code_text = TextField()
    number_year = IntegerField(null=True)
    number_sequence = IntegerField(null=True)
    last_sequence = IntegerField(null=True)
    issuing_body_name = TextField()
    adopted_date = DateField(null=True)
    row_year = IntegerField(null=True)
    repeats_row = IntegerField(null=True)
    row_match = TextField()
    document = ForeignKeyField(Document, null=True, on_delete="SET NULL")
    document_id: int | None
    likeness = IntegerField()
    looks_normative = BooleanField()
    reasons = TextField()
    decision = TextField(null=True)
    decision_reason = TextField()
    decided_document = ForeignKeyField(Document, null=True, on_delete="SET NULL")
    decided_document_id: int | None
    decided_at = InstantField(null=True)
    decided_by = ForeignKeyField(Person, null=True)
    decided_by_id: int | None
