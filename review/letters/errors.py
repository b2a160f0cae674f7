"""What can go wrong while a letter is written; its words stand in the message catalogue."""

from models.errors import FaultError, InputError


class LetterKindError(InputError):
    """There is no letter of this kind."""

    code = "letter.unknown_kind"
    facts = ("kind",)


class LetterDataError(InputError):
    """The stored data does not make a letter of this kind."""

    code = "letter.bad_data"
    facts = ("kind", "field")


class MissingGlyphError(InputError):
    """No bundled face can draw these characters, so the paper would show empty boxes."""

    code = "letter.missing_glyphs"
    facts = ("characters",)


class FaceFileError(FaultError):
    """A face that belongs to the program is missing or unreadable."""

    code = "letter.face_file"
    facts = ("file",)


class LetterFactMissingError(InputError):
    """The record does not hold a fact that the letter must state."""

    code = "letter.fact_missing"
    facts = ("field",)


class CheckCodeError(InputError):
    """What was typed or scanned is not the code of a paper."""

    code = "letter.check_code"
    facts = ("text",)


class MistypedCodeError(InputError):
    """The check character says that a character of the code is wrong."""

    code = "letter.code_mistyped"
    facts = ("text",)


class ScanDamagedError(InputError):
    """The content of a QR code does not fit together: misread, or made up."""

    code = "letter.scan_damaged"
    facts = ()


class NoPersonalDataError(InputError):
    """A letter of this kind names no citizen: there is nothing to hide in a copy."""

    code = "letter.no_personal_data"
    facts = ("kind",)
