"""The grammar of a number series: from fields and counts to a number, and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from models.domain.document_number import normalise
from models.domain.law_errors import (
    NumberFieldMissingError,
    NumberFieldUnfitError,
    NumberOverflowError,
    SchemeCounterError,
)
from models.domain.number_template import (
    CODE_TOKENS,
    COUNTER_TOKENS,
    LETTER_TOKENS,
    NUMERIC_TOKENS,
    TEXT_TOKENS,
    Literal,
    Token,
    TokenFilter,
    TokenName,
    compile_template,
)
from models.domain.numerals import chinese_digits, chinese_numeral, parse_numeral
from models.domain.terms import LetterSeries, NumberKind

_PADDED_TOKENS = COUNTER_TOKENS | CODE_TOKENS | {TokenName.MONTH}


class Reset(StrEnum):
    """When a counter begins again."""

    YEAR = "year"
    NEVER = "never"


class WidthOverflow(StrEnum):
    """What happens when a count needs more digits than its width."""

    ERROR = "error"
    GROW = "grow"


class YearOf(StrEnum):
    """Which date's year stands in the number."""

    REGISTRATION = "registration"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class CounterRule:
    """One counter of a scheme: which token shows it and which fields share it."""

    token: TokenName
    scope: tuple[TokenName, ...] = ()
    reset: Reset = Reset.YEAR
    start: int = 1


@dataclass(frozen=True, slots=True)
class NumberFields:
    """What a number is made of besides its counts; empty text and None mean not known."""

    region: str = ""
    level: str = ""
    area: str = ""
    year: int | None = None
    month: int | None = None
    organ: str = ""
    organ_short: str = ""
    code: str = ""
    kind: str = ""
    dept: str = ""
    recipient: str = ""

    def text(self, name: TokenName) -> str:
        """Return a field as text.

        Raises:
            NumberFieldMissingError: the field is not known.
        """
        value: str | int | None = getattr(self, name.value)
        if value is None or value == "":
            raise NumberFieldMissingError(field=name.value)
        return str(value)


@dataclass(frozen=True, slots=True)
class NumberScheme:
    """One series of numbers with its template and counters.

    Raises:
        TemplateSyntaxError: the template is not well formed.
        SchemeCounterError: counters and template do not name the same tokens.
    """

    id: str
    kind: NumberKind
    template: str
    counters: tuple[CounterRule, ...]
    series: LetterSeries | None = None
    year_of: YearOf = YearOf.REGISTRATION
    width_overflow: WidthOverflow = WidthOverflow.ERROR
    valid_from_date: date | None = None
    valid_to_date: date | None = None
    is_historic: bool = False
    source: str = ""
    is_verified: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse counters without a place in the template, and places without a counter."""
        shown = {token.name for token in compile_template(self.template).tokens}
        counted = [rule.token for rule in self.counters]
        odd = (shown & COUNTER_TOKENS).symmetric_difference(counted)
        twice = {token for token in counted if counted.count(token) > 1}
        for token in sorted(odd | twice):
            raise SchemeCounterError(scheme=self.id, token=token.value)

    def is_valid_on(self, day: date) -> bool:
        """Tell whether new numbers are given under this scheme on the day."""
        has_begun = self.valid_from_date is None or self.valid_from_date <= day
        has_ended = self.valid_to_date is not None and self.valid_to_date < day
        return has_begun and not has_ended and not self.is_historic


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A number taken apart under a scheme."""

    fields: NumberFields
    counts: Mapping[str, int]


def required_fields(scheme: NumberScheme) -> tuple[str, ...]:
    """Name the fields a number of the scheme needs: for its text and for its counters."""
    needed = [token.name for token in compile_template(scheme.template).tokens]
    for rule in scheme.counters:
        needed += [*rule.scope, *([TokenName.YEAR] if rule.reset is Reset.YEAR else [])]
    return tuple(dict.fromkeys(name.value for name in needed if name not in COUNTER_TOKENS))


def scope_key(rule: CounterRule, fields: NumberFields) -> str:
    """Return the key under which a count is kept: ``organ_seq|organ=1|year=2026``.

    Raises:
        NumberFieldMissingError: a field of the scope is not known.
    """
    names = list(rule.scope)
    if rule.reset is Reset.YEAR and TokenName.YEAR not in names:
        names.append(TokenName.YEAR)
    pairs = [f"{name.value}={_scope_text(fields.text(name))}" for name in names]
    return "|".join([rule.token.value, *pairs])


