"""How long a document says it is valid: the kind of term, and its amount or its last day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from models.domain.validity import ValidityTerm, ValidityTermKind
from resources.terms import name_of
from ui.widgets.date_field import DateField

_NOT_STATED = "没有写明"
_KINDS = (None, *ValidityTermKind)
_WITH_AMOUNT = frozenset({ValidityTermKind.YEARS, ValidityTermKind.MONTHS})
_MOST = 99


class ValidityField(QWidget):
    """A term of validity (有效期) that a person can enter or correct."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        self.kind.addItems([name_of(kind) if kind else _NOT_STATED for kind in _KINDS])
        self.kind.setAccessibleName(name)
        self.amount = QSpinBox()
        self.amount.setRange(1, _MOST)
        self.amount.setAccessibleName(f"{name}：数目")
        self.until = DateField(f"{name}：最后一日")
        self.setFocusProxy(self.kind)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.kind, 1)
        layout.addWidget(self.amount, 1)
        layout.addWidget(self.until, 1)
        self.kind.currentIndexChanged.connect(self._follow)
        self.amount.valueChanged.connect(self._say_changed)
        self.until.changed.connect(self._say_changed)
        self._follow()

    def value(self) -> ValidityTerm | None:
        """Return the term; None when none is stated."""
        kind = _KINDS[self.kind.currentIndex()]
        if kind is None:
            return None
        if kind in _WITH_AMOUNT:
            return ValidityTerm(kind, self.amount.value())
        until = self.until.value() if kind is ValidityTermKind.UNTIL_DATE else None
        return ValidityTerm(kind, until_date=until)

    def is_unfinished(self) -> bool:
        """Tell whether a last day is wanted and does not stand there."""
        term = self.value()
        is_dated = term is not None and term.kind is ValidityTermKind.UNTIL_DATE
        return is_dated and self.until.value() is None

    def show_value(self, term: ValidityTerm | None) -> None:
        """Show a term."""
        self.kind.setCurrentIndex(_KINDS.index(term.kind if term else None))
        if term and term.amount:
            self.amount.setValue(term.amount)
        self.until.show_value(term.until_date if term else None)

    def _follow(self) -> None:
        kind = _KINDS[self.kind.currentIndex()]
        self.amount.setVisible(kind in _WITH_AMOUNT)
        self.until.setVisible(kind is ValidityTermKind.UNTIL_DATE)
        self.changed.emit()

    def _say_changed(self) -> None:
        self.changed.emit()
