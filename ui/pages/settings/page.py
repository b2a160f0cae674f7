"""The settings (设置): a list of parts at the left, the part chosen at the right."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from models.errors import AppError
from ui.desk import Desk, Route
from ui.page import Page
from ui.pages.settings.about_section import AboutSection
from ui.pages.settings.bodies_section import BodiesSection
from ui.pages.settings.laws_model import LawsViewModel
from ui.pages.settings.laws_section import LawsSection
from ui.pages.settings.look_section import LookSection
from ui.pages.settings.office_section import OfficeSection
from ui.pages.settings.people_section import PeopleSection
from ui.pages.settings.profile_section import ProfileSection
from ui.pages.settings.section import Section
from ui.pages.settings.style_model import StyleViewModel
from ui.pages.settings.style_section import StyleSection
from ui.pages.settings.trail_model import TrailViewModel
from ui.pages.settings.trail_section import TrailSection
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.widgets.name_list import NameList

_LIST_WIDTH_IN_CHARACTERS = 8


class SettingsPage(Page):
    """Shows every setting to everybody; changes are for those who may."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view_model = SettingsViewModel(desk)
        self.sections: dict[str, Section] = {
            "office": OfficeSection(self.view_model),
            "profile": ProfileSection(self.view_model),
            "style": StyleSection(self.view_model, StyleViewModel(desk)),
            "bodies": BodiesSection(self.view_model),
            "laws": LawsSection(self.view_model, LawsViewModel(desk)),
            "people": PeopleSection(self.view_model),
            "look": LookSection(self.view_model, desk.look),
            "trail": TrailSection(self.view_model, TrailViewModel(desk)),
            "about": AboutSection(self.view_model, desk.register.folder),
        }
        self.names = NameList("设置的各部分")
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.names.setCurrentRow(0)
        self.view_model.read()

    def open(self, route: Route) -> None:
        """Come to the part that is asked for, else stay where the person was."""
        section = route.asked("section")
        if section in self.sections:
            self.names.setCurrentRow(list(self.sections).index(section))
        self.view_model.read()

    def refresh(self) -> None:
        """Read again."""
        self.view_model.read()

    def section(self) -> Section:
        """Return the part shown."""
        return list(self.sections.values())[self.stack.currentIndex()]

    def changeEvent(self, event: QEvent) -> None:
        """Let the list grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "names"):
            self._fit_names()

    def _fit_names(self) -> None:
        self.names.ensurePolished()
        width = self.names.fontMetrics().horizontalAdvance("设") * _LIST_WIDTH_IN_CHARACTERS
        self.names.setFixedWidth(width)

    def _lay_out(self) -> None:
        self._fit_names()
        for section in self.sections.values():
            self.names.addItem(section.title)
            self.stack.addWidget(section)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addWidget(self.names)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.names)

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(self._turn_to)
        self.view_model.settings_read.connect(self._show)
        self.view_model.performed.connect(self._end_dialog)
        self.view_model.refused.connect(self._refuse)

    def _turn_to(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.section().enter()

    def _show(self, view: SettingsView) -> None:
        for section in self.sections.values():
            section.show_view(view)

    def _end_dialog(self) -> None:
        self.section().end_dialog()

    def _refuse(self, error: AppError) -> None:
        self.section().refuse(error)
