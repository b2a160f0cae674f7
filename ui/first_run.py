"""The first day: a register is founded by answering, one is opened, or the sample is shown."""

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from models.errors import AppError
from models.profiles import available_profiles
from models.register import Register, open_register
from ui.feedback.error_panel import ErrorPanel
from ui.feedback.progress_strip import ProgressStrip
from ui.founding import found_office
from ui.sample_register import build_sample
from ui.tasks.runner import Runner
from ui.tasks.ticket import Progress
from ui.widgets.buttons import Button
from ui.widgets.field_form import Field, FieldForm, Problem
from ui.widgets.labels import Label, WrappedLabel
from ui.widgets.scrolled import scrolled

_WIDTH = 680
_KEYS = "Ctrl+Return"
_ROOM_FOR_TITLE_BAR = 40
_ABOUT = "登记簿是本机上的一个文件夹，全部记录、原件和文书都在里面。请不要放在网络盘或者同步盘上。"
_OPTIONAL = frozenset({"region", "level"})


class FirstRun(QDialog):
    """Three ways to begin: open a register, look at the sample, or found a new one."""

    def __init__(self, folder: Path, runner: Runner, refusal: AppError | None = None) -> None:
        super().__init__()
        self.setWindowTitle("规范性文件登记审查工作台")
        self.setMinimumWidth(_WIDTH)
        self.register: Register | None = None
        self._runner = runner
        self._sample = folder.with_name("sample")
        self.error = ErrorPanel()
        self.progress = ProgressStrip()
        self.office, self.administrator, self.clerk = QLineEdit(), QLineEdit(), QLineEdit()
        self.region, self.level = QLineEdit(), QLineEdit()
        self.profile = QComboBox()
        for summary in available_profiles():
            self.profile.addItem(summary.name, summary.id)
        self.folder = QLineEdit(str(folder))
        self.choose_folder = Button("选择…", "quiet", "folder")
        self.form = FieldForm(self._fields())
        self.other = Button("打开已有登记簿", "quiet", "folder")
        self.sample = Button("打开示例登记簿", "quiet", "document")
        self.found = Button("建立登记簿", "primary")
        self.found.setShortcut(_KEYS)
        self.found.setToolTip(f"建立登记簿（{_KEYS}）")
        self._say_examples()
        self._lay_out()
        self._connect()
        if refusal is not None:
            self.error.show_error(refusal)

    def ask(self) -> Register | None:
        """Show the ways and return the register founded or opened, or None."""
        self.exec()
        return self.register

    def open_folder(self, folder: Path) -> None:
        """Open the register in a folder, or say why not."""
        try:
            self.register = open_register(folder)
        except AppError as refusal:
            self.error.show_error(refusal)
        else:
            self.accept()

    def _say_examples(self) -> None:
        self.office.setPlaceholderText("例如 云溪县司法局")
        self.clerk.setPlaceholderText("单位只有一人使用时，与管理员填同一姓名")
        self.region.setPlaceholderText("例如 YX，可以以后再填")
        self.level.setPlaceholderText("例如 DR，可以以后再填")

    def _fields(self) -> list[Field]:
        place = QWidget()
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.folder, 1)
        line.addWidget(self.choose_folder)
        place.setFocusProxy(self.folder)
        profile = self.profile
        return [
            _line("office", "单位名称", self.office),
            Field("profile", "适用规则", profile, profile.currentData, profile.setCurrentText),
            _line("region", "区划代码字母", self.region),
            _line("level", "层级代码", self.level),
            _line("administrator", "管理员姓名", self.administrator),
            _line("clerk", "登记员姓名", self.clerk),
            Field(
                "folder",
                "数据文件夹",
                place,
                self.folder.text,
                self.folder.setText,
                is_required=True,
            ),
        ]

    def _lay_out(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label("规范性文件登记审查工作台", "title"))
        layout.addWidget(WrappedLabel(_ABOUT, "quiet"))
        layout.addWidget(self.error)
        layout.addWidget(_way("已经用过本程序", "选择登记簿所在的文件夹。", self.other))
        layout.addWidget(
            _way("先看看样子", "云溪县是虚构的，怎样操作都不影响您的登记簿。", self.sample)
        )
        layout.addWidget(self.progress)
        new = QFrame()
        new.setObjectName("Paper")
        inside = QVBoxLayout(new)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(Label("新建登记簿", "heading"))
        inside.addWidget(WrappedLabel("适用规则、代码和人员以后可以在设置里更改。", "quiet"))
        inside.addWidget(self.form)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.found)
        inside.addLayout(line)
        layout.addWidget(new)
        layout.addStretch(1)
        self._show_in_scroll(content)

    def _show_in_scroll(self, content: QWidget) -> None:
        """Fit on small screens: what does not find room can be scrolled to."""
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(content))
        room = self.screen().availableGeometry().height() - _ROOM_FOR_TITLE_BAR
        self.resize(_WIDTH, min(room, content.sizeHint().height() + _ROOM_FOR_TITLE_BAR))

    def _connect(self) -> None:
        self.found.clicked.connect(self._found)
        self.other.clicked.connect(self._open_other)
        self.sample.clicked.connect(self._open_sample)
        self.choose_folder.clicked.connect(self._choose_folder)

    def _found(self) -> None:
        answers = {name: str(value).strip() for name, value in self.form.read().items()}
        missing = [
            Problem(name, "请填写这一栏。")
            for name, text in answers.items()
            if not text and name not in _OPTIONAL
        ]
        self.form.show_problems(missing)
        if missing:
            return
        try:
            self.register = found_office(answers)
        except AppError as refusal:
            self.error.show_error(refusal)
        else:
            self.accept()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择数据文件夹", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _open_other(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择登记簿所在的文件夹")
        if chosen:
            self.open_folder(Path(chosen))

    def _open_sample(self) -> None:
        self.error.hide()
        self.sample.setEnabled(False)
        ticket = self._runner.store.run_long(
            build_sample,
            self._sample,
            owner=self,
            done=self._show_sample,
            failed=self._refuse_sample,
            progress=self._tell,
        )
        self.progress.follow(ticket, "正在建立示例登记簿")
        self.progress.stop.clicked.connect(self._let_go)

    def _tell(self, progress: Progress) -> None:
        self.progress.text.setText(progress.what)

    def _let_go(self) -> None:
        self.sample.setEnabled(True)

    def _show_sample(self, folder: Path) -> None:
        self.progress.end()
        self._let_go()
        self.open_folder(folder)

    def _refuse_sample(self, refusal: AppError) -> None:
        self.progress.end()
        self._let_go()
        self.error.show_error(refusal)


def _line(name: str, title: str, line: QLineEdit) -> Field:
    return Field(name, title, line, line.text, line.setText, is_required=name not in _OPTIONAL)


def _way(title: str, about: str, button: Button) -> QFrame:
    card = QFrame()
    card.setObjectName("Paper")
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(title, "heading"))
    words.addWidget(Label(about, "quiet"))
    layout = QHBoxLayout(card)
    layout.setContentsMargins(16, 10, 16, 10)
    layout.addLayout(words, 1)
    layout.addWidget(button)
    return card
