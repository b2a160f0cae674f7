"""Say which body of the list a name in the files means, once for all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.records import BodyEntry
from models.queries.bodies import BodyRow
from review.folder_import.decisions import DecisionKind
from ui.pages.folder_import.view_model import FolderImportViewModel
from ui.parts.act_dialog import ActDialog
from ui.parts.body_dialog import BodyDialog
from ui.widgets.buttons import Button
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.labels import WrappedLabel


class BodyChoice(ActDialog):
    """``chosen`` gives the id of the body, ``new_wanted`` asks to enter it."""

    chosen = Signal(int)
    new_wanted = Signal()

    def __init__(self, name: str, bodies: Sequence[BodyRow], parent: QWidget) -> None:
        self.field = ChoiceField("名册中的机关")
        self.field.offer([Option(body.id, body.name) for body in bodies])
        self.new = Button("名册中没有，录入该机关…", "link", "plus")
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        words = f"文件中写的是“{name}”。请选择它是名册中的哪个机关，本批中写法相同的都按此办理。"
        layout.addWidget(WrappedLabel(words))
        layout.addWidget(self.field)
        layout.addWidget(self.new)
        super().__init__("指明制定机关", content, parent)
        self.wanted.connect(self._choose)
        self.new.clicked.connect(self._want_new)

    def _choose(self) -> None:
        body_id = self.field.value()
        if not isinstance(body_id, int):
            self.show_problem("请从列表中选择一个机关。")
            return
        self.chosen.emit(body_id)
        self.accept()

    def _want_new(self) -> None:
        self.new_wanted.emit()
        self.accept()


class BodyNaming(QObject):
    """Asks which body a name means, and has the answer written down."""

    def __init__(self, model: FolderImportViewModel, page: QWidget) -> None:
        super().__init__(page)
        self._model, self._page = model, page
        self._bodies: tuple[BodyRow, ...] = ()
        model.bodies_read.connect(self._take_bodies)

    def ask(self, name: str) -> None:
        """Ask for the body of this name."""
        dialog = BodyChoice(name, self._bodies, self._page)
        dialog.chosen.connect(partial(self._choose, name))
        dialog.new_wanted.connect(partial(self._ask_for_new, name))
        dialog.open()

    def _choose(self, name: str, body_id: int) -> None:
        self._model.decide(DecisionKind.BODY, 0, body_id, name)

    def _ask_for_new(self, name: str) -> None:
        dialog = BodyDialog(name, self._page)
        dialog.entered.connect(self._enter)
        dialog.open()

    def _enter(self, body: BodyEntry) -> None:
        self._model.add_body(body)

    def _take_bodies(self, bodies: tuple[BodyRow, ...]) -> None:
        self._bodies = bodies
