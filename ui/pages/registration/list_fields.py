"""The fields of the form that hold several things: joint issuers, relations, files."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.domain.records import FileRole, RelationEntry
from models.domain.terms import RelationKind
from resources.terms import name_of
from ui.pages.registration.form_values import PickedFile
from ui.pages.registration.line_list import LineList
from ui.widgets.buttons import Button
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.labels import ElidedLabel

_FEW_LETTERS = 6


class IssuersField(QWidget):
    """The other bodies of a joint document; ``lead_wanted`` makes one of them the lead."""

    changed = Signal()
    lead_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: Sequence[Option] = ()
        self.list = LineList("增加联合制定机关", self._make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.changed.connect(self._say_changed)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer these bodies in every line."""
        self._options = options
        for line in self.list.lines():
            line.body.offer(options)

    def value(self) -> tuple[str, ...]:
        """Return the names, without the empty lines."""
        names = (line.body.currentText().strip() for line in self.list.lines())
        return tuple(name for name in names if name)

    def show_value(self, names: Sequence[str]) -> None:
        """Show these bodies."""
        self.list.clear()
        for name in names:
            line = self.list.add()
            line.body.setEditText(name)
            line.body.line.setCursorPosition(0)

    def _make(self) -> "IssuerLine":
        line = IssuerLine(self._options)
        line.body.changed.connect(self._say_changed)
        line.lead.clicked.connect(partial(self._want_lead, line))
        return line

    def _want_lead(self, line: "IssuerLine", _checked: object = None) -> None:
        name = line.body.currentText().strip()
        if name:
            self.lead_wanted.emit(name)

    def _say_changed(self) -> None:
        self.changed.emit()


class IssuerLine(QWidget):
    """One joint issuer."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.body = ChoiceField("联合制定机关")
        self.body.offer(options)
        self.body.setMinimumContentsLength(_FEW_LETTERS)
        self.lead = Button("设为牵头", "link")
        self.setFocusProxy(self.body)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.lead)


class RelationLine(QWidget):
    """What the document does to another, or takes from it."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.kind.addItems([name_of(kind) for kind in RelationKind])
        self.kind.setAccessibleName("关系")
        self.title = QLineEdit()
        self.title.setPlaceholderText("文件名称")
        self.title.setAccessibleName("相关文件的名称")
        self.number = QLineEdit()
        self.number.setPlaceholderText("文号")
        self.number.setAccessibleName("相关文件的文号")
        self.setFocusProxy(self.title)
        self.law = ElidedLabel("", "quiet")
        self.law.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.kind)
        row.addWidget(self.title, 3)
        row.addWidget(self.number, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.law)

    def value(self) -> RelationEntry:
        """Return the relation."""
        kind = list(RelationKind)[self.kind.currentIndex()]
        return RelationEntry(kind, self.title.text().strip(), self.number.text().strip())

    def show_law(self, words: str) -> None:
        """Show how the law stands that the document is based on; nothing hides the line."""
        self.law.setText(words)
        self.law.setVisible(bool(words))
        self.title.setAccessibleDescription(words)

    def show_value(self, relation: RelationEntry) -> None:
        """Show a relation."""
        self.kind.setCurrentIndex(list(RelationKind).index(relation.kind))
        for line, words in (
            (self.title, relation.target_title),
            (self.number, relation.target_number),
        ):
            line.setText(words)
            line.setCursorPosition(0)
            line.setToolTip(words)


class RelationsField(QWidget):
    """The documents that this one is based on, amends, repeals or replaces."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LineList("增加相关文件", self._make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.changed.connect(self._say_changed)

    def value(self) -> tuple[RelationEntry, ...]:
        """Return the relations that name a document."""
        relations = (line.value() for line in self.list.lines())
        return tuple(one for one in relations if one.target_title or one.target_number)

    def show_value(self, relations: Sequence[RelationEntry]) -> None:
        """Show these relations."""
        self.list.clear()
        for relation in relations:
            self.list.add().show_value(relation)

    def show_laws(self, words: Mapping[str, str]) -> None:
        """Show beside each basis how the law stands, by the name that was looked up."""
        for line in self.list.lines():
            relation = line.value()
            is_basis = relation.kind is RelationKind.BASED_ON
            line.show_law(words.get(relation.target_title, "") if is_basis else "")

    def _make(self) -> RelationLine:
        line = RelationLine()
        line.kind.currentIndexChanged.connect(self._say_changed)
        for part in (line.title, line.number):
            part.textChanged.connect(self._say_changed)
        return line

    def _say_changed(self) -> None:
        self.changed.emit()


class FilesField(QWidget):
    """The files of the document, each with what it is."""

    add_wanted = Signal()
    role_chosen = Signal(int, object)
    remove_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = Button("添加附件…", "link", "plus")
        self.add_button.clicked.connect(self._want_add)
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.add_button)
        self.setFocusProxy(self.add_button)

    def show_files(self, files: Sequence[PickedFile]) -> None:
        """Show these files."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(place, file) for place, file in enumerate(files)]
        for place, row in enumerate(self._rows):
            self._layout.insertWidget(place, row)

    def _row(self, place: int, file: PickedFile) -> QWidget:
        role = QComboBox()
        role.addItems([name_of(one) for one in FileRole])
        role.setCurrentIndex(list(FileRole).index(file.role))
        role.setAccessibleName(f"{file.name}是什么")
        role.currentIndexChanged.connect(partial(self._choose_role, place))
        remove = Button("", "flat", "close")
        remove.setToolTip("不登记这个文件")
        remove.setAccessibleName(f"去掉{file.name}")
        remove.clicked.connect(partial(self._want_remove, place))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(ElidedLabel(file.name), 1)
        layout.addWidget(role)
        layout.addWidget(remove)
        return row

    def _choose_role(self, place: int, number: int) -> None:
        self.role_chosen.emit(place, list(FileRole)[number])

    def _want_remove(self, place: int, _checked: object = None) -> None:
        self.remove_wanted.emit(place)

    def _want_add(self) -> None:
        self.add_wanted.emit()
