"""Why a command line is refused before any act is asked for."""

from models.errors import FaultError, InputError


class UsageRefusedError(InputError):
    """The command line is not written as the command wants it."""

    code = "command.usage"


class CommandUnknownError(InputError):
    """There is no such command."""

    code = "command.unknown"
    facts = ("command", "known")


class CommandMissingError(InputError):
    """A group of commands is named without the command."""

    code = "command.missing"
    facts = ("known",)


class OptionUnknownError(InputError):
    """The command has no such option."""

    code = "command.option_unknown"
    facts = ("option",)


class OptionUseError(InputError):
    """The option lacks its value, or has one that it does not take."""

    code = "command.option_use"
    facts = ("option",)


class ArgumentMissingError(InputError):
    """Something the command needs was not given."""

    code = "command.argument_missing"
    facts = ("name",)


class ValueUnfitError(InputError):
    """A value is not written as its field wants it."""

    code = "command.value_unfit"
    facts = ("field", "value", "expected")


class NumberUnfitError(InputError):
    """Something that must be a number is not; numbers are all the reader checks itself."""

    code = "command.number_unfit"
    facts = ("name",)


class AssignmentError(InputError):
    """A part that must be written as name=value is not."""

    code = "command.assignment"
    facts = ("text",)


class FieldUnknownError(InputError):
    """The record has no such field."""

    code = "command.field_unknown"
    facts = ("name", "known")


class BodyUnknownError(InputError):
    """The register of bodies has no such body."""

    code = "command.body_unknown"
    facts = ("name",)


class BodyMissingError(InputError):
    """The file does not say who issued it, and nobody else has said so."""

    code = "command.body_missing"


class LawUnchangedError(InputError):
    """No document in force cites a changed law of this name."""

    code = "command.law_unchanged"
    facts = ("written",)


class PersonNotChosenError(InputError):
    """Several people, or none, may do what is asked for, and none was named."""

    code = "command.person_not_chosen"
    facts = ("act", "people")


class DemoFolderTakenError(InputError):
    """The folder of the demo holds another office's register."""

    code = "command.demo_folder_taken"
    facts = ("folder",)


class DemoUnfinishedError(InputError):
    """The folder holds a demo that was broken off."""

    code = "command.demo_unfinished"
    facts = ("folder",)


class FolderNotWritableError(FaultError):
    """The folder for the papers cannot be written."""

    code = "command.folder_not_writable"
    facts = ("folder",)


class RecordsDifferError(FaultError):
    """Records were changed in another way than by the acts of the audit trail."""

    code = "command.records_differ"
    facts = ("count",)


class TrailFaultyError(FaultError):
    """The audit trail is not as it was written."""

    code = "command.trail_faulty"
    facts = ("count",)
