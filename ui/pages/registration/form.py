"""The registration form (登记表): its fields, its papers, marks and problems beside them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from models.domain.gates import MissingGate
from models.domain.terms import DocumentClass
from models.queries.bodies import BodyRow
from review.extraction.kind import is_trial_title, kind_in
from ui.pages.registration.evidence_list import EvidenceList
from ui.pages.registration.form_editors import (
    FIELD_KEYS,
    HISTORIC_KEYS,
    HISTORIC_ONLY,
    PAPER_ORDER,
    FormEditors,
)
from ui.pages.registration.form_values import EMPTY, FormValues, PickedFile
from ui.parts.field_proposals import MARKS, FieldProposal
from ui.widgets.choice_field import Option
from ui.widgets.field_form import FieldForm, Mark, Problem
from ui.widgets.labels import Label, WrappedLabel

_ROOM_AROUND = 80
_BY_TITLE = "按文件名称判断"


class RegistrationForm(QWidget):
    """All fields; ``changed`` names the field changed, ``focused`` the one come to."""

    changed = Signal(str)
    focused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors = FormEditors()
        self.evidence = EvidenceList()
        self.evidence_problem = WrappedLabel("", "problem")
        self._bodies: tuple[BodyRow, ...] = ()
        self._is_historic = False
        self.fields = FieldForm(self.editors.fields())
        self._evidence_title = Label("程序材料", "heading")
        self._lay_out()
        self._connect()
        self.be_historic(is_historic=False)

    def be_historic(self, *, is_historic: bool) -> None:
        """Show the fields of a document from the past, or those of a new one."""
        self._is_historic = is_historic
        for name in HISTORIC_ONLY:
            self.fields.show_field(name, is_shown=is_historic)
        for part in (self._evidence_title, self.evidence):
            part.setVisible(not is_historic)
        self.evidence_problem.hide()

    def keys(self) -> dict[str, tuple[str, str]]:
        """Return the key and title of every field that the text can fill."""
        return FIELD_KEYS | HISTORIC_KEYS if self._is_historic else FIELD_KEYS

    def offer_bodies(self, bodies: tuple[BodyRow, ...]) -> None:
        """Offer the issuing bodies, those that still stand first."""
        self._bodies = bodies
        options = [Option(body.id, body.name) for body in bodies]
        with QSignalBlocker(self):
            self.editors.issuing_body.offer(options)
            self.editors.joint_issuers.offer(options)

    def values(self) -> FormValues:
        """Return what stands in the form."""
        values = self.editors.values(is_historic=self._is_historic)
        if self._is_historic:
            return values
        unreadable = ("evidence",) if self.evidence.has_unreadable_date() else ()
        return replace(
            values,
            evidence=self.evidence.entries(),
            unreadable_dates=(*values.unreadable_dates, *unreadable),
        )

    def show_values(self, values: FormValues) -> None:
        """Show these values; nobody is told of a change."""
        with QSignalBlocker(self):
            self.editors.show_values(values)
            self.evidence.show_entries(values.evidence)

    def show_files(self, files: Sequence[PickedFile]) -> None:
        """Show the files chosen."""
        self.editors.files.show_files(files)

    def fill(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each field takes its own kind
        """Fill one field as if the person had typed it."""
        self.fields.show_values({name: value})
        self.fields.go_to(name)

    def has(self, name: str) -> bool:
        """Tell whether the form has a field of this name."""
        return name in PAPER_ORDER

    def own(self, name: str) -> None:
        """Show that the value is the person's own now: no mark, no problem until the next check."""
        if self.has(name):
            self.fields.show_marks({name: None})
            self.fields.clear_problem(name)
        elif name == "evidence":
            self._show_evidence_problem("")

    def first_of(self, problems: Sequence[Problem]) -> str:
        """Return the field of the first problem, in the order of the paper."""
        order = (*PAPER_ORDER, "evidence")
        return min((problem.field for problem in problems), key=order.index)

    def bring_into_sight(self, area: QScrollArea, name: str) -> None:
        """Scroll so that a field can be seen."""
        part = self.evidence_problem if name == "evidence" else self.fields.widget(name)
        area.ensureWidgetVisible(part, 0, _ROOM_AROUND)

    def clear(self) -> None:
        """Empty the form."""
        self.show_values(EMPTY)
        self.show_proposals({})
        self.show_problems([])
        self.show_files(())

    def show_proposals(self, proposals: dict[str, FieldProposal]) -> None:
        """Mark every field by how sure the program is of it; the others lose their mark."""
        marks: dict[str, Mark | None] = dict.fromkeys(PAPER_ORDER)
        marks |= {name: MARKS[one.confidence] for name, one in proposals.items()}
        self.fields.show_marks(marks)
        self.fields.show_reasons({name: one.reason for name, one in proposals.items()})

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show all problems beside their fields and go to the first."""
        evidence = "".join(one.message for one in problems if one.field == "evidence")
        self._show_evidence_problem(evidence)
        others = [one for one in problems if one.field != "evidence"]
        self.fields.show_problems(others)
        if evidence and not others:
            self.go_to_evidence()

    def go_to_evidence(self) -> None:
        """Let the person tick the first paper that is missing."""
        waiting = (line for line in self.evidence.lines.values() if not line.gate.isHidden())
        first = next(waiting, None)
        if first is not None:
            first.tick.setFocus()

    def show_gates(
        self, registration: Sequence[MissingGate], numbering: Sequence[MissingGate]
    ) -> None:
        """Mark which papers are missing."""
        self.evidence.show_gates(registration, numbering)

    def show_class_of_body(self) -> None:
        """Take the class of the document from the body chosen."""
        name = self.editors.issuing_body.currentText().strip()
        body = next((one for one in self._bodies if name in {one.name, one.short_name}), None)
        if body is not None:
            self.editors.document_class.setCurrentIndex(list(DocumentClass).index(body.body_class))

    def _show_evidence_problem(self, words: str) -> None:
        self.evidence_problem.setText(words)
        self.evidence_problem.setVisible(bool(words))
        self.evidence.summary.setVisible(not words)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.fields)
        layout.addSpacing(8)
        layout.addWidget(self._evidence_title)
        layout.addWidget(self.evidence_problem)
        layout.addWidget(self.evidence)
        layout.addStretch(1)

    def _connect(self) -> None:
        for name, signal in self.editors.change_signals():
            signal.connect(partial(self._say_changed, name))
        self.evidence.changed.connect(partial(self._say_changed, "evidence"))
        self.editors.joint_issuers.lead_wanted.connect(self._change_lead)
        self.fields.focused.connect(self._say_focused)
        for lines in (self.editors.joint_issuers.list, self.editors.relations.list):
            lines.grown.connect(self.fields.watch)

    def _change_lead(self, name: str) -> None:
        before = self.editors.issuing_body.currentText().strip()
        others = [before if one == name else one for one in self.editors.joint_issuers.value()]
        self.editors.issuing_body.setEditText(name)
        self.editors.joint_issuers.show_value([one for one in others if one])
        self.changed.emit("joint_issuers")

    def _say_changed(self, name: str, *_value: object) -> None:
        self.changed.emit(name)

    def _take_kind_of_title(self) -> None:
        """Propose the kind from a title typed by hand, once, and whether it is for trial."""
        title = self.editors.title.text()
        kind = kind_in(title)
        if not kind or self.editors.document_kind.currentText().strip():
            return
        self.editors.document_kind.setEditText(kind)
        self.fields.show_marks({"document_kind": Mark.CHECK})
        self.fields.show_reasons({"document_kind": _BY_TITLE})
        if is_trial_title(title):
            self.editors.flags["is_trial"].setChecked(True)
            self.fields.show_marks({"traits": Mark.CHECK})
            self.fields.show_reasons({"traits": _BY_TITLE})

    def _say_focused(self, name: str) -> None:
        if name != "title":
            self._take_kind_of_title()
        self.focused.emit(name)
