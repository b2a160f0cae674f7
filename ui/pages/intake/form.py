"""The fields of the intake form: how the filing came, and the facts of its document."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.profile import Profile
from resources.terms import RECEIVED_WAYS, names_in
from ui.pages.intake.view_model import FiledFacts, IntakeOffice
from ui.parts.field_proposals import MARKS, FieldProposal
from ui.parts.material_checklist import MaterialChecklist
from ui.parts.validity_field import ValidityField
from ui.widgets.choice_field import ChoiceField, Option
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Mark, Problem
from ui.widgets.labels import Label

_REQUIRED = {
    "filing_body": "请选择报送机关",
    "received_date": "请填写收到日期",
    "received_way": "请填写收件方式",
    "title": "请填写文件名称",
    "issuing_body": "请选择制定机关",
}
_UNKNOWN_BODY = "名册里没有这个机关，请从列表中选择，或者先在设置里录入"
_NOT_A_DATE = "日期读不出来，请写成 2026-03-02 的样子"
_DATES = ("received_date", "adopted_date", "published_date", "effective_date")
_BODIES = ("filing_body", "issuing_body")


class IntakeForm(QWidget):
    """Two groups of fields and the checklist of papers."""

    changed = Signal()
    focused = Signal(str)

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filing_body = ChoiceField("报送机关")
        self.received_date = DateField("收到日期")
        self.received_way = QComboBox()
        way = QLineEdit()
        way.setPlaceholderText("选择或者填写")
        self.received_way.setLineEdit(way)
        self.received_way.addItems(names_in(RECEIVED_WAYS))
        self.filing_report_number = QLineEdit()
        self.title = QLineEdit()
        self.document_number = QLineEdit()
        self.issuing_body = ChoiceField("制定机关")
        self.document_kind = QLineEdit()
        self.adopted_date = DateField("成文日期")
        self.published_date = DateField("公布日期")
        self.effective_date = DateField("施行日期")
        self.validity_term = ValidityField("有效期")
        self.materials = MaterialChecklist(profile)
        filing, document = self._filing_fields(), self._document_fields()
        self._widgets = {field.name: field.widget for field in (*filing, *document)}
        self.filing, self.document = FieldForm(filing), FieldForm(document)
        self._forms = (self.filing, self.document)
        self._lay_out()
        self._connect()

    def offer(self, office: IntakeOffice) -> None:
        """Offer the bodies and begin with today."""
        options = [Option(body.id, body.name) for body in office.bodies]
        self.filing_body.offer(options)
        self.issuing_body.offer(options)

    def show_values(self, values: dict[str, Any]) -> None:
        """Fill the fields named."""
        for form in self._forms:
            known = form.read()
            form.show_values({name: one for name, one in values.items() if name in known})

    def take_known(self, title: str, document_number: str) -> None:
        """Show that the document's record is known: only how it came is asked."""
        self.document.show_problems([])
        self.document.show_marks(dict.fromkeys(self.document.read()))
        self.document.show_values({"title": title, "document_number": document_number})
        self.document.setEnabled(False)

    def show_proposals(self, proposals: Mapping[str, FieldProposal]) -> None:
        """Mark the values of the document by how sure they are, and say why."""
        marks: dict[str, Mark | None] = dict.fromkeys(self.document.read())
        marks |= {name: MARKS[one.confidence] for name, one in proposals.items()}
        self.document.show_marks(marks)
        self.document.show_reasons({name: one.reason for name, one in proposals.items()})

    def clear(self) -> None:
        """Empty every field."""
        for form in self._forms:
            form.show_values({name: self._empty(name) for name in form.read()})
            form.show_marks(dict.fromkeys(form.read()))
            form.show_problems([])
        self.materials.show_entries(())

    def read(self) -> FiledFacts | None:
        """Return what stands in the form; None when problems stand beside the fields."""
        problems = self._problems()
        self.show_problems(problems)
        if problems:
            return None
        values = self.filing.read() | self.document.read()
        bodies = {f"{name}_id": values.pop(name) for name in _BODIES}
        return FiledFacts(materials=self.materials.entries(), **bodies, **values)

    def show_problems(self, problems: list[Problem]) -> None:
        """Show problems beside their fields and go to the first."""
        for form in reversed(self._forms):
            known = form.read()
            form.show_problems([problem for problem in problems if problem.field in known])

    def widget(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._widgets[name]

    def has_field(self, name: str) -> bool:
        """Tell whether the form has a field of this name."""
        return name in self._widgets

    def _filing_fields(self) -> list[Field]:
        number = self.filing_report_number
        way = self.received_way
        return [
            _body("filing_body", "报送机关", self.filing_body),
            _date("received_date", "收到日期", self.received_date, is_required=True),
            Field(
                "received_way",
                "收件方式",
                way,
                way.currentText,
                way.setEditText,
                is_required=True,
            ),
            _line("filing_report_number", "报备文号", number),
        ]

    def _document_fields(self) -> list[Field]:
        term = self.validity_term
        return [
            _line("title", "文件名称", self.title, is_required=True),
            _line("document_number", "发文字号", self.document_number),
            _body("issuing_body", "制定机关", self.issuing_body),
            _line("document_kind", "文种", self.document_kind),
            _date("adopted_date", "成文日期", self.adopted_date),
            _date("published_date", "公布日期", self.published_date),
            _date("effective_date", "施行日期", self.effective_date),
            Field("validity_term", "有效期", term, term.value, term.show_value),
        ]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label("报送情况", "heading"))
        layout.addWidget(self.filing)
        layout.addSpacing(8)
        layout.addWidget(Label("报送的文件", "heading"))
        layout.addWidget(self.document)
        layout.addSpacing(8)
        layout.addWidget(Label("报备材料", "heading"))
        layout.addWidget(self.materials)
        layout.addStretch(1)

    def _connect(self) -> None:
        signals = {
            "filing_body": self.filing_body.changed,
            "issuing_body": self.issuing_body.changed,
            "received_way": self.received_way.currentTextChanged,
            "filing_report_number": self.filing_report_number.textChanged,
            "title": self.title.textChanged,
            "document_number": self.document_number.textChanged,
            "document_kind": self.document_kind.textChanged,
            "received_date": self.received_date.changed,
            "adopted_date": self.adopted_date.changed,
            "published_date": self.published_date.changed,
            "effective_date": self.effective_date.changed,
            "validity_term": self.validity_term.changed,
        }
        for name, signal in signals.items():
            signal.connect(partial(self._take_change, name))
        self.materials.changed.connect(self._say_changed)
        for form in self._forms:
            form.focused.connect(self._say_focused)

    def _problems(self) -> list[Problem]:
        values = self.filing.read() | self.document.read()
        problems = [
            Problem(name, words) for name, words in _REQUIRED.items() if values[name] in {None, ""}
        ]
        bodies = {"filing_body": self.filing_body, "issuing_body": self.issuing_body}
        found = {name: _UNKNOWN_BODY for name, body in bodies.items() if body.is_unknown()}
        days = {name: self._widgets[name] for name in _DATES}
        found |= {
            name: _NOT_A_DATE
            for name, day in days.items()
            if isinstance(day, DateField) and day.is_unreadable()
        }
        if self.validity_term.is_unfinished():
            found["validity_term"] = _NOT_A_DATE
        clear = [problem for problem in problems if problem.field not in found]
        asked = self.filing.read() if not self.document.isEnabled() else values
        every = [Problem(name, words) for name, words in found.items()] + clear
        return [problem for problem in every if problem.field in asked]

    def _empty(self, name: str) -> object:
        return None if name in {*_BODIES, *_DATES, "validity_term"} else ""

    def _take_change(self, name: str, *_value: object) -> None:
        """What the person has changed is the person's own: it loses its mark."""
        if name in self.document.read():
            self.document.show_marks({name: None})
        self._say_changed()

    def _say_changed(self) -> None:
        self.changed.emit()

    def _say_focused(self, name: str) -> None:
        self.focused.emit(name)


def _line(name: str, title: str, line: QLineEdit, *, is_required: bool = False) -> Field:
    def read() -> str:
        return line.text().strip()

    return Field(name, title, line, read, line.setText, is_required)


def _date(name: str, title: str, day: DateField, *, is_required: bool = False) -> Field:
    return Field(name, title, day, day.value, day.show_value, is_required)


def _body(name: str, title: str, choice: ChoiceField) -> Field:
    return Field(name, title, choice, choice.value, choice.show_value, is_required=True)
