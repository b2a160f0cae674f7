"""Cleanups (清理): their documents, the units' opinions, and what was decided."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from models.tables.base import BaseTable, InstantField
from models.tables.documents import Document, StoredFile
from models.tables.letters import Letter
from models.tables.office import Person


class CleanupCampaign(BaseTable):
    """One cleanup; ``scope`` is its filter as JSON, empty until it is frozen."""

    uid = TextField(unique=True)
    name = TextField()
    kind = TextField()
    mandate = TextField()
    contact = TextField()
    reply_due_date = DateField(null=True)
    state = TextField()
    scope = TextField()
    scope_date = DateField(null=True)
    opened_at = InstantField()
    opened_by = ForeignKeyField(Person)
    opened_by_id: int


class CleanupStep(BaseTable):
    """A state that a cleanup came to."""

    campaign = ForeignKeyField(CleanupCampaign, backref="steps")
    campaign_id: int
    state = TextField()
    note = TextField()
    stepped_at = InstantField()
    stepped_by = ForeignKeyField(Person)
    stepped_by_id: int


class CleanupUnit(BaseTable):
    """A unit that is asked about documents of a cleanup."""

    campaign = ForeignKeyField(CleanupCampaign, backref="units")
    campaign_id: int
    name = TextField()


class CleanupEntry(BaseTable):
    """A document in a cleanup: how it came in, and, where it was taken out, why."""

    campaign = ForeignKeyField(CleanupCampaign, backref="entries")
    campaign_id: int
    document = ForeignKeyField(Document, backref="cleanup_entries")
    document_id: int
    unit = ForeignKeyField(CleanupUnit, backref="entries")
    unit_id: int
    position = IntegerField()
    origin = TextField()
    added_reason = TextField()
    added_at = InstantField()
    added_by = ForeignKeyField(Person)
    added_by_id: int
    removed_reason = TextField(null=True)
    removed_at = InstantField(null=True)
    removed_by = ForeignKeyField(Person, null=True)
    removed_by_id: int | None


class CleanupDispatch(BaseTable):
    """Sheets handed to a unit (发放清理意见表)."""

    unit = ForeignKeyField(CleanupUnit, backref="dispatches")
    unit_id: int
    sent_date = DateField()
    due_date = DateField(null=True)
    note = TextField()
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class CleanupReply(BaseTable):
    """A reply of a unit, with its file where there is one."""

    unit = ForeignKeyField(CleanupUnit, backref="replies")
    unit_id: int
    received_date = DateField()
    stored_file = ForeignKeyField(StoredFile, null=True)
    stored_file_id: str | None
    filled_by = TextField()
    filled_on = DateField(null=True)
    recorded_at = InstantField()
    recorded_by = ForeignKeyField(Person)
    recorded_by_id: int


class CleanupOpinion(BaseTable):
    """What a unit thinks of one document; the opinion of a later reply takes its place."""

    reply = ForeignKeyField(CleanupReply, backref="opinions")
    reply_id: int
    entry = ForeignKeyField(CleanupEntry, backref="opinions")
    entry_id: int
    is_current = BooleanField()
    choice = TextField()
    reason = TextField(null=True)
    basis = TextField()
    replacing_document = TextField()
    planned_date = DateField(null=True)
    remark = TextField()
    row_number = IntegerField()


class CleanupSuggestion(BaseTable):
    """What the program suggests for a document, and why; computed anew at will."""

    entry = ForeignKeyField(CleanupEntry, backref="suggestions")
    entry_id: int
    outcome = TextField()
    ground = TextField()
    fact = TextField()
    suggested_date = DateField()


class CleanupDecision(BaseTable):
    """What the office decided of a document; rows of one act share their ``undo_group``."""

    entry = ForeignKeyField(CleanupEntry, backref="decisions")
    entry_id: int
    undo_group = TextField()
    state = TextField()
    replaces = ForeignKeyField("self", null=True)
    replaces_id: int | None
    outcome = TextField()
    reason = TextField(null=True)
    basis = TextField()
    replacing_document = TextField()
    responsible_unit = TextField()
    amendment_due_date = DateField(null=True)
    remark = TextField()
    decided_at = InstantField()
    decided_by = ForeignKeyField(Person)
    decided_by_id: int


class CleanupAffected(BaseTable):
    """A document that a result touches without naming it, and that somebody looked at."""

    campaign = ForeignKeyField(CleanupCampaign, backref="affected")
    campaign_id: int
    document = ForeignKeyField(Document, backref="affected_by_cleanups")
    document_id: int
    ground = TextField()
    note = TextField()
    acknowledged_at = InstantField()
    acknowledged_by = ForeignKeyField(Person)
    acknowledged_by_id: int


class CleanupResult(BaseTable):
    """The decision that ended a cleanup, as it was applied to the register."""

    campaign = ForeignKeyField(CleanupCampaign, backref="results", unique=True)
    campaign_id: int
    decision_number = TextField()
    decided_by = TextField()
    decided_date = DateField()
    published_date = DateField()
    effect_date = DateField()
    cutoff_date = DateField()
    ends_unlisted = BooleanField()
    letter = ForeignKeyField(Letter, null=True)
    letter_id: int | None
    applied_at = InstantField()
    applied_by = ForeignKeyField(Person)
    applied_by_id: int
