"""Lines that are written wrongly are refused in Chinese with code 2."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.commands.desk import Desk
from ui.commands.table import COMMANDS, load_command

ROOT = Path(__file__).parents[3]
ENGLISH = re.compile(
    "Usage|[Ee]rror|Missing|OPTION|ARGS|Invalid|COMMAND|TEXT|INTEGER|default|required|message"
)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("nosuch", "没有名为“nosuch”的命令"),
        ("review nosuch", "没有名为“nosuch”的命令"),
        ("review", "open、finding、withdraw、conclude"),
        ("register", "没有写“文件”"),
        ("init --profile hunan", "没有写“--name”"),
        ("register --foo", "没有选项“--foo”"),
        ("issue 1 --medium", "“--medium”后面缺少内容"),
        ("number abc", "“序号”应当写数字"),
        ("number 1 2", "有多余的内容"),
        ("list 全部", "“清单”不能写成“全部”"),
        ("settings set 电话", "“电话”没有等号"),
        ("issue 1 --medium 公报 --date 三月", "“印发公布日期”不能写成“三月”"),
    ],
)
def test_a_line_written_wrongly_is_refused_in_chinese(desk: Desk, line: str, named: str) -> None:
    answer = desk.run(*line.split())
    assert answer.code == 2
    assert named in answer.err
    assert not ENGLISH.search(answer.err.replace(line, ""))
    assert answer.out == ""


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_explains_itself_in_chinese(desk: Desk, entry: object) -> None:
    name = vars(entry)["name"]
    answer = desk.run(name, "--help")
    assert answer.code == 0
    first, *rest = answer.out.splitlines()
    assert first.startswith(f"用法：main.py {name}")
    assert not ENGLISH.search(re.sub(r"--[\w-]+|\b[a-z_.-]+=\S+", "", "\n".join(rest)))


def test_every_part_of_every_command_has_a_chinese_meaning() -> None:
    for entry in COMMANDS:
        command = load_command(entry.name)
        parts = getattr(command, "commands", {"": command})
        for part in parts.values():
            meanings = [part.help, *(parameter.help for parameter in part.params)]
            assert all(re.search("[\u4e00-\u9fff]", meaning or "") for meaning in meanings), (
                part.name
            )


def test_a_folder_without_register_is_refused(desk: Desk, tmp_path: Path) -> None:
    answer = desk.type("--register", tmp_path / "nowhere", "list")
    assert answer.code == 2
    assert "没有登记簿" in answer.err


def test_the_folder_may_stand_in_the_environment(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NORMDESK_REGISTER", str(desk.folder))
    assert desk.type("list").out == "没有符合条件的记录。\n"


def test_who_acts_must_be_clear(desk: Desk) -> None:
    answer = desk.type("--register", desk.folder, "number", "1")
    assert answer.code == 2
    assert "xu（许知禾）" in answer.err
    assert "tang（唐守正）" in answer.err


def test_the_only_person_who_may_need_not_be_named(desk: Desk) -> None:
    answer = desk.type("--register", desk.folder, "settings", "set", "contact_name=许知禾")
    assert answer.code == 0


def test_a_fault_of_the_program_shows_no_traceback(desk: Desk, tmp_path: Path) -> None:
    # Given a database file that is none
    (desk.folder / "register.db").write_bytes(b"not a database" * 100)
    # When a command opens it
    done = subprocess.run(
        [sys.executable, "main.py", "--register", str(desk.folder), "list"],
        cwd=ROOT,
        env={"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    # Then the person reads that the data are safe and where the log is
    assert done.returncode == 1
    assert "您的数据没有改变" in done.stderr
    assert "Traceback" not in done.stderr
    log = Path(done.stderr.split("日志：")[1].strip())
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_reader_who_leaves_early_is_no_fault(desk: Desk) -> None:
    line = f"{sys.executable} main.py --register {desk.folder} profiles show hunan | head -n 1"
    done = subprocess.run(
        ["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


@pytest.mark.parametrize("library", ["docx", "reportlab", "pypdfium2", "PySide6", "jinja2"])
def test_a_list_loads_no_heavy_library(desk: Desk, library: str) -> None:
    program = (
        "import sys; from ui.app import start;"
        f"start(['--register', {str(desk.folder)!r}, 'list']); sys.exit({library!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 0
