"""Fetch the rows an act works on, or refuse; and the rules in force for the office."""

from datetime import date
from typing import TypeVar

import msgspec

from models.acts.performing import Deed
from models.acts.refusals import (
    DateOrderError,
    FieldEmptyError,
    FutureDateError,
    RecordMissingError,
)
from models.domain.profile import Profile
from models.kept_profiles import is_kept, version_of
from models.profiles import load_profile
from models.settings import Office
from models.tables.base import BaseTable
from models.tables.office import ProfileText, Setting

Row = TypeVar("Row", bound=BaseTable)


def fetch(table: type[Row], record_id: int) -> Row:
    """Return the row with this id.

    Raises:
        RecordMissingError: there is none.
    """
    row: Row | None = table.get_or_none(table.id == record_id)
    if row is None:
        raise RecordMissingError(record=table.__name__.lower(), id=record_id)
    return row


def office_in_force() -> Office:
    """Return the office as its settings stand."""
    return Office.from_settings({row.key: row.value for row in Setting.select()})


def profile_in_force(deed: Deed) -> Profile:
    """Return the office's profile and keep it whole, so that this version can be read for ever."""
    profile = load_profile(office_in_force().profile)
    if not is_kept(profile):
        ProfileText.insert(
            profile_id=profile.id,
            version=version_of(profile),
            content=msgspec.json.encode(profile, order="deterministic").decode(),
            kept_at=deed.at,
        ).execute()
    return profile


def require(**fields: str) -> None:
    """Refuse when one of the named texts is empty.

    Raises:
        FieldEmptyError: names the first empty field.
    """
    for field, value in fields.items():
        if not value.strip():
            raise FieldEmptyError(field=field)


def require_past(deed: Deed, **dates: date | None) -> None:
    """Refuse when something that is said to have happened lies in the future.

    Raises:
        FutureDateError: names the first such date.
    """
    for field, day in dates.items():
        if day is not None and day > deed.today:
            raise FutureDateError(field=field, date=day)


def require_order(
    earlier: str, earlier_date: date | None, later: str, later_date: date | None
) -> None:
    """Refuse when both dates are known and stand in the wrong order.

    Raises:
        DateOrderError: the later one lies before the earlier one.
    """
    if earlier_date is not None and later_date is not None and later_date < earlier_date:
        raise DateOrderError(
            earlier=earlier, earlier_date=earlier_date, later=later, later_date=later_date
        )
