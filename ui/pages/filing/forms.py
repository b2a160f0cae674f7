"""What the steps of a filing ask: defects, the supplement that came, the review to open."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from models.domain.profile import Profile
from models.domain.records import DefectEntry, MaterialEntry
from models.domain.terms import ReviewTrigger
from models.queries.office import PersonRow
from resources.terms import name_of
from ui.parts.material_checklist import MaterialChecklist
from ui.parts.why_line import WhyLine
from ui.widgets.buttons import Button
from ui.widgets.date_field import DateField
from ui.widgets.field_form import Field, FieldForm
from ui.widgets.labels import Label
from ui.widgets.tokens import Tone
from ui.widgets.wheel_guard import WheelGuard

_LEAST_LINES = 3


class DefectForm(QWidget):
    """The defects to be mended, each with the rule it offends; empty lines do not count."""

    def __init__(self, defects: Sequence[DefectEntry], due: str, why: str) -> None:
        super().__init__()
        self.lines: list[tuple[QLineEdit, QLineEdit]] = []
        self.due = WhyLine()
        self.due.show_judgement(f"期限 {due}", Tone.PLAIN, why)
        add = Button("再写一项", "link", "plus")
        add.clicked.connect(self._add_empty)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for column, title in enumerate(("", "补正事项", "依据")):
            self._grid.addWidget(Label(title, "quiet"), 0, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._grid)
        layout.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.due)
        for defect in defects:
            self._add(defect)
        while len(self.lines) < _LEAST_LINES:
            self._add_empty()
        self.setFocusProxy(self.lines[0][0])

    def defects(self) -> tuple[DefectEntry, ...]:
        """Return the defects written."""
        written = ((one.text().strip(), rule.text().strip()) for one, rule in self.lines)
        return tuple(DefectEntry(one, rule) for one, rule in written if one or rule)

    def _add_empty(self) -> None:
        self._add(DefectEntry(""))

    def _add(self, defect: DefectEntry) -> None:
        row = len(self.lines) + 1
        one, rule = QLineEdit(defect.defect), QLineEdit(defect.rule)
        one.setAccessibleName(f"第{row}项补正事项")
        rule.setAccessibleName(f"第{row}项的依据")
        for line in (one, rule):
            line.setCursorPosition(0)
        self._grid.addWidget(Label(f"{row}.", "quiet"), row, 0)
        self._grid.addWidget(one, row, 1)
        self._grid.addWidget(rule, row, 2)
        self.lines.append((one, rule))


class SupplementForm(QWidget):
    """The day the supplement came, and the papers the filing has now."""

    def __init__(self, profile: Profile, came: Sequence[MaterialEntry], today: date) -> None:
        super().__init__()
        self.answered_date = DateField("补正日期")
        self.answered_date.show_value(today)
        self.materials = MaterialChecklist(profile)
        self.materials.show_entries(came)
        day = self.answered_date
        self.form = FieldForm(
            [Field("answered_date", "补正日期", day, day.value, day.show_value, is_required=True)]
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.form)
        layout.addWidget(Label("补正以后现有的材料", "heading"))
        layout.addWidget(self.materials)
        WheelGuard(self)


class ReviewForm(QWidget):
    """What sets the review going, and who reviews."""

    def __init__(self, reviewers: Sequence[PersonRow], login: str) -> None:
        super().__init__()
        self._reviewers = tuple(reviewers)
        self.trigger = QComboBox()
        self.trigger.addItems([name_of(trigger) for trigger in ReviewTrigger])
        self.reviewer = QComboBox()
        self.reviewer.addItems([person.name for person in reviewers])
        logins = [person.login for person in reviewers]
        self.reviewer.setCurrentIndex(logins.index(login) if login in logins else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            FieldForm(
                [
                    _choice("review_trigger", "审查方式", self.trigger),
                    _choice("reviewer", "审查员", self.reviewer),
                ]
            )
        )

    def chosen_trigger(self) -> ReviewTrigger:
        """Return what sets the review going."""
        return tuple(ReviewTrigger)[self.trigger.currentIndex()]

    def chosen_login(self) -> str:
        """Return the login of the reviewer."""
        return self._reviewers[self.reviewer.currentIndex()].login


def _choice(name: str, title: str, box: QComboBox) -> Field:
    return Field(name, title, box, box.currentIndex, box.setCurrentIndex, is_required=True)
