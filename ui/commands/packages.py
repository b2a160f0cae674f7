"""The commands about packages between offices (收发包), as one group."""

from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.exchange_keys import distrust, key, lock, senders, trust
from ui.commands.package_sending import export

APP = new_group()
GROUPS = {"package": APP}

for name, summary, command in (
    ("export", "把文件连同文书打成报备包，发给可信单位", export),
    ("key", "显示本单位密钥的指纹，写出单位名片", key),
    ("lock", "给本单位的密钥设置或者取消口令", lock),
    ("trust", "登记可信单位：核对指纹以后接收它的包", trust),
    ("distrust", "不再信任一个单位，写明理由", distrust),
    ("senders", "列出可信单位和指纹", senders),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
