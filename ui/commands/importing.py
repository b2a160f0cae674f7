"""What others have kept is taken in: whole folders of files, whole ledgers."""

from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.importing_folder import import_folder
from ui.commands.importing_ledger import import_ledger, list_imports, reverse

APP = new_group()
GROUPS = {"import": APP}

APP.command("folder", cls=ChineseCommand, help="导入文件夹；可以中断，可以接着导入")(import_folder)
APP.command("ledger", cls=ChineseCommand, help="导入台账；先试算，写 --confirm 才导入")(
    import_ledger
)
APP.command("list", cls=ChineseCommand, help="列出导入过的台账")(list_imports)
APP.command("reverse", cls=ChineseCommand, help="撤销一次台账导入")(reverse)
