"""The rule profiles as they were when records were handled: kept whole, read for ever."""

from datetime import datetime

import msgspec

from models.domain.profile import Profile
from models.errors import FaultError
from models.tables.office import ProfileText


class ProfileNotKeptError(FaultError):
    """A record names a version of a profile that the register does not hold."""

    code = "machine.profile_not_kept"
    facts = ("profile", "version")


def version_of(profile: Profile) -> str:
    """Return the version a record is handled under; edited content makes another version."""
    return f"{profile.version}+{profile.digest[:8]}"


def keep_profile(profile: Profile, kept_at: datetime) -> None:
    """Write the profile into the register unless this version stands there; inside an act."""
    version = version_of(profile)
    kept = ProfileText.select().where(
        (ProfileText.profile_id == profile.id) & (ProfileText.version == version)
    )
    if not kept.exists():
        ProfileText.insert(
            profile_id=profile.id,
            version=version,
            content=msgspec.json.encode(profile, order="deterministic").decode(),
            kept_at=kept_at,
        ).execute()


def kept_profile(profile_id: str, version: str) -> Profile:
    """Return a profile in the version a record was handled under.

    Raises:
        ProfileNotKeptError: the register does not hold it.
    """
    row = ProfileText.get_or_none(
        ProfileText.profile_id == profile_id, ProfileText.version == version
    )
    if row is None:
        raise ProfileNotKeptError(profile=profile_id, version=version)
    return msgspec.json.decode(row.content, type=Profile)
