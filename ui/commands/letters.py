"""The commands about letters (文书), as one group; what they do stands in modules of their own."""

from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.letter_copying import copy
from ui.commands.letter_issuing import check, issue, withdraw
from ui.commands.letter_log import deliver, log
from ui.commands.letter_verifying import verify

APP = new_group()
GROUPS = {"letter": APP}

for name, summary, command in (
    ("issue", "出具文书；已经出具的，重新输出原件", issue),
    ("check", "发文前检查：列出必须改的和请核对的，不发文", check),
    ("withdraw", "撤回文书，写明理由", withdraw),
    ("copy", "写出审查建议答复等文书的副本，隐去个人信息", copy),
    ("deliver", "记录文书送达", deliver),
    ("verify", "核验文书：核验码、二维码内容或者文书的文件", verify),
    ("log", "发文登记：列出、打印或者导出一年的发文", log),
):
    APP.command(name, cls=ChineseCommand, help=summary)(command)
