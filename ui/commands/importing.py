"""What others have kept is taken in: whole folders of files."""

from ui.commands.chinese import ChineseCommand, new_group
from ui.commands.importing_folder import import_folder

APP = new_group()
GROUPS = {"import": APP}

APP.command("folder", cls=ChineseCommand, help="导入文件夹；可以中断，可以接着导入")(import_folder)
