"""One part of the settings: a heading, a sentence, and what belongs to it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import AppError
from ui.feedback.error_panel import ErrorPanel
from ui.pages.settings.view_model import SettingsView, SettingsViewModel
from ui.parts.act_dialog import ActDialog
from ui.widgets.labels import Label, WrappedLabel


class Section(QWidget):
    """Shows its part of what was read; a refusal shows in its open dialog, else on top."""

    def __init__(self, view_model: SettingsViewModel, title: str, about: str) -> None:
        super().__init__()
        self.view_model = view_model
        self.title = title
        self.error = ErrorPanel()
        self.dialog: ActDialog | None = None
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(12)
        self.content.addWidget(Label(title, "title"))
        if about:
            self.content.addWidget(WrappedLabel(about, "quiet"))
        self.content.addWidget(self.error)

    def enter(self) -> None:
        """Do what is to be done when the person comes to this part."""

    def show_view(self, view: SettingsView) -> None:
        """Show what was read."""

    def ask(self, dialog: ActDialog) -> None:
        """Put a dialog before the person; it stays until its act is performed."""
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def end_dialog(self) -> None:
        """Close the dialog, because its act was performed."""
        self.error.hide()
        if self.dialog is not None:
            self.dialog.accept()

    def refuse(self, error: AppError) -> None:
        """Say why something was refused."""
        if self.dialog is not None:
            self.dialog.show_refusal(error)
        else:
            self.error.show_error(error)

    def _forget_dialog(self) -> None:
        self.dialog = None
