"""The laws that texts of the register cite, and what was found when such a law changed."""

from peewee import DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField, RootTable
from models.tables.documents import Document, DocumentFile
from models.tables.office import Person


class SearchedFile(RootTable):
    """A text that was searched for citations; drawn from the text, never entered."""

    document_file = ForeignKeyField(DocumentFile, primary_key=True)
    document_file_id: int
    searched_at = InstantField()


class LawCitation(BaseTable):
    """One place of a text that names a law; drawn from the text, never entered."""

    document_file = ForeignKeyField(DocumentFile, backref="law_citations")
    document_file_id: int
    document = ForeignKeyField(Document, backref="law_citations")
    document_id: int
    law_key = TextField()
    law_name = TextField()
    written = TextField()
    clause = TextField()
    articles = TextField()
    start_place = IntegerField()
    end_place = IntegerField()


class LawReview(BaseTable):
    """What was found about a document and one changed law; a later one stands for the earlier."""

    document = ForeignKeyField(Document, backref="law_reviews")
    document_id: int
    law_key = TextField()
    law_name = TextField()
    since_date = DateField(null=True)
    outcome = TextField()
    note = TextField()
    reviewed_at = InstantField()
    reviewed_by = ForeignKeyField(Person)
    reviewed_by_id: int
