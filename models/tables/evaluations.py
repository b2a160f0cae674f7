"""Post-evaluations (后评估) with their score sheets and materials."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document, StoredFile
from models.tables.office import Person


class Evaluation(BaseTable):
    """One evaluation of how a document works; ``methods`` are separated by line feeds."""

    uid = TextField(unique=True)
    document = ForeignKeyField(Document, backref="evaluations")
    document_id: int
    unit = TextField()
    origin = TextField()
    plan_name = TextField()
    plan_year = IntegerField(null=True)
    state = TextField()
    planned_date = DateField()
    planned_by = ForeignKeyField(Person)
    planned_by_id: int
    started_date = DateField(null=True)
    due_date = DateField(null=True)
    due_basis = TextField(null=True)
    derivation = TextField()
    criteria_name = TextField()
    criteria_source = TextField()
    criteria_verified = BooleanField()
    methods = TextField()
    process = TextField()
    findings = TextField()
    suggestions = TextField()
    scored_date = DateField(null=True)
    result = TextField(null=True)
    reasons = TextField()
    report_date = DateField(null=True)
    concluded_at = InstantField(null=True)
    concluded_by = ForeignKeyField(Person, null=True)
    concluded_by_id: int | None
    withdrawn_reason = TextField(null=True)
    withdrawn_at = InstantField(null=True)
    withdrawn_by = ForeignKeyField(Person, null=True)
    withdrawn_by_id: int | None
    profile_id = TextField()
    profile_version = TextField()
    created_at = InstantField()
    revision = IntegerField()


class EvaluationCriterion(BaseTable):
    """One line of the score sheet an evaluation was begun with; marks are kept in tenths."""

    evaluation = ForeignKeyField(Evaluation, backref="criteria")
    evaluation_id: int
    position = IntegerField()
    criterion_key = TextField()
    title = TextField()
    explanation = TextField()
    full_tenths = IntegerField()
    tenths = IntegerField(null=True)
    remark = TextField()


class EvaluationMaterial(BaseTable):
    """A paper an evaluation stands on; one added by mistake is withdrawn and stays."""

    evaluation = ForeignKeyField(Evaluation, backref="materials")
    evaluation_id: int
    title = TextField()
    stored_file = ForeignKeyField(StoredFile)
    stored_file_id: str
    added_at = InstantField()
    added_by = ForeignKeyField(Person)
    added_by_id: int
    withdrawn_reason = TextField(null=True)
    withdrawn_at = InstantField(null=True)
