"""A register of 云溪县 on an autumn day of 2026, and a desk to work at."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.ui.commands.desk import Desk
from ui.command_line import run

OFFICE = {
    "--name": "云溪县司法局",
    "--profile": "hunan",
    "--admin": "fang",
    "--admin-name": "方若川",
    "--region": "YX",
    "--level": "DR",
    "--area": "云溪",
    "--letter-code": "云司",
    "--government": "云溪县人民政府",
}
PEOPLE = (("xu", "许知禾", "登记员"), ("gu", "顾明澈", "审查员"), ("tang", "唐守正", "head"))
BODIES = (
    ("云溪县人民政府", "government", "县政府", "01", "云政"),
    ("云溪县住房和城乡建设局", "department", "县住建局", "12", "云建"),
    ("云溪县城市管理和综合执法局", "department", "县城管局", "14", "云城管"),
    ("柳渡镇人民政府", "township", "柳渡镇", "31", "柳政"),
)


@pytest.fixture(autouse=True)
def autumn() -> Iterator[None]:
    """Let it be the sixteenth of September 2026."""
    with time_machine.travel(datetime(2026, 9, 16, 2, 0, tzinfo=UTC)):
        yield


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a register founded and staffed by commands."""
    folder = tmp_path_factory.mktemp("founded") / "register"
    with time_machine.travel(datetime(2026, 1, 5, 2, 0, tzinfo=UTC)):
        lines = [["init", *(word for option in OFFICE.items() for word in option)]]
        lines += [["settings", "set", "contact_name=许知禾", "contact_phone=0000-6210068"]]
        lines += [["people", "add", login, "--name", n, "--role", r] for login, n, r in PEOPLE]
        lines += [
            ["bodies", "add", name, "--class", kind, "--short", short, "--organ", o, "--code", c]
            for name, kind, short, o, c in BODIES
        ]
        codes = [run(["--register", str(folder), "--as", "fang", *line]) for line in lines]
    assert set(codes) == {0}
    return folder


@pytest.fixture
def desk(founded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a desk at a copy of the founded register."""
    folder = tmp_path / "register"
    shutil.copytree(founded, folder)
    return Desk(folder, capsys)
