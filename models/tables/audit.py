"""The audit trail (留痕) and the operations that were performed."""

from peewee import BigIntegerField, ForeignKeyField, TextField

from models.tables.base import InstantField, RootTable
from models.tables.office import Person


class Operation(RootTable):
    """One performed act by its operation id, with the answer it gave."""

    op_id = TextField(primary_key=True)
    act = TextField()
    person = ForeignKeyField(Person)
    person_id: int
    request_digest = TextField()
    result = TextField()
    performed_at = InstantField()


class AuditLine(RootTable):
    """One line of the audit trail, chained to the one before by its hash."""

    sequence = BigIntegerField(primary_key=True)
    at = TextField()
    login = TextField()
    act = TextField()
    subject_kind = TextField()
    subject_id = BigIntegerField()
    payload = TextField()
    op_id = TextField()
    previous_hash = TextField()
    hash = TextField(unique=True)