def render(scheme: NumberScheme, fields: NumberFields, counts: Mapping[str, int]) -> str:
    """Write the number.

    Args:
        scheme: the series.
        fields: what the number is made of.
        counts: the counts by token name, for example ``{"seq": 7}``.

    Raises:
        NumberFieldMissingError: a field or count is not given.
        NumberFieldUnfitError: a field could not be read back from the number.
        NumberOverflowError: a part is longer than its width.
    """
    written = [
        part.text if isinstance(part, Literal) else _written(scheme, part, fields, counts)
        for part in compile_template(scheme.template).parts
    ]
    number = "".join(written)
    # A name may hold what the template puts beside it; such a number would be read wrongly later.
    match = _pattern(scheme).fullmatch(normalise(number))
    for part, text in zip(compile_template(scheme.template).parts, written, strict=True):
        if isinstance(part, Token) and (match is None or match[part.name.value] != text):
            raise NumberFieldUnfitError(field=part.name.value, value=text)
    return number


def parse(scheme: NumberScheme, text: str) -> ParsedNumber | None:
    """Read a number of the scheme, however its dashes and brackets were typed."""
    match = _pattern(scheme).fullmatch(normalise(text))
    if match is None:
        return None
    texts: dict[str, str] = {}
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    for token in compile_template(scheme.template).tokens:
        text_of_token = match[token.name.value]
        if token.name not in NUMERIC_TOKENS:
            texts[token.name.value] = text_of_token
            continue
        number = parse_numeral(text_of_token)
        if number is None:
            return None
        (counts if token.name in COUNTER_TOKENS else numbers)[token.name.value] = number
    fields = NumberFields(**texts, year=numbers.get("year"), month=numbers.get("month"))
    return ParsedNumber(fields, MappingProxyType(counts))


@lru_cache(maxsize=256)
def _pattern(scheme: NumberScheme) -> re.Pattern[str]:
    can_grow = scheme.width_overflow is WidthOverflow.GROW
    return re.compile(
        "".join(
            re.escape(normalise(part.text))
            if isinstance(part, Literal)
            else f"(?P<{part.name.value}>{_token_pattern(part, can_grow=can_grow)})"
            for part in compile_template(scheme.template).parts
        )
    )


def _token_pattern(token: Token, *, can_grow: bool) -> str:
    if token.filter is TokenFilter.CN:
        return "[〇一二三四五六七八九]{4}" if token.width else "[零〇一二三四五六七八九十百千万]+"
    if token.name in TEXT_TOKENS:
        return r"[^\W\d_]+?"
    signs = "0-9"
    if token.name in LETTER_TOKENS:
        signs = "A-Z"
    elif token.name in CODE_TOKENS:
        signs = "0-9A-Z"
    if not token.width:
        return f"[{signs}]+"
    is_open = can_grow and token.name in COUNTER_TOKENS
    return f"[{signs}]{{{token.width}{',' if is_open else ''}}}"


def _written(
    scheme: NumberScheme, token: Token, fields: NumberFields, counts: Mapping[str, int]
) -> str:
    value = _value(token.name, fields, counts)
    if token.filter is TokenFilter.CN:
        write = chinese_digits if token.name is TokenName.YEAR else chinese_numeral
        return write(int(value))
    if token.filter is TokenFilter.UPPER:
        value = value.upper()
    can_grow = scheme.width_overflow is WidthOverflow.GROW and token.name in COUNTER_TOKENS
    if token.width and len(value) > token.width and not can_grow:
        raise NumberOverflowError(
            scheme=scheme.id, token=token.name.value, value=value, width=token.width
        )
    padded = value.zfill(token.width) if token.name in _PADDED_TOKENS else value
    if not re.fullmatch(_token_pattern(token, can_grow=can_grow), padded):
        raise NumberFieldUnfitError(field=token.name.value, value=value)
    return padded


def _value(name: TokenName, fields: NumberFields, counts: Mapping[str, int]) -> str:
    if name not in COUNTER_TOKENS:
        return fields.text(name)
    if name.value not in counts:
        raise NumberFieldMissingError(field=name.value)
    return str(counts[name.value])


def _scope_text(value: str) -> str:
    """Make organ 1 and organ 001 share one counter, and keep the key's own signs apart."""
    if value.isdecimal():
        return str(int(value))
    return value.replace("%", "%25").replace("=", "%3D")
