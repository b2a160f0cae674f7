"""The papers of a filing: how many copies came of each, those the rules demand marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QWidget

from models.domain.profile import Profile
from models.domain.records import MaterialEntry
from models.domain.terms import MaterialKind
from resources.terms import name_of
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

_MOST_COPIES = 99
_COPIES_WIDTH = 88


@dataclass(frozen=True)
class _Line:
    """The widgets of one kind of paper."""

    kind: MaterialKind
    copies: QSpinBox
    remark: QLineEdit
    plate: StatusPlate | None


class MaterialChecklist(QWidget):
    """One line for every kind of paper, the demanded ones first."""

    changed = Signal()

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("报备材料")
        demanded = profile.filing_materials.value
        kinds = (*demanded, *(kind for kind in MaterialKind if kind not in demanded))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        for column, title in enumerate(("材料", "份数", "", "备注")):
            grid.addWidget(Label(title, "quiet"), 0, column)
        self.lines = {
            kind: self._add(grid, row, kind, is_demanded=kind in demanded)
            for row, kind in enumerate(kinds, start=1)
        }
        grid.addWidget(WrappedLabel(demand_source(profile), "quiet"), len(kinds) + 1, 0, 1, 4)

    def entries(self) -> tuple[MaterialEntry, ...]:
        """Return the papers that came, and those about which something was remarked."""
        return tuple(
            MaterialEntry(kind, line.copies.value(), line.remark.text().strip())
            for kind, line in self.lines.items()
            if line.copies.value() or line.remark.text().strip()
        )

    def missing(self) -> tuple[MaterialKind, ...]:
        """Return the demanded papers of which no copy came."""
        return tuple(
            kind for kind, line in self.lines.items() if line.plate and not line.copies.value()
        )

    def show_entries(self, entries: Sequence[MaterialEntry]) -> None:
        """Show what came."""
        came = {entry.kind: entry for entry in entries}
        for kind, line in self.lines.items():
            entry = came.get(kind, MaterialEntry(kind, 0))
            line.copies.setValue(entry.copies)
            line.remark.setText(entry.remark)

    def _add(self, grid: QGridLayout, row: int, kind: MaterialKind, *, is_demanded: bool) -> _Line:
        name = name_of(kind)
        copies, remark = QSpinBox(), QLineEdit()
        copies.setRange(0, _MOST_COPIES)
        copies.setSuffix(" 份")
        copies.setSpecialValueText("没有")
        copies.setMinimumWidth(_COPIES_WIDTH)
        copies.setAccessibleName(f"{name}的份数")
        remark.setAccessibleName(f"{name}的备注")
        title = Label(f"{name} *" if is_demanded else name)
        title.setBuddy(copies)
        grid.addWidget(title, row, 0)
        grid.addWidget(copies, row, 1)
        grid.addWidget(remark, row, 3)
        plate = StatusPlate("还缺", Tone.WAIT) if is_demanded else None
        if plate:
            grid.addWidget(plate, row, 2, Qt.AlignmentFlag.AlignVCenter)
        line = _Line(kind, copies, remark, plate)
        copies.valueChanged.connect(self._follow)
        remark.textChanged.connect(self._say_changed)
        return line

    def _follow(self) -> None:
        for line in self.lines.values():
            if line.plate:
                has_come = line.copies.value() > 0
                line.plate.show_status(*(("已到", Tone.OK) if has_come else ("还缺", Tone.WAIT)))
        self.changed.emit()

    def _say_changed(self) -> None:
        self.changed.emit()


def demand_source(profile: Profile) -> str:
    """Say on what rule the demanded papers stand."""
    demand, copies = profile.filing_materials, profile.copies_government
    checked = "已核实" if demand.is_verified and copies.is_verified else "未核实"
    return f"带 * 的为规则要求的材料，一式 {copies.value} 份。依据：{demand.source}（{checked}）"
