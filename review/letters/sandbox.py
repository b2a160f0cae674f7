"""The sandbox in which a template is rendered: plain values, a handful of filters, nothing else."""

import re
from collections.abc import Mapping
from datetime import date

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_ASKING = re.compile(r"^请?(?:你单位|你机关|你局|你镇|你乡)?[，：]?")
INNER_MARKS = {
    "《》": str.maketrans("《》", "〈〉"),
    "“”": str.maketrans("“”", "‘’"),
}


class WordingSandbox(ImmutableSandboxedEnvironment):
    """A template may print values, test them and use the filters below.

    No attribute of an object can be reached, nothing called and nothing multiplied, so a template
    can neither leave the sandbox nor fill the memory.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, finalize=_printed)
        self.globals.clear()
        self.filters = {
            "titled": titled,
            "quoted": quoted,
            "request": request,
            "join": _joined,
            "length": len,
        }
        self.tests = {}

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Refuse the operators that could make a value grow without bound."""
        del context, left, right
        raise SecurityError(f"operator {operator} is refused")

    def is_safe_callable(self, obj: object) -> bool:
        """Nothing is called from a template."""
        del obj
        return False

    def getattr(self, obj: object, attribute: str) -> object:
        """Read a field of a row; objects have no attributes here."""
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Read a field of a row by its name."""
        if isinstance(obj, Mapping) and argument in obj:
            return obj[argument]
        return self.undefined(obj=obj, name=str(argument))


def titled(title: str) -> str:
    """Set a title between book marks; book marks inside it become the inner ones."""
    return f"《{title.translate(INNER_MARKS['《》'])}》"


def request(words: str) -> str:
    """Set a request into the middle of a sentence that has asked already and goes on after it."""
    return _ASKING.sub("", words.strip()).rstrip("。；，、")


def quoted(words: str) -> str:
    """Set words between quotation marks; marks inside them become the inner ones."""
    return f"“{words.translate(INNER_MARKS['“”'])}”"


def chinese_date(day: date) -> str:
    """Print a date as official papers do, without padding zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def _joined(parts: tuple[str, ...], separator: str) -> str:
    return separator.join(parts)


def _printed(value: object) -> object:
    """Turn a value into what the paper shows; nothing that is absent may be printed."""
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, str | StrictUndefined) or type(value) is int:
        return value
    raise SecurityError(f"{type(value).__name__} cannot be printed")
