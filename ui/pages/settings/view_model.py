"""What the settings show, and the acts of the administrator."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.acts.change_setting import change_settings
from models.acts.issuing_bodies import (
    add_issuing_body,
    correct_issuing_body,
    succeed_issuing_body,
)
from models.acts.people import add_person, change_person
from models.acts.performing import Order
from models.domain.audit_chain import Anchor
from models.domain.profile import Profile, ProfileSummary
from models.domain.records import BodyEntry
from models.domain.roles import ActName, Role
from models.errors import AppError
from models.profiles import available_profiles, load_profile
from models.queries.bodies import BodyRow, issuing_bodies
from models.queries.office import PersonRow, office, people, today
from models.queries.trail import present_anchor
from models.settings import Office, SettingKey, StyleKey
from ui.desk import Changes, Desk, Done
from ui.parts.performer import Performer


@dataclass(frozen=True)
class SettingsView:
    """Everything the sections show, read together."""

    office: Office
    profile: Profile
    bodies: tuple[BodyRow, ...]
    people: tuple[PersonRow, ...]
    anchor: Anchor
    day: date


class SettingsViewModel(QObject):
    """Reads the settings and performs what the person may change."""

    settings_read = Signal(object)
    profiles_read = Signal(tuple)
    profile_read = Signal(object)
    performed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._performer = Performer(desk, self)
        self._words = ""
        self._view: SettingsView | None = None

    @property
    def view(self) -> SettingsView | None:
        """What was read last."""
        return self._view

    def may(self, act: ActName) -> bool:
        """Tell whether the person may perform an act."""
        return self._desk.person.may(act)

    def read(self) -> None:
        """Read everything the sections show."""
        self._desk.runner.store.run(_read, owner=self, done=self._show, failed=self._tell_refusal)

    def read_profiles(self) -> None:
        """Read which profiles there are."""
        self._desk.runner.paper.run(
            available_profiles,
            owner=self,
            done=self._show_profiles,
            failed=self._tell_refusal,
        )

    def read_profile(self, profile_id: str) -> None:
        """Read one profile, to be looked at."""
        self._desk.runner.paper.run(
            load_profile,
            profile_id,
            owner=self,
            done=self._show_profile,
            failed=self._tell_refusal,
        )

    def change_office(self, changes: Mapping[SettingKey, str]) -> None:
        """Change settings of the office."""
        self._perform(change_settings, changes, words="已保存单位信息")

    def change_style(self, changes: Mapping[StyleKey, str]) -> None:
        """Have papers set in another way from now on."""
        self._perform(change_settings, changes, words="已保存文书版式")

    def switch_profile(self, profile: ProfileSummary) -> None:
        """Work by another profile from now on."""
        changes = {SettingKey.PROFILE: profile.id}
        self._perform(change_settings, changes, words=f"已改用规则包：{profile.name}")

    def add_body(self, body: BodyEntry) -> None:
        """Enter an issuing body."""
        self._perform(add_issuing_body, body, words=f"已录入 {body.name}")

    def correct_body(self, body_id: int, body: BodyEntry) -> None:
        """Correct the codes, class or right of an issuing body."""
        self._perform(correct_issuing_body, body_id, body, words=f"已更正 {body.name}")

    def succeed_bodies(
        self, body_ids: tuple[int, ...], successor: BodyEntry, ended_date: date
    ) -> None:
        """End bodies that were renamed or merged, and enter the one that follows."""
        words = f"已由 {successor.name} 承接"
        self._perform(succeed_issuing_body, body_ids, successor, ended_date, words=words)

    def add_person(self, login: str, name: str, roles: frozenset[Role]) -> None:
        """Add a person."""
        self._perform(add_person, login, name, roles, words=f"已增加 {name}")

    def change_person(
        self, login: str, name: str, roles: frozenset[Role], *, is_active: bool
    ) -> None:
        """Change a person's name, roles or standing."""
        change = _keep_person if is_active else _retire_person
        self._perform(change, login, name, roles, words=f"已更改 {name}")

    def _perform(self, act: Callable[..., Any], *arguments: object, words: str) -> None:
        self._words = words
        self._performer.perform(
            act, *arguments, done=self._tell_performed, failed=self._tell_refusal
        )

    def _tell_performed(self, _answer: object) -> None:
        self._desk.announce(Done(self._words))
        self._desk.changes.publish(Changes(settings=True))
        self.performed.emit()
        self.read()

    def _tell_refusal(self, error: AppError) -> None:
        self.refused.emit(error)

    def _show(self, view: SettingsView) -> None:
        self._view = view
        self.settings_read.emit(view)

    def _show_profiles(self, profiles: tuple[ProfileSummary, ...]) -> None:
        self.profiles_read.emit(profiles)

    def _show_profile(self, profile: Profile) -> None:
        self.profile_read.emit(profile)


def _keep_person(order: Order, login: str, name: str, roles: frozenset[Role]) -> int:
    return change_person(order, login, name, roles, is_active=True)


def _retire_person(order: Order, login: str, name: str, roles: frozenset[Role]) -> int:
    return change_person(order, login, name, roles, is_active=False)


def _read() -> SettingsView:
    kept = office()
    return SettingsView(
        kept, load_profile(kept.profile), issuing_bodies(), people(), present_anchor(), today()
    )
