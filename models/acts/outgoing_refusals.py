"""Why an act on a filing that goes up is refused."""

from models.errors import InputError, RuleError


class NothingToFileError(RuleError):
    """The document is not filed upward by this office."""

    code = "outgoing.nothing_to_file"
    facts = ("title",)


class NotPublishedError(RuleError):
    """A document is filed after its publication."""

    code = "outgoing.not_published"
    facts = ("title",)


class OutgoingFilingExistsError(RuleError):
    """The document is listed to be filed already."""

    code = "outgoing.exists"
    facts = ("title",)


class OutgoingMaterialsMissingError(RuleError):
    """Papers that the recipient asks for do not go along."""

    code = "outgoing.materials_missing"
    facts = ("recipient", "missing")


class NoAnswerError(InputError):
    """What is to be recorded is not an answer of the recipient."""

    code = "input.no_answer"
    facts = ("state",)
