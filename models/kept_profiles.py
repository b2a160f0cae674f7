"""The rule profiles as they were when records were handled: kept whole, read for ever."""

import msgspec

from models.domain.profile import Profile
from models.errors import FaultError
from models.profiles import load_profile
from models.tables.office import ProfileText


class ProfileNotKeptError(FaultError):
    """A record names a version of a profile that the register does not hold."""

    code = "machine.profile_not_kept"
    facts = ("profile", "version")


def version_of(profile: Profile) -> str:
    """Return the version a record is handled under; edited content makes another version."""
    return f"{profile.version}+{profile.digest[:8]}"


def is_kept(profile: Profile) -> bool:
    """Tell whether the register holds this version of the profile."""
    return _kept(profile.id, version_of(profile)) is not None


def kept_profile(profile_id: str, version: str) -> Profile:
    """Return a profile in the version a record was handled under.

    A rule that this version did not know yet, because it came with a later program, is that of
    the profile of today.

    Raises:
        ProfileNotKeptError: the register does not hold it.
    """
    row = _kept(profile_id, version)
    if row is None:
        raise ProfileNotKeptError(profile=profile_id, version=version)
    try:
        return msgspec.json.decode(row.content, type=Profile)
    except msgspec.ValidationError:
        known = msgspec.json.decode(row.content)
        later = msgspec.to_builtins(load_profile(profile_id))
        return msgspec.convert({**later, **known}, Profile)


def _kept(profile_id: str, version: str) -> ProfileText | None:
    row: ProfileText | None = ProfileText.get_or_none(
        ProfileText.profile_id == profile_id, ProfileText.version == version
    )
    return row
