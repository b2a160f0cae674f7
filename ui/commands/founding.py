"""A register is founded."""

from dataclasses import dataclass
from typing import Annotated

import typer

from models.acts.found_register import Founding
from models.register import create_register
from models.settings import Office
from ui.commands.chinese import TOP, ChineseCommand, new_group
from ui.commands.options import with_options
from ui.commands.session import Session

APP = new_group()
GROUPS = {TOP: APP}


@dataclass(frozen=True)
class FoundingOptions:
    """The office and its administrator."""

    name: Annotated[str, typer.Option("--name", metavar="单位", help="单位名称")]
    profile: Annotated[
        str, typer.Option("--profile", metavar="规则包", help="用 profiles list 查看有哪些")
    ]
    login: Annotated[
        str, typer.Option("--admin", metavar="登录名", help="管理员的登录名；不写时是 admin")
    ] = "admin"
    administrator: Annotated[
        str, typer.Option("--admin-name", metavar="姓名", help="管理员的姓名；不写时是“管理员”")
    ] = "管理员"
    region: Annotated[
        str, typer.Option("--region", metavar="字母", help="编号中的区划代码字母")
    ] = ""
    level: Annotated[str, typer.Option("--level", metavar="代码", help="编号中的层级代码")] = ""
    area: Annotated[str, typer.Option("--area", metavar="简称", help="编号中的地区简称")] = ""
    letter_code: Annotated[
        str, typer.Option("--letter-code", metavar="代字", help="本单位文书的发文代字")
    ] = ""
    government: Annotated[
        str, typer.Option("--government", metavar="名称", help="本级人民政府的名称")
    ] = ""


@APP.command("init", cls=ChineseCommand)
@with_options(FoundingOptions)
def init(session: Session, options: FoundingOptions) -> None:
    """Found a register in the session's folder."""
    office = Office(
        options.name,
        options.profile,
        region=options.region,
        level=options.level,
        area=options.area,
        letter_code=options.letter_code,
        government_name=options.government,
    )
    founding = Founding(office, options.login, options.administrator)
    create_register(session.folder, founding).close()
    session.voice.say(
        f"已建立登记簿：{session.folder}，管理员 {options.administrator}（{options.login}）。",
        {"register": str(session.folder), "administrator": options.login, **vars(office)},
    )
    session.voice.remark("下一步：用 people add 增加人员，用 bodies add 录入制定机关。")
