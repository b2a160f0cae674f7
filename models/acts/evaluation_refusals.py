"""Why an act on a post-evaluation is refused."""

from models.errors import InputError, RuleError


class EvaluationOpenError(RuleError):
    """The document has an evaluation that is not finished."""

    code = "evaluation.open"
    facts = ("title", "planned_date")


class EvaluationUselessError(RuleError):
    """The document is no longer in force, or never came to be registered."""

    code = "evaluation.useless"
    facts = ("title",)


class EvaluationOverError(RuleError):
    """The evaluation is concluded or was taken back: nothing of it changes any more."""

    code = "evaluation.over"
    facts = ("state",)


class SheetIncompleteError(RuleError):
    """The score sheet has lines without marks."""

    code = "evaluation.sheet_incomplete"
    facts = ("missing",)


class ContinuationUnfitError(InputError):
    """A day from which the document stays in force is given with another result."""

    code = "evaluation.continuation_unfit"
    facts = ("result",)


class CriteriaSameError(RuleError):
    """The score sheet to be kept is the one in force."""

    code = "evaluation.criteria_same"


class MaterialTwiceError(RuleError):
    """The evaluation has this file already."""

    code = "evaluation.material_twice"
    facts = ("name",)
