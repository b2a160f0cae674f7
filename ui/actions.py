"""Every action of the window as one table: menus, shortcuts, search box and sheet print it."""

from dataclasses import dataclass
from enum import StrEnum

from ui.page_table import PAGES


class Menu(StrEnum):
    """The menus, in their order, with mnemonics."""

    FILE = "文件(&F)"
    EDIT = "编辑(&E)"
    VIEW = "视图(&V)"
    GO = "前往(&G)"
    HELP = "帮助(&H)"


@dataclass(frozen=True)
class ActionEntry:
    """One action: the menu it stands in, its words, its keys, and whether a line comes before it.

    ``letters`` are the initials of the title's pinyin, for the search box. An action the window
    does not perform itself is alive while the page shown offers it.
    """

    id: str
    menu: Menu
    title: str
    letters: str
    keys: tuple[str, ...] = ()
    starts_group: bool = False


_PAGE_ACTIONS = tuple(
    ActionEntry(f"go.{entry.id}", Menu.GO, entry.title, entry.letters, (f"Alt+{place}",))
    for place, entry in enumerate((entry for entry in PAGES if entry.parent is None), start=1)
)

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry("file.register", Menu.FILE, "登记新文件", "djxwj", ("Ctrl+N",)),
    ActionEntry("file.import", Menu.FILE, "导入文件…", "drwj", ("Ctrl+O",)),
    ActionEntry("file.folder", Menu.FILE, "导入文件夹…", "drwjj", ("Ctrl+Shift+O",)),
    ActionEntry("go.omissions", Menu.FILE, "漏报核查…", "lbhc"),
    ActionEntry("file.ledger", Menu.FILE, "导入台账…", "drtz", ("Ctrl+Shift+L",)),
    ActionEntry("file.save", Menu.FILE, "保存", "bc", ("Ctrl+S",), starts_group=True),
    ActionEntry("file.print", Menu.FILE, "打印…", "dy", ("Ctrl+P",)),
    ActionEntry("file.other", Menu.FILE, "打开其他登记簿…", "dkqtdjb", starts_group=True),
    ActionEntry("file.quit", Menu.FILE, "退出", "tc", ("Ctrl+Q",)),
    ActionEntry("edit.undo", Menu.EDIT, "撤销", "cx", ("Ctrl+Z",)),
    ActionEntry("edit.filter", Menu.EDIT, "筛选", "sx", ("Ctrl+F",)),
    ActionEntry("edit.search", Menu.EDIT, "查找页面和命令", "czymhml", ("Ctrl+K",)),
    ActionEntry("view.refresh", Menu.VIEW, "刷新", "sx", ("F5",)),
    ActionEntry("view.back", Menu.VIEW, "返回", "fh", ("Esc",)),
    ActionEntry(
        "view.larger", Menu.VIEW, "放大文字", "fdwz", ("Ctrl+=", "Ctrl++"), starts_group=True
    ),
    ActionEntry("view.smaller", Menu.VIEW, "缩小文字", "sxwz", ("Ctrl+-",)),
    ActionEntry("view.normal", Menu.VIEW, "文字原大", "wzyd", ("Ctrl+0",)),
    ActionEntry("view.system", Menu.VIEW, "明暗随系统", "maxt", starts_group=True),
    ActionEntry("view.light", Menu.VIEW, "浅色", "qs"),
    ActionEntry("view.dark", Menu.VIEW, "深色", "ss"),
    *_PAGE_ACTIONS,
    ActionEntry("go.evaluations", Menu.GO, "后评估", "hpg", starts_group=True),
    ActionEntry("go.law_changes", Menu.GO, "依据变动", "yjbd"),
    ActionEntry("go.ledger", Menu.GO, "号码台账", "hmtz"),
    ActionEntry("go.outgoing", Menu.GO, "发文登记", "fwdj"),
    ActionEntry("go.verification", Menu.GO, "核验文书", "hyws", ("Ctrl+Shift+V",)),
    ActionEntry("help.here", Menu.HELP, "本页说明", "bysm", ("F1",)),
    ActionEntry("help.shortcuts", Menu.HELP, "快捷键一览", "kjjyl", ("?",)),
)


def shortcut_sheet() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return every menu with its actions and their keys, as the sheet shows them."""
    return [
        (
            menu.value.split("(")[0],
            [
                (entry.title.rstrip("…"), "、".join(entry.keys))
                for entry in ACTIONS
                if entry.menu is menu and entry.keys
            ],
        )
        for menu in Menu
    ]
