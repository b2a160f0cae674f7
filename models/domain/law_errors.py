"""What the pure rules of numbers, dates and profiles refuse."""

from models.errors import InputError, RuleError


class NumeralRangeError(InputError):
    """A number is too large or too small to be written in Chinese numerals."""

    code = "law.numeral_range"
    facts = ("number",)


class TemplateSyntaxError(InputError):
    """A number template is not well formed."""

    code = "law.template_syntax"
    facts = ("template", "position", "part")


class SchemeCounterError(InputError):
    """The counters of a number scheme do not fit its template."""

    code = "law.scheme_counters"
    facts = ("scheme", "token")


class NumberFieldMissingError(InputError):
    """A number cannot be written because one of its parts is not known."""

    code = "law.number_field_missing"
    facts = ("field",)


class NumberFieldUnfitError(InputError):
    """A part of a number holds characters that the number could not be read back from."""

    code = "law.number_field_unfit"
    facts = ("field", "value")


class NumberOverflowError(RuleError):
    """A part of a number is longer than the scheme allows: the series is used up."""

    code = "law.number_overflow"
    facts = ("scheme", "token", "value", "width")


class TermUnreadableError(InputError):
    """A time limit is not written as a number with 日, 个工作日, 个月 or 年."""

    code = "law.term_unreadable"
    facts = ("text",)


class DateOutOfRangeError(InputError):
    """A date computed from a time limit lies outside the calendar."""

    code = "law.date_out_of_range"
    facts = ("start_date", "amount")


class ProfileUnknownError(InputError):
    """No profile of this name exists."""

    code = "law.profile_unknown"
    facts = ("profile", "available")


class ProfileKeyUnknownError(InputError):
    """A profile file holds a key that no profile has."""

    code = "law.profile_key_unknown"
    facts = ("file", "key")


class ProfileKeyMissingError(InputError):
    """A profile file lacks a key that it must hold."""

    code = "law.profile_key_missing"
    facts = ("file", "key")


class ProfileValueError(InputError):
    """A value of a profile file is not of the kind its key asks for."""

    code = "law.profile_value"
    facts = ("file", "key", "value", "expected")


class DataFileUnreadableError(InputError):
    """A data file cannot be opened or is not written in UTF-8."""

    code = "law.data_file_unreadable"
    facts = ("file",)


class DataFileSyntaxError(InputError):
    """A data file is not TOML."""

    code = "law.data_file_syntax"
    facts = ("file", "line")


class CalendarValueError(InputError):
    """A value of a holiday file is missing or not of the kind its key asks for."""

    code = "law.calendar_value"
    facts = ("file", "key", "value", "expected")
