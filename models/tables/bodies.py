"""Issuing bodies (制定机关)."""

from peewee import BooleanField, DateField, ForeignKeyField, TextField

from models.tables.base import BaseTable


class IssuingBody(BaseTable):
    """A body that makes documents; a renamed or merged body ends and names its successor."""

    name = TextField()
    short_name = TextField()
    body_class = TextField()
    body_level = TextField()
    organ_code = TextField()
    document_code = TextField()
    is_eligible = BooleanField()
    ineligible_reason = TextField()
    begun_date = DateField(null=True)
    ended_date = DateField(null=True)
    successor = ForeignKeyField("self", null=True)
    successor_id: int | None
