"""What the acts of a document's page ask for."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from models.domain.records import EvidenceEntry
from models.domain.terms import EvidenceKind, IssuanceKind
from resources.terms import name_of
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import ElidedLabel, WrappedLabel

_UNREADABLE = "请写成 2026-03-02 的样子。"


class ActForm(QWidget):
    """A sentence of what follows, and fields; ``problems`` says what is wrong with them."""

    def __init__(self, fields: Sequence[Field], consequence: str = "") -> None:
        super().__init__()
        self.fields = FieldForm(fields)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        if consequence:
            layout.addWidget(WrappedLabel(consequence, "quiet"))
        layout.addWidget(self.fields)

    def layout_below(self, part: QWidget) -> None:
        """Put something more below the fields."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(part)

    def problems(self) -> list[Problem]:
        """Return what must be mended before the act."""
        return []

    def is_sound(self) -> bool:
        """Show all problems beside their fields; tell whether there are none."""
        problems = self.problems()
        self.fields.show_problems(problems)
        return not problems


class IssuanceForm(ActForm):
    """Where and when a document was printed or published."""

    def __init__(self, kind: IssuanceKind, title: str, today: date, known: Sequence[str]) -> None:
        self.kind = kind
        self.medium = QComboBox()
        self.medium.setEditable(True)
        self.medium.addItems(list(known))
        self.medium.setEditText("")
        line = self.medium.lineEdit()
        if line is not None:
            line.setPlaceholderText("如：县人民政府公报、县人民政府门户网站")
        verb = name_of(kind)
        self.issued_date = DateField(f"{verb}日期")
        self.issued_date.show_value(today)
        follows = (
            f"《{title}》{verb}后，期限从{verb}日期起算，号码不能再作废。"
            if kind is IssuanceKind.PUBLISHED
            else f"《{title}》{verb}后，号码不能再作废。"
        )
        super().__init__(
            [
                Field(
                    "medium",
                    f"{verb}载体",
                    self.medium,
                    self.medium.currentText,
                    self.medium.setEditText,
                    is_required=True,
                ),
                Field(
                    "issued_date",
                    f"{verb}日期",
                    self.issued_date,
                    self.issued_date.value,
                    self.issued_date.show_value,
                    is_required=True,
                ),
            ],
            follows,
        )
        self._today = today

    def problems(self) -> list[Problem]:
        """A medium and a day that is not to come are needed."""
        found = []
        if not self.medium.currentText().strip():
            found.append(Problem("medium", f"请填写{name_of(self.kind)}载体。"))
        day = self.issued_date.value()
        if day is None:
            found.append(Problem("issued_date", _UNREADABLE))
        elif day > self._today:
            found.append(Problem("issued_date", "日期晚于今天，请核对。"))
        return found


class FileField(QWidget):
    """One file, chosen or left out; ``chosen`` names the one just chosen."""

    chosen = Signal(Path)

    def __init__(self, question: str = "选择材料的文件") -> None:
        super().__init__()
        self._question = question
        self.place: Path | None = None
        self.name = ElidedLabel("没有附文件", "quiet")
        self.choose = Button("选择文件…")
        self.choose.clicked.connect(self._ask)
        self.setFocusProxy(self.choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.choose)

    def value(self) -> Path | None:
        """Return the file."""
        return self.place

    def show_value(self, place: Path | None) -> None:
        """Show a file."""
        self.place = place
        self.name.setText(place.name if place else "没有附文件")

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self._question)
        if name:
            self.show_value(Path(name))
            self.chosen.emit(Path(name))


class EvidenceForm(ActForm):
    """One paper of the procedure."""

    def __init__(self, kind: EvidenceKind) -> None:
        self.kind = QComboBox()
        self.kind.addItems([name_of(one) for one in EvidenceKind])
        self.kind.setCurrentIndex(list(EvidenceKind).index(kind))
        self.start = DateField("开始日期")
        self.end = DateField("结束日期")
        self.result = QLineEdit()
        self.reference = QLineEdit()
        self.note = QLineEdit()
        self.file = FileField()
        dates = (("start_date", "开始日期", self.start), ("end_date", "结束日期", self.end))
        lines = (
            ("result", "结果", self.result),
            ("reference", "文号、会议届次", self.reference),
            ("note", "说明", self.note),
        )
        super().__init__(
            [
                Field("kind", "材料", self.kind, self.kind.currentIndex, self.kind.setCurrentIndex),
                *(Field(name, title, day, day.value, day.show_value) for name, title, day in dates),
                *(Field(name, title, line, line.text, line.setText) for name, title, line in lines),
                Field("file", "附件", self.file, self.file.value, self.file.show_value),
            ]
        )

    def problems(self) -> list[Problem]:
        """Dates that stand there must be dates, in their order."""
        days = {"start_date": self.start, "end_date": self.end}
        found = [Problem(name, _UNREADABLE) for name, day in days.items() if day.is_unreadable()]
        start, end = self.start.value(), self.end.value()
        if start is not None and end is not None and end < start:
            found.append(Problem("end_date", "结束日期早于开始日期，请核对。"))
        return found

    def entry(self) -> EvidenceEntry:
        """Return the evidence."""
        return EvidenceEntry(
            list(EvidenceKind)[self.kind.currentIndex()],
            self.start.value(),
            self.end.value(),
            self.result.text().strip(),
            self.reference.text().strip(),
            self.note.text().strip(),
        )


class NumberForm(ActForm):
    """The number a document from the past has on paper."""

    def __init__(self) -> None:
        self.number = QLineEdit()
        super().__init__(
            [
                Field(
                    "number",
                    "统一登记号",
                    self.number,
                    self.number.text,
                    self.number.setText,
                    is_required=True,
                )
            ],
            "照纸面原样录入。补录的号码不占用现行编号。",
        )

    def problems(self) -> list[Problem]:
        """A number is needed."""
        missing = not self.number.text().strip()
        return [Problem("number", "请照纸面填写号码。")] if missing else []
