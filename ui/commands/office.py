"""The office: its people and its settings."""

from typing import Annotated

import typer

from models.acts.change_setting import change_settings
from models.acts.people import add_person, change_person
from models.acts.performing import UnknownPersonError
from models.domain.roles import ActName, Role
from models.queries.office import office, people, person_by_login
from models.settings import SettingKey, StyleKey
from resources.terms import name_in, name_of
from review.letters.office_style import check_style, settings_of, style_in_force
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.refusals import FieldUnknownError
from ui.commands.session import session_of
from ui.commands.values import read_pairs, read_term
from ui.commands.words import shown

PEOPLE = new_group()
SETTINGS = new_group()
GROUPS = {"people": PEOPLE, "settings": SETTINGS}


@PEOPLE.command("list", cls=ChineseCommand, help="列出人员")
def list_people(context: typer.Context) -> None:
    """List everybody who works or worked with the register."""
    session = session_of(context)
    with session.register():
        session.voice.table(("login", "name", "roles", "is_active"), people(), "还没有人员。")


@PEOPLE.command("add", cls=ChineseCommand, help="增加人员")
def add(
    context: typer.Context,
    login: Annotated[str, typer.Argument(metavar="登录名", help="不能与已有的重复")],
    name: Annotated[str, typer.Option("--name", metavar="姓名", help="姓名")],
    roles: Annotated[
        list[str],
        typer.Option("--role", metavar="角色", help="登记员、审查员、负责人或者管理员，可以写多次"),
    ],
) -> None:
    """Add a person with roles."""
    session = session_of(context)
    held = frozenset(read_term(Role, "role", role) for role in roles)
    with session.register():
        person_id = add_person(session.order(ActName.ADD_PERSON), login, name, held)
        session.voice.say(
            f"已增加人员：{name}（{login}），{shown(held)}。",
            {"person_id": person_id, "login": login, "name": name, "roles": sorted(held)},
        )


@PEOPLE.command("change", cls=ChineseCommand, help="更改姓名、角色，或者离岗、回岗")
def change(
    context: typer.Context,
    login: Annotated[str, typer.Argument(metavar="登录名", help="要更改的人员")],
    name: Annotated[str, typer.Option("--name", metavar="姓名", help="不写时不变")] = "",
    roles: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="角色", help="更改以后的全部角色，可以写多次；不写时不变"),
    ] = None,
    *,
    is_active: Annotated[
        bool | None, typer.Option("--active/--inactive", help="在岗或者离岗；不写时不变")
    ] = None,
) -> None:
    """Change what a person is called, may do, and whether the person still works here."""
    session = session_of(context)
    held = frozenset(read_term(Role, "role", role) for role in roles or [])
    with session.register():
        person = person_by_login(login)
        if person is None:
            raise UnknownPersonError(login=login)
        change_person(
            session.order(ActName.CHANGE_PERSON),
            login,
            name or person.name,
            held or person.roles,
            is_active=person.is_active if is_active is None else is_active,
        )
        changed = person_by_login(login)
        session.voice.say(f"已更改人员：{name or person.name}（{login}）。", changed)


@SETTINGS.command("list", cls=ChineseCommand, help="列出设置")
def list_settings(context: typer.Context) -> None:
    """List the settings of the office."""
    session = session_of(context)
    with session.register():
        rows: tuple[tuple[SettingKey | StyleKey, str], ...] = (
            *office().as_settings().items(),
            *settings_of(style_in_force()).items(),
        )
        session.voice.record(dict(rows))
        for key, value in rows:
            words = name_in(_LISTS.get(key, ""), value)
            session.voice.remark(f"{name_of(key)}（{key.value}）：{words}")


@SETTINGS.command("set", cls=ChineseCommand, help="更改设置")
def set_settings(
    context: typer.Context,
    assignments: Annotated[
        list[str], typer.Argument(metavar="项目=值", help="例如 contact_phone=0000-1234567")
    ],
) -> None:
    """Change settings of the office."""
    session = session_of(context)
    changes = {_key(name): value for name, value in read_pairs(assignments)}
    check_style({key: value for key, value in changes.items() if isinstance(key, StyleKey)})
    with session.register():
        count = change_settings(session.order(ActName.CHANGE_SETTING), changes)
        session.voice.say(f"已更改 {count} 项设置。", {"changed": count, "settings": changes})


_KEYS: tuple[SettingKey | StyleKey, ...] = (*SettingKey, *StyleKey)
# Where the names of the values of a setting stand.
_LISTS: dict[SettingKey | StyleKey, str] = {
    SettingKey.OFFICE_KIND: "OfficeKind",
    StyleKey.LINE_PITCH: "LinePitch",
    StyleKey.PAGE_NUMBER: "PageNumberStyle",
    StyleKey.EDGE_MARKS: "EdgeMarks",
    StyleKey.USES_INSTALLED_FACES: "YesNo",
    StyleKey.IMPRINT_ON_EVEN_PAGE: "YesNo",
}


def _key(name: str) -> SettingKey | StyleKey:
    for key in _KEYS:
        if name in {key.value, name_of(key)}:
            return key
    raise FieldUnknownError(name=name, known=tuple(key.value for key in _KEYS))
