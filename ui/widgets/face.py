"""The type faces of the window: a Chinese face of the system, else the one we bring along."""

from PySide6.QtGui import QFontDatabase

from resources import path_of

_SCREEN_FACES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
)
_PAPER_FACES = ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong")


def screen_face() -> str:
    """Return the family for menus, tables and forms (黑体)."""
    return _first_of(_SCREEN_FACES, "LtrHei.ttf")


def paper_face() -> str:
    """Return the family for the text of documents (仿宋)."""
    return _first_of(_PAPER_FACES, "LtrFang.ttf")


def _first_of(wanted: tuple[str, ...], bundled: str) -> str:
    installed = set(QFontDatabase.families())
    for family in wanted:
        if family in installed:
            return family
    file = path_of("fonts", bundled)
    if file.exists():
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number)
        if families:
            return families[0]
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
