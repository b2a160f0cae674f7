"""Why an act of a cleanup is refused."""

from models.errors import InputError, RuleError


class CampaignClosedError(RuleError):
    """The cleanup is not at a stage in which this may still be done."""

    code = "cleanup.closed"
    facts = ("name", "state")


class CampaignStepError(RuleError):
    """A cleanup comes to this state by an act of its own, not because somebody says so."""

    code = "cleanup.own_act"
    facts = ("target",)


class ScopeEmptyError(InputError):
    """No document of the register is in the scope."""

    code = "cleanup.scope_empty"
    facts = ("name",)


class EntryListedError(InputError):
    """The document is in the cleanup already."""

    code = "cleanup.entry_listed"
    facts = ("title",)


class EntryRemovedError(InputError):
    """The document was taken out of the cleanup."""

    code = "cleanup.entry_removed"
    facts = ("title",)


class ReplyWithoutOpinionError(InputError):
    """A reply without a single opinion is not taken down."""

    code = "cleanup.reply_without_opinion"
    facts = ("unit",)


class OtherUnitError(InputError):
    """A reply speaks of a document that another unit answers for, or that is not in the cleanup."""

    code = "cleanup.other_unit"
    facts = ("unit", "title")


class DecisionLaterError(RuleError):
    """Some of the documents were decided anew since: the later decision is taken back first."""

    code = "cleanup.decided_since"
    facts = ("count",)


class AmendmentOnlyError(InputError):
    """A day for an amendment was given with an outcome that is none."""

    code = "cleanup.amendment_only"
    facts = ("outcome",)


class ResultBlockedError(RuleError):
    """The result does not add up, or a document lacks what a result must say of it."""

    code = "cleanup.result_blocked"
    facts = ("name", "count", "titles")


class ResultUnseenError(RuleError):
    """The result touches documents that it does not name, and nobody has looked at them."""

    code = "cleanup.result_unseen"
    facts = ("name", "count", "titles")


class AmendmentsOwedError(RuleError):
    """Amendments that the cleanup decided are still owed."""

    code = "cleanup.amendments_owed"
    facts = ("name", "count")


class PaperDiffersError(RuleError):
    """The letter named does not say what the result does."""

    code = "cleanup.paper_differs"
    facts = ("number",)
