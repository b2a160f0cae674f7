"""Why an act is refused: the errors of all acts, with the facts their words need."""

from models.errors import InputError, RuleError


class RecordMissingError(InputError):
    """No record of this kind has this number."""

    code = "input.record_missing"
    facts = ("record", "id")


class RecordChangedError(InputError):
    """Somebody else changed the record since it was shown."""

    code = "input.record_changed"
    facts = ("record", "id")


class FieldEmptyError(InputError):
    """A field that the act needs is empty."""

    code = "input.field_empty"
    facts = ("field",)


class FieldNotCorrectableError(InputError):
    """The field is not one that a correction may change."""

    code = "input.field_not_correctable"
    facts = ("field",)


class DateOrderError(InputError):
    """A date lies before another that must come first."""

    code = "input.date_order"
    facts = ("earlier", "earlier_date", "later", "later_date")


class FutureDateError(InputError):
    """A date of something that has happened lies in the future."""

    code = "input.future_date"
    facts = ("field", "date")


class LoginTakenError(InputError):
    """Another person has this login."""

    code = "person.login_taken"
    facts = ("login",)


class LastAdministratorError(RuleError):
    """The register would be left without an administrator."""

    code = "person.last_administrator"
    facts = ("name",)


class BodyNameTakenError(InputError):
    """A living body has this name."""

    code = "body.name_taken"
    facts = ("name",)


class BodyEndedError(RuleError):
    """The body has been renamed or merged."""

    code = "body.ended"
    facts = ("name", "successor")


class BodyRenamedError(RuleError):
    """A correction would change the name of a body."""

    code = "body.renamed"
    facts = ("name",)


class BodyNotEligibleError(RuleError):
    """The body may not issue normative documents."""

    code = "body.not_eligible"
    facts = ("name", "reason")


class DuplicateDocumentError(RuleError):
    """A document with the same file, number or title is registered already."""

    code = "document.duplicate"
    facts = ("sameness", "title", "number", "registered_date")


class GatesMissingError(RuleError):
    """Materials that the profile demands before this step are missing."""

    code = "document.gates_missing"
    facts = ("step", "missing")


class WrongAuthorityError(RuleError):
    """Under this profile another authority registers and numbers the document."""

    code = "document.wrong_authority"
    facts = ("title", "authority")


class LeadMissingError(InputError):
    """Joint issuers need exactly one lead among them."""

    code = "document.lead_missing"
    facts = ("title",)


class NoSchemeError(RuleError):
    """The profile has no number series of this kind in force."""

    code = "number.no_scheme"
    facts = ("kind", "profile")


class NumberTakenError(RuleError):
    """The number stands in the ledger already."""

    code = "number.taken"
    facts = ("number",)


class CounterBehindError(RuleError):
    """Numbers entered from the past lie ahead of the counter."""

    code = "number.counter_behind"
    facts = ("number", "next_count")


class NumberInUseError(RuleError):
    """The number is on paper that has left the house and cannot be voided."""

    code = "number.in_use"
    facts = ("number",)


class NumberUnreadableError(InputError):
    """What was entered is not a number of the series the profile knows."""

    code = "number.unreadable"
    facts = ("number",)


class StepOrderError(RuleError):
    """The profile demands another step first."""

    code = "document.step_order"
    facts = ("step", "first")


class FilingOpenError(RuleError):
    """The document has a filing already that was not refused."""

    code = "filing.exists"
    facts = ("title", "received_date")


class MaterialsMissingError(RuleError):
    """The filing cannot be accepted while required materials are missing."""

    code = "filing.materials_missing"
    facts = ("missing",)


class ReviewOpenError(RuleError):
    """The document has a review under way."""

    code = "review.exists"
    facts = ("title", "opened_date")


class FilingNotRegisteredError(RuleError):
    """A filing is reviewed only after its registration."""

    code = "review.filing_not_registered"
    facts = ("title",)


class QuoteNotInTextError(RuleError):
    """The quoted words do not stand in the reviewed text."""

    code = "review.quote_not_in_text"
    facts = ("quote",)


class ConclusionUnfoundedError(RuleError):
    """The conclusion does not follow from the findings."""

    code = "review.conclusion_unfounded"
    facts = ("conclusion", "findings")


class LetterNotReadyError(RuleError):
    """The record has not reached the state this letter reports."""

    code = "letter.not_ready"
    facts = ("kind", "state")


class LetterExistsError(RuleError):
    """A letter of this kind has been issued and not withdrawn."""

    code = "letter.exists"
    facts = ("number",)


class LetterWithdrawnError(RuleError):
    """The letter was withdrawn: nothing more is done with it."""

    code = "letter.withdrawn"
    facts = ("number",)


class LetterStaleError(RuleError):
    """The letter says of its document what the register no longer says."""

    code = "letter.stale"
    facts = ("field", "written", "kept")


class WordingSameError(RuleError):
    """The wording to be kept is the one in force."""

    code = "wording.same"


class WordingOriginalError(RuleError):
    """The original wording is the one in force."""

    code = "wording.original_already"


class ShippedCatalogueError(RuleError):
    """The catalogue of laws in use is the one that comes with the program."""

    code = "laws.shipped_already"
