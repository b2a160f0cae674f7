"""Why a reply to a reminder, or a step before the end of a term, is not recorded."""

from models.errors import InputError, RuleError


class ReplyEmptyError(InputError):
    """The reply answers for no document, or names one twice."""

    code = "input.reply_empty"
    facts = ("count",)


class NoTermToEndError(RuleError):
    """The document has no term that ends."""

    code = "document.no_term_to_end"
    facts = ("title",)


class NotReminderOfDocumentError(RuleError):
    """The letter is no reminder that names the document."""

    code = "letter.not_reminder_of_document"
    facts = ("number", "title")


class StepNotMarkableError(InputError):
    """The register sees by itself whether the step is done."""

    code = "input.step_not_markable"
    facts = ("step",)


class MarkWithdrawnError(RuleError):
    """The record that a step was done was withdrawn before."""

    code = "document.mark_withdrawn"
    facts = ("step", "withdrawn_reason")
