"""Which documents a cleanup is about: words, laws, units, time of issue, validity."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.domain.cleanup_campaign import ScopeFilter
from models.domain.terms import ValidityStatus
from resources.terms import name_of
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem

# People part words by commas, enumeration commas, semicolons or line breaks, in any width.
_BETWEEN = re.compile(r"[、，,；;\n]+")
_LINES = (
    ("title_words", "标题中的词", "例如：营商环境、招标投标。几个词用顿号分开，有一个就算"),
    ("cited_laws", "依据或者引用的法律法规", "例如：招标投标法"),
    ("text_words", "正文中的词", "例如：本地注册、指定机构"),
    ("unit_names", "实施（起草）单位", "写全称，几个单位用顿号分开"),
    ("issuing_body_names", "制定机关", "写全称，几个机关用顿号分开"),
)
_FROM, _TO, _DAY, _STATUS = "issued_from", "issued_to", "status_day", "statuses"
_USUAL = frozenset(
    {ValidityStatus.EFFECTIVE, ValidityStatus.AMENDED, ValidityStatus.NOT_YET_EFFECTIVE}
)


class ScopeForm(QWidget):
    """The filter as a form; ``changed`` says that it means something else now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, QLineEdit] = {}
        for key, _, example in _LINES:
            self.lines[key] = QLineEdit()
            self.lines[key].setPlaceholderText(example)
        self.days = {
            _FROM: DateField("印发日期从"),
            _TO: DateField("印发日期到"),
            _DAY: DateField("时效按哪一天"),
        }
        self.days[_DAY].line.setPlaceholderText("不填时是今天")
        self.statuses = {status: QCheckBox(name_of(status)) for status in ValidityStatus}
        for status, box in self.statuses.items():
            box.setChecked(status in _USUAL)
        self.form = FieldForm(self._fields())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        for line in self.lines.values():
            line.textChanged.connect(self._say_changed)
        for day in self.days.values():
            day.changed.connect(self._say_changed)
        for box in self.statuses.values():
            box.toggled.connect(self._say_changed)

    def is_readable(self) -> bool:
        """Tell whether the days can be read; say beside the field which cannot."""
        self.form.show_problems(
            [
                Problem(key, "请填写日期，写成 2026-03-02 的样子。")
                for key, day in self.days.items()
                if day.is_unreadable()
            ]
        )
        return not any(day.is_unreadable() for day in self.days.values())

    def scope(self) -> ScopeFilter:
        """Return the filter as it is written."""
        words = {key: _words(line.text()) for key, line in self.lines.items()}
        chosen = tuple(status for status, box in self.statuses.items() if box.isChecked())
        return ScopeFilter(
            title_words=words["title_words"],
            cited_laws=words["cited_laws"],
            text_words=words["text_words"],
            unit_names=words["unit_names"],
            issuing_body_names=words["issuing_body_names"],
            issued_from=self.days[_FROM].value(),
            issued_to=self.days[_TO].value(),
            statuses=() if len(chosen) == len(self.statuses) else chosen,
            status_day=self.days[_DAY].value(),
        )

    def _fields(self) -> list[Field]:
        boxes = QWidget()
        row = QHBoxLayout(boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box in self.statuses.values():
            row.addWidget(box)
        row.addStretch(1)
        boxes.setFocusProxy(next(iter(self.statuses.values())))
        lines = [
            Field(key, name, self.lines[key], self.lines[key].text, self.lines[key].setText)
            for key, name, _ in _LINES
        ]
        names = {_FROM: "印发日期从", _TO: "到", _DAY: "时效按哪一天"}
        days = {
            key: Field(key, names[key], day, day.value, day.show_value)
            for key, day in self.days.items()
        }
        status = Field(_STATUS, "时效", boxes, self.scope, self._tick)
        return [*lines, days[_FROM], days[_TO], status, days[_DAY]]

    def _tick(self, statuses: tuple[ValidityStatus, ...]) -> None:
        for status, box in self.statuses.items():
            box.setChecked(status in statuses)

    def _say_changed(self) -> None:
        self.changed.emit()


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in _BETWEEN.split(text) if word.strip())


def scope_words(scope: ScopeFilter) -> str:
    """Return a filter in words, for the list it was frozen into."""
    parts = [
        ("标题有", scope.title_words),
        ("依据或者引用", scope.cited_laws),
        ("正文有", scope.text_words),
        ("实施单位", scope.unit_names),
        ("制定机关", scope.issuing_body_names),
        ("时效", tuple(name_of(one) for one in scope.statuses)),
    ]
    found = [f"{name}{'、'.join(words)}" for name, words in parts if words]
    if scope.issued_from is not None:
        found.append(f"{scope.issued_from.isoformat()} 起印发")
    if scope.issued_to is not None:
        found.append(f"{scope.issued_to.isoformat()} 止印发")
    return "；".join(found) or "登记簿中全部本机关的文件"
