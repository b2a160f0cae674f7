"""The rule profiles on the shelf, with where each value comes from."""

from typing import Annotated

import typer

from models.profiles import available_profiles, load_profile
from resources.terms import name_in
from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.session import session_of
from ui.commands.words import shown

APP = new_group()
GROUPS = {"profiles": APP}


@APP.command("list", cls=ChineseCommand, help="列出规则包")
def show_list(context: typer.Context) -> None:
    """List the profiles."""
    columns = (("id", "规则包"), ("name", "名称"), "version", "unverified_count")
    session_of(context).voice.table(columns, available_profiles(), "没有规则包。")


@APP.command("show", cls=ChineseCommand, help="显示规则包的各项规则和出处")
def show(
    context: typer.Context,
    profile_id: Annotated[str, typer.Argument(metavar="规则包", help="例如 hunan")],
) -> None:
    """Show every value of a profile with its source."""
    voice = session_of(context).voice
    profile = load_profile(profile_id)
    voice.record(profile)
    voice.remark(
        f"{profile.name}（{profile.id}）{profile.version}，{profile.as_of_date.isoformat()}"
    )
    for name, sourced in profile.parameters():
        check = "已核实" if sourced.is_verified else "未核实"
        title = name_in("Parameter", name)
        words = "没有规定" if sourced.value is None else shown(sourced.value)
        voice.remark(f"{title}：{words}（{sourced.source}，{check}）")
    for scheme in profile.number_schemes:
        check = "已核实" if scheme.is_verified else "未核实"
        voice.remark(f"编号规则 {scheme.id}：{scheme.template}（{scheme.source}，{check}）")
