"""An administrator changes settings of the office."""

from collections.abc import Mapping

from models.acts.lookup import require
from models.acts.performing import Deed, act
from models.domain.roles import ActName
from models.profiles import load_profile
from models.settings import OfficeKind, SettingChanges, SettingKey, StyleKey
from models.tables.office import Setting


@act(ActName.CHANGE_SETTING)
def change_settings(deed: Deed, changes: SettingChanges) -> int:
    """Set the settings given, keep old and new values, and return how many really changed.

    Raises:
        FieldEmptyError: the office name would be empty.
        ProfileUnknownError: the profile does not exist.
    """
    before = {row.key: row.value for row in Setting.select()}
    changed = {key: value for key, value in changes.items() if before.get(key, "") != value}
    _check(changed)
    for key, value in changed.items():
        if not Setting.update(value=value).where(Setting.key == key).execute():
            Setting.insert(key=key, value=value).execute()
    deed.record(
        "register",
        0,
        before={key: before.get(key, "") for key in changed},
        after=changed,
    )
    return len(changed)


def _check(changed: Mapping[SettingKey | StyleKey, str]) -> None:
    if SettingKey.OFFICE_NAME in changed:
        require(office_name=changed[SettingKey.OFFICE_NAME])
    if SettingKey.PROFILE in changed:
        load_profile(changed[SettingKey.PROFILE])
    if SettingKey.OFFICE_KIND in changed:
        OfficeKind(changed[SettingKey.OFFICE_KIND])
