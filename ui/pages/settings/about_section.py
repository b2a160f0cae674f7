"""About this program (关于): version, data folder, rules, licences."""

import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from resources import path_of
from ui.pages.settings.section import Section
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.widgets.buttons import Button
from ui.widgets.facts_grid import Fact, FactsGrid
from ui.widgets.labels import WrappedLabel

_MUCH = 20
_PROGRAM = "规范性文件登记审查工作台"
_LICENCES = (
    "文书使用的字体随程序提供，均可自由使用和分发；字体和其他随附文件的许可原文可以在下面查看。"
)


def program_version() -> str:
    """Return the version: of the package installed, else of the folder the program runs from."""
    project = path_of().parent / "pyproject.toml"
    if project.exists():
        table = tomllib.loads(project.read_text(encoding="utf-8"))
        return str(table["project"]["version"])
    try:
        return version("normdesk")
    except PackageNotFoundError:
        return ""


class AboutSection(Section):
    """Facts, and the licences of what others made."""

    def __init__(self, view_model: SettingsViewModel, folder: Path) -> None:
        super().__init__(view_model, "关于", "")
        self._folder = folder
        self.facts = FactsGrid()
        self.show_folder = Button("打开数据文件夹", "quiet", "folder")
        self.licences = QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName("许可")
        self.licences.setPlainText(path_of("LICENSES.md").read_text(encoding="utf-8"))
        self.licences.hide()
        self.show_licences = Button("显示许可原文", "quiet", "document")
        self.show_licences.setCheckable(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_folder)
        buttons.addWidget(self.show_licences)
        buttons.addStretch(1)
        self.content.addWidget(self.facts)
        self.content.addWidget(WrappedLabel(_LICENCES))
        self.content.addLayout(buttons)
        self.content.addWidget(self.licences, _MUCH)
        self.content.addStretch(1)
        self.show_folder.clicked.connect(self._open_folder)
        self.show_licences.toggled.connect(self.licences.setVisible)

    def show_view(self, view: SettingsView) -> None:
        """Show the facts."""
        profile = view.profile
        self.facts.show_facts(
            (
                Fact("程序", f"{_PROGRAM} {program_version()}"),
                Fact("规则包", f"{profile.name} {profile.version}"),
                Fact("规则截至", profile.as_of_date.isoformat()),
                Fact("数据文件夹", str(self._folder)),
            )
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
