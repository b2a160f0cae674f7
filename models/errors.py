"""The error tree: a code and facts; the Chinese words stand in resources/messages."""

from typing import ClassVar


class AppError(Exception):
    """A refusal or fault that a person is told about.

    ``code`` names the words in ``resources/messages/*.toml``; ``facts`` lists the names of the
    values those words may use, and the constructor takes exactly these as keywords.

    Raises:
        TypeError: the keywords given are not the declared facts.
    """

    code: ClassVar[str] = "app.unexpected"
    facts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **facts: object) -> None:
        if set(facts) != set(self.facts):
            raise TypeError(f"{type(self).__name__} takes {self.facts}, got {tuple(facts)}")
        self.values = facts
        super().__init__(self.code, facts)


class InputError(AppError):
    """The person can mend it now: a field, a file, a command (exit code 2)."""

    code = "input.invalid"


class RuleError(AppError):
    """A rule of the law or of the office refuses (exit code 3)."""

    code = "rule.refused"


class FaultError(AppError):
    """Disk, database, font, printer or a fault of the program (exit code 1)."""

    code = "machine.fault"
