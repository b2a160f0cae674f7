"""The bodies a ledger names in its own way: 市政府, 县府办, 县教育局, and who they are here."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from models.domain.document_number import normalise
from models.domain.records import BodyEntry
from models.domain.terms import BodyLevel, DocumentClass
from models.domain.written_numbers import read_written_number
from models.queries.bodies import BodyRow

# Below this likeness a body is not even offered.
_NEAR = 75.0
_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{1,8}?(?:省|自治区|自治州|地区|市|县|区|旗)(?=[\u4e00-\u9fff]{2})"
)
_LEVEL = re.compile(r"^(?:全|本)?(?:省|市|县|区|州|旗)(?=[\u4e00-\u9fff]{2})")
_BRACKETED = re.compile(r"[(（〔].*?[)）〕]")
_SHORTENED = (
    ("人民政府办公室", "政府办"),
    ("人民政府办公厅", "政府办"),
    ("政府办公室", "政府办"),
    ("政府办公厅", "政府办"),
    ("府办公室", "政府办"),
    ("府办", "政府办"),
    ("政政府办", "政府办"),
    ("人民政府", "政府"),
    ("委员会", "委"),
    ("管理局", "管局"),
    ("管理委员会", "管委"),
    ("管委会", "管委"),
    ("街道办事处", "街道"),
    ("街道办", "街道"),
)


@dataclass(frozen=True)
class BodyChoice:
    """What a name of the ledger is: a body of the register, a new one, or left out."""

    body_id: int | None = None
    new_body: BodyEntry | None = None

    @property
    def is_left_out(self) -> bool:
        """Tell whether the rows with this name are not imported."""
        return self.body_id is None and self.new_body is None


LEAVE_OUT = BodyChoice()


@dataclass(frozen=True)
class NameProposal:
    """A name that stands in the ledger, how often, and who it seems to be.

    ``body_id`` is sure only when ``is_sure``; a near name is offered and not taken.
    """

    name: str
    count: int
    body_id: int | None
    is_sure: bool


class BodyNames:
    """The bodies of the register, found by whatever a ledger calls them."""

    def __init__(self, bodies: Iterable[BodyRow]) -> None:
        self._bodies = tuple(bodies)
        self._by_key: dict[str, set[int]] = {}
        for body in self._bodies:
            for name in {body.name, body.short_name} - {""}:
                for key in _keys(name):
                    self._by_key.setdefault(key, set()).add(body.id)
        self._codes = sorted(
            ((body.document_code, body.id) for body in self._bodies if body.document_code),
            key=lambda pair: len(pair[0]),
            reverse=True,
        )

    def body_called(self, name: str) -> int | None:
        """Return the one body with this name, full, short, or without its place."""
        for body in self._bodies:
            if name.strip() in {body.name, body.short_name}:
                return body.id
        for key in _written_keys(name):
            found = self._by_key.get(key, set())
            if len(found) == 1 and self._fits_level(name, next(iter(found))):
                return next(iter(found))
        return None

    def _fits_level(self, name: str, body_id: int) -> bool:
        """Tell whether 县 or 市 before a name is the level of the body: 市政府 is no county."""
        written = _LEVEL.match(normalise(name))
        body = next(one for one in self._bodies if one.id == body_id)
        place = _PLACE.match(body.name)
        return written is None or place is None or written[0][-1] == place[0][-1]

    def near_body(self, name: str) -> int | None:
        """Return the body whose name is most like this one, if any is like it."""
        best = max(
            ((fuzz.ratio(_short(name), _short(body.name)), -body.id) for body in self._bodies),
            default=(0.0, 0),
        )
        return -best[1] if best[0] >= _NEAR else None

    def body_of_number(self, number: str) -> int | None:
        """Return the body whose code begins a document number, the longest code first."""
        found = read_written_number(number)
        code = found.number.organ_code_text if found else ""
        for known, body_id in self._codes:
            if code.startswith(normalise(known)):
                return body_id
        return None

    def propose(self, counts: Mapping[str, int]) -> tuple[NameProposal, ...]:
        """Return who each name seems to be, the names that nobody knows first."""
        found = []
        for name, count in counts.items():
            body_id = self.body_called(name)
            near = body_id if body_id is not None else self.near_body(name)
            found.append(NameProposal(name, count, near, body_id is not None))
        return tuple(sorted(found, key=lambda one: (one.is_sure, -one.count, one.name)))


def new_body(name: str) -> BodyEntry:
    """Return the entry of a body of which only the name is known."""
    plain = _BRACKETED.sub("", name).strip() or name
    body_class = DocumentClass.DEPARTMENT
    level = BodyLevel.COUNTY
    if re.search(r"(?:镇|乡|街道)(?:人民政府|政府|办事处|办)?$", plain):
        body_class, level = DocumentClass.TOWNSHIP, BodyLevel.TOWNSHIP
    elif re.search(r"政府(?:办公室|办公厅|办)?$|府办(?:公室)?$", plain):
        body_class = DocumentClass.GOVERNMENT
    return BodyEntry(plain, "", body_class, level=level)


@cache
def _keys(name: str) -> tuple[str, ...]:
    """Return the forms of a name, the fullest first: as it is, without its place, shortened."""
    plain = _BRACKETED.sub("", normalise(name)) or normalise(name)
    without_place = _PLACE.sub("", plain, count=1)
    bare = _LEVEL.sub("", without_place, count=1)
    return tuple(dict.fromkeys((plain, _short(plain), _short(bare), _short(_LEVEL.sub("", plain)))))


def _written_keys(name: str) -> tuple[str, ...]:
    """Return the forms of a name as it is written: another place's body is none of ours."""
    plain = _BRACKETED.sub("", normalise(name)) or normalise(name)
    without_level = () if _PLACE.match(plain) else (_short(_LEVEL.sub("", plain, count=1)),)
    return tuple(dict.fromkeys((plain, _short(plain), *without_level)))


def _short(name: str) -> str:
    short = normalise(name)
    for long_form, short_form in _SHORTENED:
        short = short.replace(long_form, short_form)
    return short
