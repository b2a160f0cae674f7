"""Ledgers taken into the register (台账导入) and the rows their documents came from."""

from peewee import ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document, StoredFile
from models.tables.office import Person


class ImportRun(BaseTable):
    """One ledger taken in as a whole; ``choices`` is how its columns and names were understood."""

    uid = TextField(unique=True)
    kind = TextField()
    stored_file = ForeignKeyField(StoredFile)
    stored_file_id: str
    source_name = TextField()
    sheet = TextField()
    header_key = TextField()
    choices = TextField()
    row_count = IntegerField()
    document_count = IntegerField()
    performed_at = InstantField()
    performed_by = ForeignKeyField(Person)
    performed_by_id: int
    state = TextField()
    reversal_reason = TextField(null=True)
    reversed_at = InstantField(null=True)
    reversed_by = ForeignKeyField(Person, null=True)
    reversed_by_id: int | None


class ImportedRow(BaseTable):
    """The row a document was taken from, with what the register has no field for (JSON)."""

    import_run = ForeignKeyField(ImportRun, backref="rows")
    import_run_id: int
    document = ForeignKeyField(Document, unique=True)
    document_id: int
    row_number = IntegerField()
    unheld = TextField()
