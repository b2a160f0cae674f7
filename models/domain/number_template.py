"""The template of a number: literals and tokens, as an office can write them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from models.domain.law_errors import TemplateSyntaxError


class TokenName(StrEnum):
    """The parts that a number may be made of."""

    REGION = "region"  # 行政区划字母
    LEVEL = "level"  # 层级字母
    AREA = "area"  # 地名简称
    YEAR = "year"  # 登记年份
    MONTH = "month"  # 登记月份
    ORGAN = "organ"  # 机关编码
    ORGAN_SHORT = "organ_short"  # 机关简称
    CODE = "code"  # 机关代字
    KIND = "kind"  # 文件种类
    DEPT = "dept"  # 部门编码
    RECIPIENT = "recipient"  # 报备对象
    SEQ = "seq"  # 顺序号
    ORGAN_SEQ = "organ_seq"  # 机关顺序号


class TokenFilter(StrEnum):
    """How a part is rewritten when it is printed."""

    UPPER = "upper"  # 大写字母
    CN = "cn"  # 汉字数字


COUNTER_TOKENS = frozenset({TokenName.SEQ, TokenName.ORGAN_SEQ})
NUMERIC_TOKENS = COUNTER_TOKENS | {TokenName.YEAR, TokenName.MONTH}
LETTER_TOKENS = frozenset({TokenName.REGION, TokenName.LEVEL})
CODE_TOKENS = frozenset({TokenName.ORGAN, TokenName.DEPT})
TEXT_TOKENS = frozenset(TokenName) - NUMERIC_TOKENS - LETTER_TOKENS - CODE_TOKENS
_CN_TOKENS = COUNTER_TOKENS | {TokenName.YEAR}
_LARGEST_WIDTH = 8
# Unless the template says otherwise: four digits of a year, two letters of a level (DR).
_FIXED_WIDTHS = {TokenName.YEAR: 4, TokenName.LEVEL: 2}


@dataclass(frozen=True, slots=True)
class Literal:
    """Text that stands in every number of the scheme."""

    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A part that differs from number to number; width 0 means no padding."""

    name: TokenName
    width: int = 0
    filter: TokenFilter | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A number template taken apart."""

    text: str
    parts: tuple[Literal | Token, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens in their order."""
        return tuple(part for part in self.parts if isinstance(part, Token))


_PIECE = re.compile(
    r"(?P<literal>(?:[^{}]|\{\{|\}\})+)"
    r"|\{(?P<name>[a-z_]+)(?::(?P<width>[1-9]\d*))?(?:\|(?P<filter>[a-z]+))?\}"
)


@lru_cache(maxsize=256)
def compile_template(text: str) -> Template:
    """Take a template apart.

    Raises:
        TemplateSyntaxError: with the place (counted from 1) and the part not understood.
    """
    parts: list[Literal | Token] = []
    position = 0
    while position < len(text):
        match = _PIECE.match(text, position)
        part = _part(match) if match else None
        if match is None or part is None or not _may_follow(parts, part):
            rest = match.group() if match else text[position:]
            raise TemplateSyntaxError(template=text, position=position + 1, part=rest)
        parts.append(part)
        position = match.end()
    if not parts:
        raise TemplateSyntaxError(template=text, position=1, part=text)
    return Template(text, tuple(parts))


def _part(match: re.Match[str]) -> Literal | Token | None:
    if match["literal"]:
        return Literal(match["literal"].replace("{{", "{").replace("}}", "}"))
    if match["name"] not in set(TokenName) or match["filter"] not in {None, *TokenFilter}:
        return None
    name = TokenName(match["name"])
    token_filter = TokenFilter(match["filter"]) if match["filter"] else None
    width = int(match["width"] or _FIXED_WIDTHS.get(name, 0))
    is_fit = _is_filter_fit(name, token_filter) and _is_width_fit(name, width, token_filter)
    return Token(name, width, token_filter) if is_fit else None


def _is_filter_fit(name: TokenName, token_filter: TokenFilter | None) -> bool:
    if token_filter is TokenFilter.UPPER:
        return name not in NUMERIC_TOKENS
    return token_filter is None or name in _CN_TOKENS


def _is_width_fit(name: TokenName, width: int, token_filter: TokenFilter | None) -> bool:
    if name is TokenName.YEAR:
        return width == _FIXED_WIDTHS[name]
    if name in TEXT_TOKENS or token_filter is TokenFilter.CN:
        return not width
    return width <= _LARGEST_WIDTH


def _may_follow(parts: list[Literal | Token], part: Literal | Token) -> bool:
    """Refuse what could not be read back: a part twice, or two of open length side by side."""
    if isinstance(part, Literal):
        return True
    if any(isinstance(earlier, Token) and earlier.name is part.name for earlier in parts):
        return False
    before = parts[-1] if parts else None
    if not isinstance(before, Token) or before.width or part.width:
        return True
    is_text_then_count = before.name in TEXT_TOKENS and part.name in NUMERIC_TOKENS
    return is_text_then_count and part.filter is None
