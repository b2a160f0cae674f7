"""The editors of the registration form as a table of fields, in the order of the paper."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from models.domain.terms import DocumentClass
from resources.terms import name_of
from review.extraction.vocabulary import vocabulary
from ui.pages.registration.form_values import FormValues
from ui.pages.registration.list_fields import FilesField, IssuersField, RelationsField
from ui.parts.validity_field import ValidityField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field
from ui.widgets.two_line_edit import TwoLineEdit

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
HISTORIC_ONLY = frozenset({"historic_number", "published_date"})
_FLAGS = {
    "is_trial": "试行或者暂行",
    "is_market_related": "涉及市场主体经济活动",
    "has_major_effect": "对公民、法人权利义务有重大影响",
}
PAPER_ORDER = (
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


class FormEditors:
    """One editor for each field, and how it is read and filled."""

    def __init__(self) -> None:
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
        self._fill_boxes()

    def fields(self) -> list[Field]:
        """Return the fields in the order of the paper."""
        fields = {field.name: field for field in self._fields()}
        return [fields[name] for name in PAPER_ORDER]

    def values(self, *, is_historic: bool) -> FormValues:
        """Return what stands in the fields that are shown."""
        lines, dates = (
            _shown(parts, is_historic=is_historic) for parts in (self.lines, self.dates)
        )
        unreadable = [name for name, day in dates.items() if day.is_unreadable()]
        if self.validity_term.is_unfinished():
            unreadable.append("validity_term")
        return FormValues(
            title=self.title.text(),
            issuing_body=self.issuing_body.currentText().strip(),
            joint_issuers=self.joint_issuers.value(),
            document_class=list(DocumentClass)[self.document_class.currentIndex()],
            document_kind=self.document_kind.currentText().strip(),
            validity_term=self.validity_term.value(),
            relations=self.relations.value(),
            unreadable_dates=tuple(unreadable),
            **{name: line.text().strip() for name, line in lines.items()},
            **{name: day.value() for name, day in dates.items()},
            is_trial=self.flags["is_trial"].isChecked(),
            is_market_related=self.flags["is_market_related"].isChecked(),
            has_major_effect=self.flags["has_major_effect"].isChecked(),
        )

    def show_values(self, values: FormValues) -> None:
        """Show these values."""
        self.title.set_text(values.title)
        self.issuing_body.setEditText(values.issuing_body)
        self.issuing_body.line.setCursorPosition(0)
        self.joint_issuers.show_value(values.joint_issuers)
        self.document_class.setCurrentIndex(list(DocumentClass).index(values.document_class))
        self.document_kind.setEditText(values.document_kind)
        self.validity_term.show_value(values.validity_term)
        self.relations.show_value(values.relations)
        for name, line in self.lines.items():
            line.setText(getattr(values, name))
            line.setCursorPosition(0)
        for name, day in self.dates.items():
            day.show_value(getattr(values, name))
        for name, box in self.flags.items():
            box.setChecked(getattr(values, name))

    def change_signals(self) -> Iterable[tuple[str, Any]]:
        """Return the signal by which each field tells that it was changed."""
        yield "title", self.title.textChanged
        yield "issuing_body", self.issuing_body.changed
        yield "joint_issuers", self.joint_issuers.changed
        yield "document_class", self.document_class.currentIndexChanged
        yield "document_kind", self.document_kind.currentTextChanged
        yield "validity_term", self.validity_term.changed
        yield "relations", self.relations.changed
        for box in self.flags.values():
            yield "traits", box.toggled
        for name, line in self.lines.items():
            yield name, line.textChanged
        for name, day in self.dates.items():
            yield name, day.changed

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


def _list(name: str, title: str, part: IssuersField | RelationsField) -> Field:
    return Field(name, title, part, part.value, part.show_value)


def _nothing() -> None:
    return None


def _ignore(_value: object) -> None:
    return None


def _shown(parts: dict[str, Any], *, is_historic: bool) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if is_historic or name not in HISTORIC_ONLY}
