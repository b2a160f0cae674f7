"""What a column of a ledger holds: known by its name, else guessed from its values."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from unicodedata import category, normalize

from models.domain.written_dates import read_written_date
from models.domain.written_numbers import read_written_number
from resources import path_of


class LedgerField(StrEnum):
    """What a column may hold (台账栏目); the last ones belong to our own lists of problems."""

    SEQUENCE = "sequence"
    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    DATE_AND_NUMBER = "date_and_number"
    UNIFIED_NUMBER = "unified_number"
    SITE_INDEX_NUMBER = "site_index_number"
    ISSUING_BODY = "issuing_body"
    JOINT_ISSUERS = "joint_issuers"
    DRAFTING_UNIT = "drafting_unit"
    DOCUMENT_CLASS = "document_class"
    DOCUMENT_KIND = "document_kind"
    ADDRESSEE = "addressee"
    SIGNER = "signer"
    MEETING = "meeting"
    DELIBERATED_DATE = "deliberated_date"
    SIGNED_DATE = "signed_date"
    ADOPTED_DATE = "adopted_date"
    PUBLISHED_DATE = "published_date"
    EFFECTIVE_DATE = "effective_date"
    VALIDITY = "validity"
    EXPIRY_DATE = "expiry_date"
    STATUS = "status"
    ENDED_DATE = "ended_date"
    ENDED_REASON = "ended_reason"
    INTERPRETATION_BODY = "interpretation_body"
    MEDIUM = "medium"
    REMARK = "remark"
    ORIGINAL_ROW = "original_row"
    PROBLEM = "problem"
    REMEDY = "remedy"


# Columns that are no part of a record: nothing of them is kept.
BESIDE_THE_RECORD = frozenset(
    {
        LedgerField.SEQUENCE,
        LedgerField.ORIGINAL_ROW,
        LedgerField.PROBLEM,
        LedgerField.REMEDY,
    }
)


class MappingConfidence(StrEnum):
    """How a column came by its field."""

    BY_NAME = "by_name"
    BY_CONTENT = "by_content"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ColumnProposal:
    """The field a column seems to hold; None when nobody knows."""

    field: LedgerField | None
    confidence: MappingConfidence


_NOTE = re.compile(r"[(〔【\[（].*?[)〕】\]）]")
# Values of a column are tried until so many were seen; a share of them must be of the kind.
_SAMPLE = 60
_SHARE = 0.6
_SHORTEST_TITLE = 8
_TITLE_WORDS = ("关于", "办法", "通知", "规定", "意见", "方案", "细则", "决定")
_BODY_ENDINGS = ("局", "政府", "办公室", "委员会", "府办", "委", "办", "街道办事处")


def name_key(name: str) -> str:
    """Return the form in which names of columns are compared."""
    plain = "".join(
        sign for sign in normalize("NFKC", name) if category(sign)[0] in "LN" or sign in "()[]"
    )
    return (_NOTE.sub("", plain) or plain).lower()


def field_named(name: str) -> LedgerField | None:
    """Return the field that columns of this name hold."""
    return _fields_by_name().get(name_key(name))


def propose(name: str, values: Iterable[str], number_of_rows: int) -> ColumnProposal:
    """Return what a column seems to hold, by its name first."""
    named = field_named(name)
    if named is not None:
        return ColumnProposal(named, MappingConfidence.BY_NAME)
    guessed = _by_content([value for value in values if value][:_SAMPLE], number_of_rows)
    confidence = MappingConfidence.BY_CONTENT if guessed else MappingConfidence.UNKNOWN
    return ColumnProposal(guessed, confidence)


def _by_content(sample: list[str], number_of_rows: int) -> LedgerField | None:
    if not sample or len(sample) < min(number_of_rows, _SAMPLE) * _SHARE / 2:
        return None
    tests = (
        (LedgerField.DOCUMENT_NUMBER, _is_number),
        (LedgerField.TITLE, _is_title),
        (LedgerField.ADOPTED_DATE, _is_date),
        (LedgerField.ISSUING_BODY, _is_body),
    )
    for field, is_one in tests:
        if sum(map(is_one, sample)) >= len(sample) * _SHARE:
            return field
    return None


def _is_number(value: str) -> bool:
    return read_written_number(value) is not None


def _is_date(value: str) -> bool:
    return read_written_date(value) is not None and not value.isdecimal()


def _is_title(value: str) -> bool:
    return len(value) >= _SHORTEST_TITLE and any(word in value for word in _TITLE_WORDS)


def _is_body(value: str) -> bool:
    return value.endswith(_BODY_ENDINGS)


@cache
def _fields_by_name() -> dict[str, LedgerField]:
    names: dict[str, list[str]] = tomllib.loads(
        path_of("ledgers", "columns.toml").read_text(encoding="utf-8")
    )
    return {name_key(one): LedgerField(field) for field, found in names.items() for one in found}
