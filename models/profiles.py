"""The profiles on the shelf and in files: found, completed from the baseline, read, refused."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args, get_origin, get_type_hints

from models.data_files import read_table
from models.domain.law_errors import (
    ProfileKeyMissingError,
    ProfileKeyUnknownError,
    ProfileUnknownError,
    ProfileValueError,
    SchemeCounterError,
    TemplateSyntaxError,
)
from models.domain.number_grammar import NumberScheme
from models.domain.profile import Profile, ProfileSummary, Sourced
from models.domain.written_values import MismatchError, read_value
from resources import path_of

BASELINE = "national"
_HEAD_KEYS = ("id", "name", "version", "as_of_date", "note")
_FILE_KEYS = (*_HEAD_KEYS, "extends", "parameters", "number_schemes")
_SOURCED_KEYS = ("value", "source", "verified", "note")
_KINDS = get_type_hints(Profile)
_VALUE_KINDS = {
    name: get_args(kind)[0] for name, kind in _KINDS.items() if get_origin(kind) is Sourced
}


@dataclass(frozen=True)
class _ProfileText:
    """A profile file after TOML has been read and before its values are."""

    file: str
    tables: Mapping[str, object]

    def value(self, kind: object, raw: object, key: str) -> object:
        """Read one value, naming file and key when it is not as it must be."""
        try:
            return read_value(kind, raw, key)
        except MismatchError as wrong:
            raise self._refusal(wrong.key, wrong.value, wrong.expected) from wrong
        except TemplateSyntaxError as wrong:
            expected = "{area}备〔{year}〕{seq:3}"
            raise self._refusal(f"{key}.template", wrong.values["part"], expected) from wrong
        except SchemeCounterError as wrong:
            expected = f"{{ token = {wrong.values['token']} }}"
            raise self._refusal(f"{key}.counters", wrong.values["token"], expected) from wrong

    def table(self, raw: object, key: str, allowed: tuple[str, ...]) -> Mapping[str, object]:
        """Return a table after refusing keys that no profile has."""
        if not isinstance(raw, Mapping):
            raise self._refusal(key, raw, f"[{key}]")
        for name in raw:
            if name not in allowed:
                raise ProfileKeyUnknownError(file=self.file, key=f"{key}.{name}".lstrip("."))
        return raw

    def demanded(self, table: Mapping[str, object], name: str, key: str) -> object:
        """Return a value that must be there and must not be empty."""
        found = table.get(name, "")
        if found == "":
            raise ProfileKeyMissingError(file=self.file, key=f"{key}.{name}".lstrip("."))
        return found

    def _refusal(self, key: str, value: object, expected: str) -> ProfileValueError:
        return ProfileValueError(file=self.file, key=key, value=value, expected=expected)


def available_profiles() -> tuple[ProfileSummary, ...]:
    """List the profiles on the shelf, the national baseline first."""
    names = sorted(_shelf(), key=lambda name: (name != BASELINE, name))
    profiles = (load_profile(name) for name in names)
    return tuple(
        ProfileSummary(one.id, one.name, one.version, len(one.unverified())) for one in profiles
    )


def load_profile(profile_id: str) -> Profile:
    """Load a profile of the shelf.

    Raises:
        ProfileUnknownError: the shelf has none of this name.
        InputError: the file is not as a profile must be; the error names file and key.
    """
    files = _shelf()
    if profile_id not in files:
        raise ProfileUnknownError(profile=profile_id, available=sorted(files))
    return _loaded(files[profile_id], _stamp(files[profile_id]), _stamp(files[BASELINE]))


@lru_cache(maxsize=32)
def _loaded(file: Path, _own: tuple[int, int], _baseline: tuple[int, int]) -> Profile:
    """Return the profile of a file as it was at these stamps; every act asks for one."""
    return load_profile_file(file)


def _stamp(file: Path) -> tuple[int, int]:
    state = file.stat()
    return state.st_mtime_ns, state.st_size


def load_profile_file(file: Path) -> Profile:
    """Load a profile from a file; what it does not say comes from the baseline it extends.

    Raises:
        InputError: the file is not as a profile must be; the error names file and key.
    """
    text = _read(file)
    baseline = _baseline(text)
    parameters = text.table(text.tables.get("parameters", {}), "parameters", tuple(_VALUE_KINDS))
    head = {
        name: text.value(_KINDS[name], text.demanded(text.tables, name, ""), name)
        for name in _HEAD_KEYS
    }
    values = {
        name: _own_value(text, name, parameters[name])
        if name in parameters
        else _inherited_value(text, name, baseline)
        for name in _VALUE_KINDS
    }
    schemes = _schemes(text, baseline)
    digest = _digest(text, baseline)
    build = cast("Callable[..., Profile]", Profile)
    return build(**head, **values, number_schemes=schemes, digest=digest)


def _shelf() -> dict[str, Path]:
    return {file.stem: file for file in path_of("profiles").glob("*.toml")}


def _read(file: Path) -> _ProfileText:
    tables = read_table(file)
    text = _ProfileText(file.name, tables)
    text.table(tables, "", _FILE_KEYS)
    return text


def _baseline(text: _ProfileText) -> Profile | None:
    extended = text.tables.get("extends")
    if extended is None:
        return None
    # One step only: a chain of baselines would make it hard to see where a value comes from.
    if extended != BASELINE or text.tables.get("id") == BASELINE:
        raise ProfileValueError(
            file=text.file, key="extends", value=extended, expected=f"“{BASELINE}”"
        )
    return load_profile(BASELINE)


def _own_value(text: _ProfileText, name: str, raw: object) -> Sourced[object]:
    key = f"parameters.{name}"
    table = text.table(raw, key, _SOURCED_KEYS)
    return Sourced(
        value=text.value(_VALUE_KINDS[name], text.demanded(table, "value", key), f"{key}.value"),
        source=str(text.value(str, text.demanded(table, "source", key), f"{key}.source")),
        is_verified=bool(
            text.value(bool, text.demanded(table, "verified", key), f"{key}.verified")
        ),
        note=str(text.value(str, table.get("note", ""), f"{key}.note")),
    )


def _inherited_value(text: _ProfileText, name: str, baseline: Profile | None) -> Sourced[object]:
    if baseline is None:
        raise ProfileKeyMissingError(file=text.file, key=f"parameters.{name}")
    return replace(cast("Sourced[object]", getattr(baseline, name)), is_inherited=True)


def _schemes(text: _ProfileText, baseline: Profile | None) -> tuple[NumberScheme, ...]:
    raw = text.tables.get("number_schemes", [])
    own = cast(
        "tuple[NumberScheme, ...]", text.value(tuple[NumberScheme, ...], raw, "number_schemes")
    )
    for place, scheme in enumerate(own, 1):
        if not scheme.source:
            raise ProfileKeyMissingError(file=text.file, key=f"number_schemes[{place}].source")
    series_given = {(one.kind, one.series) for one in own if not one.is_historic}
    inherited = baseline.number_schemes if baseline else ()
    return own + tuple(one for one in inherited if (one.kind, one.series) not in series_given)


def _digest(text: _ProfileText, baseline: Profile | None) -> str:
    content = [baseline.digest if baseline else "", text.tables]
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()
