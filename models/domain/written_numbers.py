"""Document numbers as many hands typed them into ledgers: read, put into today's form, doubted.

``parse_document_number`` reads what is whole. This reads what lost a bracket, its 号 or its organ,
bears Chinese digits or its year in front, and says that a person should look.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.domain.document_number import DocumentNumber, normalise, parse_document_number
from models.domain.numerals import parse_numeral
from models.domain.written_dates import says_nothing

_TRADITIONAL = str.maketrans(
    "號發辦府規財務國廳會東粵縣區蘇浙滬", "号发办府规财务国厅会东粤县区苏浙沪"
)
_LABEL = re.compile(
    r"[(〔]?(?:发文字号|发布文号|文件编号|文件字号|发文号|文号|字号|编号)[〕)]?[:;]?"
)
_CHINESE_COUNT = re.compile(r"(?<=[第〕])[一二三四五六七八九十百零〇○]+(?=号)")
_CHINESE_YEAR = re.compile(r"(?<=〔)[〇零○O一二三四五六七八九]{4}(?=年?〕)")
_STRAY_END = re.compile(r"(?:〕|〔〕|[L,.;:、]|文件?)+$")
_YEAR_BEFORE = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?P<organ>[^\W\d]{2,40}?)第?(?P<sequence>\d{1,5})号(?P<kind>令|公告|通告)?"
)
_SESSION = re.compile(
    r"(?P<organ>[^\W\d_]+公告)〔(?P<session>第?[\d一二三四五六七八九十]{1,3}届)〕第?(?P<sequence>\d{1,5})号?"
)
_NO_ORGAN = re.compile(
    r"(?:〔(?P<year>(?:19|20)\d\d)〕|(?P<written>(?:19|20)\d\d)年)?第?(?P<sequence>\d{1,5})号"
)
_SEVERAL = re.compile(r"(?P<code>[^\W\d_](?:[^\W\d_]|、)*?)第(?P<sequence>\d{1,5})号")
_REVERSED = re.compile(
    r"(?P<code>[^\W\d_]+)(?:(?P<year>(?:19|20)\d\d)年)第?(?P<sequence>\d{1,5})号(?P<kind>令|公告)"
)
# Each mends one loss: the closing bracket, the opening one, both, the order of 号, 号 and 第.
_MENDS = (
    (re.compile(r"(.+)〔((?:19|20)\d\d)(\d{1,5})号?"), r"\1〔\2〕\3号"),
    (re.compile(r"([^\W\d_]{2,20})((?:19|20)\d\d)〕(\d{1,5})号?"), r"\1〔\2〕\3号"),
    (re.compile(r"([^\W\d_]{2,20})[-_]?((?:19|20)\d\d)[-_年]?(\d{1,4})号"), r"\1〔\2〕\3号"),
    (re.compile(r"(.+〔(?:19|20)\d\d〕)号(\d{1,5})"), r"\1\2号"),
    (re.compile(r"(.+〔(?:19|20)\d\d)〔(\d{1,5})号?"), r"\1〕\2号"),
    (re.compile(r"([^\W\d_]{4,40}?)(\d{1,4})号"), r"\1第\2号"),
)
_IN_CELL = re.compile(r"[、,;/\n]|(?<=号)(?=[^\W\d_])")


class NumberForm(StrEnum):
    """The form in which a document number is built."""

    BY_CODE = "by_code"  # 云政发〔2026〕7号
    BY_YEAR = "by_year"  # 公告2018年第14号
    ORDER = "order"  # 某市人民政府令第5号
    LONE_SEQUENCE = "lone_sequence"  # 豫政第24号, 第63号


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A document number as it was read.

    Attributes:
        number: its parts; the code is empty where the organ was left out.
        form: how it is built.
        canonical: the number in today's form, with lens brackets and without zeros in front.
        is_damaged: something was lost or had to be supplied, so that a person should look.
    """

    number: DocumentNumber
    form: NumberForm
    canonical: str
    is_damaged: bool = False


def read_written_number(text: str) -> WrittenNumber | None:
    """Read a number from a ledger's cell; None for a mark of nothing and for what is no number."""
    if says_nothing(text):
        return None
    folded = _LABEL.sub("", normalise(text).translate(_TRADITIONAL), count=1)
    folded = _CHINESE_YEAR.sub(_digits, _CHINESE_COUNT.sub(_digits, folded))
    for mended, is_damaged in _readings(folded):
        number = _parsed(mended)
        if number is not None:
            number = DocumentNumber(
                number.organ_code_text, number.year, number.sequence, text.strip()
            )
            form = _form(mended, number)
            return WrittenNumber(number, form, _canonical(number, form), is_damaged)
    return None


def written_numbers_in(cell: str) -> tuple[WrittenNumber, ...]:
    """Read every number of a cell that may hold several: 云政发〔2020〕3号、云政办发〔2021〕5号."""
    whole = read_written_number(cell)
    if whole is not None:
        return (whole,)
    pieces = (piece for piece in _IN_CELL.split(normalise(cell)) if piece)
    return tuple(found for piece in pieces if (found := read_written_number(piece)) is not None)


def _readings(folded: str) -> Iterator[tuple[str, bool]]:
    """Yield the number as it stands, then as it was before something was lost."""
    yield folded, False
    trimmed = _STRAY_END.sub("", folded)
    if trimmed != folded:
        yield trimmed, True
        yield f"{trimmed}号", True
    for pattern, whole in _MENDS:
        if pattern.fullmatch(trimmed):
            yield pattern.sub(whole, trimmed), True


def _parsed(folded: str) -> DocumentNumber | None:
    for pattern in (_YEAR_BEFORE, _SESSION, _NO_ORGAN, _REVERSED):
        match = pattern.fullmatch(folded)
        if match is not None:
            return _from_parts(match.groupdict())
    found = parse_document_number(folded)
    if found is not None:
        return found
    match = _SEVERAL.fullmatch(folded)
    return None if match is None else _from_parts(match.groupdict())


def _from_parts(parts: dict[str, str | None]) -> DocumentNumber:
    session = parts.get("session")
    organ = (parts.get("organ") or parts.get("code") or "") + (parts.get("kind") or "")
    year = parts.get("year") or parts.get("written")
    return DocumentNumber(
        organ_code_text=organ + (f"〔{session}〕" if session else ""),
        year=int(year) if year else None,
        sequence=int(parts["sequence"] or 0),
        printed="",
    )


def _form(folded: str, number: DocumentNumber) -> NumberForm:
    if number.organ_code_text.endswith(("令", "公告", "通告")) and number.year is None:
        return NumberForm.ORDER
    if number.year is None:
        return NumberForm.ORDER if "〔" in number.organ_code_text else NumberForm.LONE_SEQUENCE
    return NumberForm.BY_CODE if "〔" in folded else NumberForm.BY_YEAR


def _canonical(number: DocumentNumber, form: NumberForm) -> str:
    code = re.sub(r"〔([^〔〕\d届]+)〕", r"(\1)", number.organ_code_text)
    if number.year is None:
        return f"{code}第{number.sequence}号"
    if form is NumberForm.BY_YEAR or code.endswith("令"):
        return f"{code}{number.year}年第{number.sequence}号"
    return f"{code}〔{number.year}〕{number.sequence}号"


def _digits(match: re.Match[str]) -> str:
    return str(parse_numeral(match.group()) or match.group())
