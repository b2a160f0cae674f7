"""The provinces: by their common name and by the sign that begins the codes of their numbers."""

import tomllib
from dataclasses import dataclass
from functools import cache

from resources import path_of


@dataclass(frozen=True, slots=True)
class Province:
    """A province, an autonomous region or a municipality."""

    common_name: str
    name: str
    codes: tuple[str, ...]


@cache
def provinces() -> tuple[Province, ...]:
    """Return all provinces."""
    table = tomllib.loads(path_of("extraction", "places.toml").read_text(encoding="utf-8"))
    return tuple(
        Province(common_name, facts["name"], tuple(facts["codes"]))
        for common_name, facts in table["provinces"].items()
    )


def province_of_code(code: str) -> Province | None:
    """Return the province whose sign begins a document code; a county may use it, too."""
    return next((each for each in provinces() if code.startswith(each.codes)), None)


def province_named_in(text: str) -> Province | None:
    """Return the province that a text names by far the oftenest, where there is one."""
    counts = sorted(((text.count(each.common_name), each) for each in provinces()), key=_count)
    (second, _), (first, province) = counts[-2:]
    return province if first > 2 * second else None


def _count(counted: tuple[int, Province]) -> int:
    return counted[0]


@cache
def _departments() -> dict[str, str]:
    table = tomllib.loads(path_of("extraction", "places.toml").read_text(encoding="utf-8"))
    departments: dict[str, str] = table["departments"]
    return departments


def full_name(short: str, province: Province) -> str | None:
    """Return the whole name of a province's organ called 市人社局 or 省政府 in its own papers."""
    level = "自治区" if province.name.endswith("自治区") else province.name[-1]
    rest = short.removeprefix(level)
    if rest == short:
        return None
    if rest == "税务局":
        # Taxes are collected by offices of the state's administration.
        return f"国家税务总局{province.name}税务局"
    whole = _departments().get(rest)
    return None if whole is None else province.name + whole
