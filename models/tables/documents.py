"""Normative documents (规范性文件) and what belongs to them."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField, RootTable
from models.tables.bodies import IssuingBody
from models.tables.office import Person


class StoredFile(RootTable):
    """A file the store holds, by its SHA-256."""

    sha256 = TextField(primary_key=True)
    size = IntegerField()
    original_name = TextField()
    stored_at = InstantField()


class Document(BaseTable):
    """One normative document (规范性文件), own, received through filing, or historic."""

    uid = TextField(unique=True)
    origin = TextField()
    title = TextField()
    title_key = TextField()
    issuing_body = ForeignKeyField(IssuingBody, backref="documents")
    issuing_body_id: int
    issuing_body_name = TextField()
    document_class = TextField()
    document_kind = TextField()
    is_trial = BooleanField()
    is_market_related = BooleanField()
    has_major_effect = BooleanField()
    drafting_unit = TextField()
    addressee = TextField()
    document_number = TextField(null=True)
    document_number_key = TextField(null=True)
    unified_number = TextField(null=True)
    unified_number_key = TextField(null=True)
    site_index_number = TextField(null=True)
    signer = TextField()
    signed_date = DateField(null=True)
    adopted_date = DateField(null=True)
    printed_date = DateField(null=True)
    published_date = DateField(null=True)
    effective_date = DateField(null=True)
    early_effect_reason = TextField()
    validity_kind = TextField(null=True)
    validity_amount = IntegerField(null=True)
    validity_until_date = DateField(null=True)
    expiry_date = DateField(null=True)
    amended_date = DateField(null=True)
    ended_kind = TextField(null=True)
    ended_date = DateField(null=True)
    interpretation_body = TextField()
    making_state = TextField()
    refusal_reason = TextField()
    registered_date = DateField()
    registered_by = ForeignKeyField(Person)
    registered_by_id: int
    profile_id = TextField()
    profile_version = TextField()
    created_at = InstantField()
    revision = IntegerField()


class JointIssuer(BaseTable):
    """One of the bodies that issue a document together (联合制定机关)."""

    document = ForeignKeyField(Document, backref="joint_issuers")
    document_id: int
    body = ForeignKeyField(IssuingBody, null=True)
    body_id: int | None
    name = TextField()
    position = IntegerField()
    is_lead = BooleanField()


class DocumentFile(BaseTable):
    """A text version or attachment of a document, with the text read from it."""

    document = ForeignKeyField(Document, backref="files")
    document_id: int
    role = TextField()
    title = TextField()
    position = IntegerField()
    stored_file = ForeignKeyField(StoredFile)
    stored_file_id: str
    text = TextField()
    added_at = InstantField()


class ProcedureEvidence(BaseTable):
    """Proof of one step of the procedure (程序材料)."""

    document = ForeignKeyField(Document, backref="evidence")
    document_id: int
    kind = TextField()
    start_date = DateField(null=True)
    end_date = DateField(null=True)
    result = TextField()
    reference = TextField()
    note = TextField()
    stored_file = ForeignKeyField(StoredFile, null=True)
    stored_file_id: str | None
    added_at = InstantField()


class Issuance(BaseTable):
    """One printing or publication of a document (印发、公布)."""

    document = ForeignKeyField(Document, backref="issuances")
    document_id: int
    kind = TextField()
    medium = TextField()
    issued_date = DateField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class Relation(BaseTable):
    """What a document does to, or takes from, another one (依据、修改、废止、代替)."""

    document = ForeignKeyField(Document, backref="relations")
    document_id: int
    kind = TextField()
    target = ForeignKeyField(Document, null=True, backref="named_by")
    target_id: int | None
    target_title = TextField()
    target_number = TextField()
    clause = TextField()
