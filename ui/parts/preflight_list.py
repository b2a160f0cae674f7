"""What was found before a letter is issued: each with its place and a tick once looked at."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from review.letters.preflight.findings import Finding
from ui.widgets.buttons import Button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.tokens import Tone

_CHECKING = "正在检查……"
_NOT_WHOLE = "下面有栏目没有填写完整，填好以后再排版、检查。"
_CLEAN = "发文前检查没有发现问题。"
_SERIOUS = "有 {count} 处必须改，改好以后才能发出。"
_TO_SEE = "有 {count} 处请核对，核对无误的逐项勾选，全部勾选后可以发出。"


class PreflightList(QFrame):
    """The findings of one letter.

    ``settled`` says whether nothing stands against the letter any more, whenever that changes;
    ``jump_wanted`` gives the place of a finding that a person wants to go to.
    """

    settled = Signal(bool)
    jump_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("发文前检查")
        self.headline = Label("发文前检查", "name")
        self.summary = WrappedLabel("", "quiet")
        self.ticks: dict[Finding, QCheckBox] = {}
        self._looked: set[Finding] = set()
        self._findings: tuple[Finding, ...] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(6)
        layout.addWidget(self.headline)
        layout.addWidget(self.summary)
        layout.addLayout(self._lines)

    @property
    def is_settled(self) -> bool:
        """Whether the letter was checked and nothing stands against it."""
        found = self._findings
        return found is not None and not any(
            one.is_serious or one not in self._looked for one in found
        )

    def looked_at(self) -> tuple[str, ...]:
        """Return the codes of the findings that were ticked."""
        return tuple(one.code for one in self._findings or () if one in self._looked)

    def begin(self) -> None:
        """Say that the letter is being checked; what was ticked stays ticked."""
        self._findings = None
        self.summary.setText(_CHECKING)
        self.settled.emit(self.is_settled)

    def hold(self) -> None:
        """Say that the letter is not whole and so neither drawn nor checked."""
        self._findings = None
        self.summary.setText(_NOT_WHOLE)
        self.settled.emit(self.is_settled)

    def forget(self) -> None:
        """Forget what was ticked: another letter comes."""
        self._looked.clear()
        self._findings = None
        self._clear()

    def show_findings(self, findings: Sequence[Finding], places: Sequence[str]) -> None:
        """Show what was found; findings at one of these places of the form lead there."""
        self._findings = tuple(findings)
        self._looked &= set(findings)
        self._clear()
        for one in findings:
            self._lines.addWidget(self._line(one, can_jump=_root(one.place) in places))
        self._summarise()
        self.settled.emit(self.is_settled)

    def _summarise(self) -> None:
        found = self._findings or ()
        serious = sum(one.is_serious for one in found)
        open_ones = sum(not one.is_serious and one not in self._looked for one in found)
        words = [_SERIOUS.format(count=serious)] if serious else []
        words += [_TO_SEE.format(count=open_ones)] if open_ones else []
        self.summary.setText("".join(words) or (_CLEAN if not found else "各项都已核对。"))

    def _line(self, one: Finding, *, can_jump: bool) -> QWidget:
        line = QFrame()
        line.setObjectName("Card")
        tone = Tone.LATE if one.is_serious else Tone.WAIT
        line.setProperty("tone", tone.value)
        mark = IconLabel(tone.value)
        mark.setProperty("ink", tone.value)
        head = QHBoxLayout()
        head.addWidget(mark)
        head.addWidget(Label("必须改" if one.is_serious else "请核对", "name"), 1)
        if can_jump:
            jump = Button("到该项", "link")
            jump.setAccessibleName(f"到该项：{one.words}")
            jump.clicked.connect(partial(self._jump, one.place))
            head.addWidget(jump)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(WrappedLabel(one.words))
        if not one.is_serious:
            layout.addWidget(self._tick(one))
        return line

    def _tick(self, one: Finding) -> QCheckBox:
        tick = QCheckBox("已核对")
        tick.setAccessibleName(f"已核对：{one.words}")
        tick.setChecked(one in self._looked)
        tick.toggled.connect(partial(self._take_tick, one))
        self.ticks[one] = tick
        return tick

    def _take_tick(self, one: Finding, is_ticked: bool) -> None:  # noqa: FBT001 -- as Qt calls it
        if is_ticked:
            self._looked.add(one)
        else:
            self._looked.discard(one)
        self._summarise()
        self.settled.emit(self.is_settled)

    def _jump(self, place: str, _checked: object = None) -> None:
        self.jump_wanted.emit(place)

    def _clear(self) -> None:
        self.ticks.clear()
        self.summary.setText("")
        while (item := self._lines.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()


def _root(place: str) -> str:
    """Return the field of the letter that a place lies in."""
    return place.partition("[")[0].partition(".")[0]
