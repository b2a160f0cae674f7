"""The registration form as a table of fields, in the order of the paper 登记表."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.domain.gates import MissingGate
from models.domain.terms import DocumentClass
from models.queries.bodies import BodyRow
from resources.terms import name_of
from review.extraction.proposal import Confidence
from review.extraction.vocabulary import vocabulary
from ui.pages.registration.evidence_list import EvidenceList
from ui.pages.registration.form_values import EMPTY, FormValues, PickedFile
from ui.pages.registration.list_fields import FilesField, IssuersField, RelationsField
from ui.pages.registration.proposed import FieldProposal
from ui.parts.validity_field import ValidityField
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Mark, Problem
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.two_line_edit import TwoLineEdit

_MARKS = {
    Confidence.CERTAIN: Mark.SURE,
    Confidence.CHECK: Mark.CHECK,
    Confidence.MISSING: Mark.MISSING,
}
_LINES = {
    "document_number": "发文字号",
    "historic_number": "统一登记号",
    "drafting_unit": "起草单位",
    "addressee": "主送机关",
    "signer": "签发人",
    "early_effect_reason": "提前施行理由",
    "interpretation_body": "解释机关",
    "site_index_number": "索引号",
}
_DATES = {
    "signed_date": "签发日期",
    "adopted_date": "成文日期",
    "published_date": "公布日期",
    "effective_date": "施行日期",
}
_ROOM_AROUND = 80
_HISTORIC_ONLY = frozenset({"historic_number", "published_date"})
_FLAGS = {
    "is_trial": "试行或者暂行",
    "is_market_related": "涉及市场主体经济活动",
    "has_major_effect": "对公民、法人权利义务有重大影响",
}
_PAPER_ORDER = (
    "title",
    "issuing_body",
    "joint_issuers",
    "document_number",
    "historic_number",
    "document_class",
    "document_kind",
    "traits",
    "drafting_unit",
    "addressee",
    "signer",
    "signed_date",
    "adopted_date",
    "published_date",
    "effective_date",
    "early_effect_reason",
    "validity_term",
    "interpretation_body",
    "site_index_number",
    "relations",
    "files",
)
# The initial of a field's pinyin, pressed while words of the text are selected, fills it.
FIELD_KEYS = {
    "title": ("M", "文件名称"),
    "issuing_body": ("J", "制定机关"),
    "document_number": ("H", "发文字号"),
    "document_kind": ("Z", "文种"),
    "drafting_unit": ("Q", "起草单位"),
    "addressee": ("S", "主送机关"),
    "signer": ("F", "签发人"),
    "signed_date": ("D", "签发日期"),
    "adopted_date": ("C", "成文日期"),
    "effective_date": ("X", "施行日期"),
    "early_effect_reason": ("T", "提前施行理由"),
    "validity_term": ("Y", "有效期"),
    "interpretation_body": ("K", "解释机关"),
}
HISTORIC_KEYS = {"historic_number": ("U", "统一登记号"), "published_date": ("G", "公布日期")}


class RegistrationForm(QWidget):
    """All fields; ``changed`` names the field changed, ``focused`` the one come to."""

    changed = Signal(str)
    focused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TwoLineEdit("文件名称")
        self.issuing_body = ChoiceField("制定机关")
        self.joint_issuers = IssuersField()
        self.document_class = QComboBox()
        self.document_kind = QComboBox()
        self.flags = {name: QCheckBox(title) for name, title in _FLAGS.items()}
        self.lines = {name: QLineEdit() for name in _LINES}
        self.dates = {name: DateField(title) for name, title in _DATES.items()}
        self.validity_term = ValidityField("有效期")
        self.relations = RelationsField()
        self.files = FilesField()
        self.evidence = EvidenceList()
        self.evidence_problem = WrappedLabel("", "problem")
        self._bodies: tuple[BodyRow, ...] = ()
        self._is_historic = False
        self._fill_boxes()
        fields = {field.name: field for field in self._fields()}
        self.fields = FieldForm([fields[name] for name in _PAPER_ORDER])
        self._evidence_title = Label("程序材料", "heading")
        self._lay_out()
        self._connect()
        self.be_historic(is_historic=False)

    def be_historic(self, *, is_historic: bool) -> None:
        """Show the fields of a document from the past, or those of a new one."""
        self._is_historic = is_historic
        for name in _HISTORIC_ONLY:
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
            self.issuing_body.offer(options)
            self.joint_issuers.offer(options)

    def values(self) -> FormValues:
        """Return what stands in the form."""
        return FormValues(
            title=self.title.text(),
            issuing_body=self.issuing_body.currentText().strip(),
            joint_issuers=self.joint_issuers.value(),
            document_class=list(DocumentClass)[self.document_class.currentIndex()],
            document_kind=self.document_kind.currentText().strip(),
            validity_term=self.validity_term.value(),
            relations=self.relations.value(),
            evidence=() if self._is_historic else self.evidence.entries(),
            unreadable_dates=tuple(self._unreadable()),
            **{name: line.text().strip() for name, line in self._shown(self.lines)},
            **{name: day.value() for name, day in self._shown(self.dates)},
            is_trial=self.flags["is_trial"].isChecked(),
            is_market_related=self.flags["is_market_related"].isChecked(),
            has_major_effect=self.flags["has_major_effect"].isChecked(),
        )

    def show_values(self, values: FormValues) -> None:
        """Show these values; nobody is told of a change."""
        with QSignalBlocker(self):
            self.title.set_text(values.title)
            self.issuing_body.setEditText(values.issuing_body)
            self.issuing_body.line.setCursorPosition(0)
            self.joint_issuers.show_value(values.joint_issuers)
            self.document_class.setCurrentIndex(list(DocumentClass).index(values.document_class))
            self.document_kind.setEditText(values.document_kind)
            self.validity_term.show_value(values.validity_term)
            self.relations.show_value(values.relations)
            self.evidence.show_entries(values.evidence)
            for name, line in self.lines.items():
                line.setText(getattr(values, name))
                line.setCursorPosition(0)
            for name, day in self.dates.items():
                day.show_value(getattr(values, name))
            for name, box in self.flags.items():
                box.setChecked(getattr(values, name))

    def show_files(self, files: Sequence[PickedFile]) -> None:
        """Show the files chosen."""
        self.files.show_files(files)

    def fill(self, name: str, value: Any) -> None:  # noqa: ANN401 -- each field takes its own kind
        """Fill one field as if the person had typed it."""
        self.fields.show_values({name: value})
        self.fields.go_to(name)

    def has(self, name: str) -> bool:
        """Tell whether the form has a field of this name."""
        return name in _PAPER_ORDER

    def own(self, name: str) -> None:
        """Show that the value is the person's own now: no mark, no problem until the next check."""
        if self.has(name):
            self.fields.show_marks({name: None})
            self.fields.clear_problem(name)
        elif name == "evidence":
            self._show_evidence_problem("")

    def first_of(self, problems: Sequence[Problem]) -> str:
        """Return the field of the first problem, in the order of the paper."""
        order = (*_PAPER_ORDER, "evidence")
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
        marks: dict[str, Mark | None] = dict.fromkeys(_PAPER_ORDER)
        marks |= {name: _MARKS[one.confidence] for name, one in proposals.items()}
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
        name = self.issuing_body.currentText().strip()
        body = next((one for one in self._bodies if one.name == name), None)
        if body is not None:
            self.document_class.setCurrentIndex(list(DocumentClass).index(body.body_class))

    def _show_evidence_problem(self, words: str) -> None:
        self.evidence_problem.setText(words)
        self.evidence_problem.setVisible(bool(words))
        self.evidence.summary.setVisible(not words)

    def _fields(self) -> list[Field]:
        traits = QWidget()
        column = QVBoxLayout(traits)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        for box in self.flags.values():
            column.addWidget(box)
        traits.setFocusProxy(next(iter(self.flags.values())))
        body, kind, klass = self.issuing_body, self.document_kind, self.document_class
        return [
            Field(
                "title",
                "文件名称",
                self.title,
                self.title.text,
                self.title.set_text,
                is_required=True,
            ),
            Field(
                "issuing_body",
                "制定机关",
                body,
                body.currentText,
                body.setEditText,
                is_required=True,
            ),
            _list("joint_issuers", "联合机关", self.joint_issuers),
            Field("document_class", "文件类别", klass, klass.currentIndex, klass.setCurrentIndex),
            Field("document_kind", "文种", kind, kind.currentText, kind.setEditText),
            Field("traits", "性质", traits, _nothing, _ignore),
            Field(
                "validity_term",
                "有效期",
                self.validity_term,
                self.validity_term.value,
                self.validity_term.show_value,
            ),
            _list("relations", "相关文件", self.relations),
            Field("files", "文件和附件", self.files, _nothing, _ignore),
            *(
                Field(name, title, line, line.text, line.setText)
                for (name, title), line in zip(_LINES.items(), self.lines.values(), strict=True)
            ),
            *(
                Field(name, title, day, day.value, day.show_value)
                for (name, title), day in zip(_DATES.items(), self.dates.values(), strict=True)
            ),
        ]

    def _fill_boxes(self) -> None:
        self.document_class.addItems([name_of(one) for one in DocumentClass])
        self.document_kind.setEditable(True)
        self.document_kind.addItems(list(vocabulary().document_kinds))
        self.document_kind.setEditText("")

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
        for name, signal in self._change_signals():
            signal.connect(partial(self._say_changed, name))
        self.joint_issuers.lead_wanted.connect(self._change_lead)
        self.fields.focused.connect(self._say_focused)

    def _change_signals(self) -> Iterable[tuple[str, Any]]:
        yield "title", self.title.textChanged
        yield "issuing_body", self.issuing_body.changed
        yield "joint_issuers", self.joint_issuers.changed
        yield "document_class", self.document_class.currentIndexChanged
        yield "document_kind", self.document_kind.currentTextChanged
        yield "validity_term", self.validity_term.changed
        yield "relations", self.relations.changed
        yield "evidence", self.evidence.changed
        for box in self.flags.values():
            yield "traits", box.toggled
        for name, line in self.lines.items():
            yield name, line.textChanged
        for name, day in self.dates.items():
            yield name, day.changed

    def _change_lead(self, name: str) -> None:
        before = self.issuing_body.currentText().strip()
        others = [before if one == name else one for one in self.joint_issuers.value()]
        self.issuing_body.setEditText(name)
        self.joint_issuers.show_value([one for one in others if one])
        self.changed.emit("joint_issuers")

    def _unreadable(self) -> Iterable[str]:
        yield from (name for name, day in self._shown(self.dates) if day.is_unreadable())
        if self.validity_term.is_unfinished():
            yield "validity_term"
        if not self._is_historic and self.evidence.has_unreadable_date():
            yield "evidence"

    def _shown(self, parts: dict[str, Any]) -> list[tuple[str, Any]]:
        return [
            (name, part)
            for name, part in parts.items()
            if self._is_historic or name not in _HISTORIC_ONLY
        ]

    def _say_changed(self, name: str, *_value: object) -> None:
        self.changed.emit(name)

    def _say_focused(self, name: str) -> None:
        self.focused.emit(name)


def _list(name: str, title: str, part: IssuersField | RelationsField) -> Field:
    return Field(name, title, part, part.value, part.show_value)


def _nothing() -> None:
    return None


def _ignore(_value: object) -> None:
    return None
