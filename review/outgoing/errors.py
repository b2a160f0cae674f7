"""Why papers of a filing upward cannot be made."""

from models.errors import InputError


class OutgoingFilingMissingError(InputError):
    """No filing upward has this id, or the document has none with this recipient."""

    code = "input.outgoing_filing_missing"
    facts = ("id",)


class FilingFormUnknownError(InputError):
    """The profile names a form that is not on the shelf."""

    code = "input.filing_form_unknown"
    facts = ("name", "known")


class FilingFormFaultyError(InputError):
    """A form names something that a filing does not have."""

    code = "input.filing_form_faulty"
    facts = ("name", "value")
