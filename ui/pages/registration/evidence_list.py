"""The papers of the procedure (程序材料): ticked when they are there, gates marked."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.domain.gates import GatedStep, MissingGate
from models.domain.records import EvidenceEntry
from models.domain.terms import EvidenceKind
from resources.terms import name_of
from ui.widgets.date_field import DateField
from ui.widgets.labels import Label
from ui.widgets.status_plate import StatusPlate
from ui.widgets.tokens import Tone

# Of these only the presence counts; the others have dates, a result and a number of their own.
_MERE_PAPERS = frozenset(
    {
        EvidenceKind.DRAFTING_NOTE,
        EvidenceKind.LEGAL_BASIS_LIST,
        EvidenceKind.REGISTRATION_APPLICATION,
        EvidenceKind.CLEAN_PROOF,
        EvidenceKind.OFFICIAL_TEXT,
        EvidenceKind.ELECTRONIC_TEXT,
    }
)


class EvidenceLine(QWidget):
    """One kind of paper: a tick, the gate it opens, and below it dates, result and number."""

    changed = Signal()

    def __init__(self, kind: EvidenceKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        name = name_of(kind)
        self.tick = QCheckBox(name)
        self.tick.setAccessibleName(f"已有{name}")
        self.gate = StatusPlate()
        self.start = DateField(f"{name}：开始日期")
        self.end = DateField(f"{name}：结束日期")
        self.result = QLineEdit()
        self.reference = QLineEdit()
        self._note = ""
        self._details = QWidget()
        self._lay_out(name)
        self.tick.toggled.connect(self._follow)
        for part in (self.start, self.end):
            part.changed.connect(self._say_changed)
        for line in (self.result, self.reference):
            line.textChanged.connect(self._say_changed)
        self._follow()

    def entry(self) -> EvidenceEntry | None:
        """Return the evidence; None while it is not ticked."""
        if not self.tick.isChecked():
            return None
        return EvidenceEntry(
            self.kind,
            self.start.value(),
            self.end.value(),
            self.result.text().strip(),
            self.reference.text().strip(),
            self._note,
        )

    def show_entry(self, entry: EvidenceEntry | None) -> None:
        """Show evidence, or that there is none."""
        shown = entry or EvidenceEntry(self.kind)
        self.start.show_value(shown.start_date)
        self.end.show_value(shown.end_date)
        self.result.setText(shown.result)
        self.reference.setText(shown.reference)
        self._note = shown.note
        self.tick.setChecked(entry is not None)

    def has_unreadable_date(self) -> bool:
        """Tell whether something stands in a date that is none."""
        return self.start.is_unreadable() or self.end.is_unreadable()

    def show_gate(self, gate: MissingGate | None, step: GatedStep | None) -> None:
        """Say that a step waits for this paper, with the rule; None that none does."""
        self.gate.setVisible(gate is not None and step is not None)
        if gate is None or step is None:
            return
        verb = f"{name_of(step)}前必须有" if gate.is_required else f"{name_of(step)}前建议有"
        self.gate.show_status(verb, Tone.WAIT if gate.is_required else Tone.PLAIN)
        check = "已核实" if gate.is_verified else "未核实"
        self.gate.setToolTip(f"依据：{gate.source}（{check}）")

    def _lay_out(self, name: str) -> None:
        self.result.setPlaceholderText("结果，如：合法、通过、同意签发")
        self.result.setAccessibleName(f"{name}：结果")
        self.reference.setPlaceholderText("文号、会议届次")
        self.reference.setAccessibleName(f"{name}：文号或者会议届次")
        self.start.line.setPlaceholderText("开始日期")
        self.end.line.setPlaceholderText("结束日期")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tick)
        head.addWidget(self.gate)
        head.addStretch(1)
        grid = QGridLayout(self._details)
        grid.setContentsMargins(24, 0, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.start, 0, 0)
        grid.addWidget(self.end, 0, 1)
        grid.addWidget(self.result, 1, 0)
        grid.addWidget(self.reference, 1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._details)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _follow(self) -> None:
        self._details.setVisible(self.tick.isChecked() and self.kind not in _MERE_PAPERS)
        self.changed.emit()

    def _say_changed(self) -> None:
        self.changed.emit()


class EvidenceList(QWidget):
    """All kinds of papers, with a line that says what is still missing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {kind: EvidenceLine(kind) for kind in EvidenceKind}
        self.summary = Label("", "quiet")
        self.summary.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.summary)
        for line in self.lines.values():
            layout.addWidget(line)
            line.changed.connect(self._say_changed)
        self.setFocusProxy(next(iter(self.lines.values())).tick)

    def entries(self) -> tuple[EvidenceEntry, ...]:
        """Return what is ticked."""
        entries = (line.entry() for line in self.lines.values())
        return tuple(entry for entry in entries if entry is not None)

    def show_entries(self, entries: Sequence[EvidenceEntry]) -> None:
        """Show this evidence and no other."""
        by_kind = {entry.kind: replace(entry, file=None) for entry in entries}
        for kind, line in self.lines.items():
            line.show_entry(by_kind.get(kind))

    def has_unreadable_date(self) -> bool:
        """Tell whether something stands in a date that is none."""
        return any(line.has_unreadable_date() for line in self.lines.values())

    def show_gates(
        self, registration: Sequence[MissingGate], numbering: Sequence[MissingGate]
    ) -> None:
        """Mark what is missing before registration and before numbering."""
        missing = {gate.evidence: (gate, GatedStep.NUMBERING) for gate in numbering}
        missing |= {gate.evidence: (gate, GatedStep.REGISTRATION) for gate in registration}
        for kind, line in self.lines.items():
            line.show_gate(*missing.get(kind, (None, None)))
        required = [name_of(gate.evidence) for gate in registration if gate.is_required]
        self.summary.setText(
            f"登记前还缺：{'、'.join(required)}。" if required else "登记前必须有的材料已经齐全。"
        )

    def _say_changed(self) -> None:
        self.changed.emit()
