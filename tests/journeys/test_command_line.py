"""One document and one filing from the founding of a register to the check of its trail."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from ui.command_line import run

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
INIT = (
    "init --name 云溪县司法局 --profile hunan --admin fang --admin-name 方若川 --region YX"
    " --level DR --area 云溪 --letter-code 云司 --government 云溪县人民政府"
)
REGISTER = (
    f"register {SAMPLES}/01-parking-measures.docx --set is_market_related=是"
    " --set has_major_effect=是 --evidence drafting_note --evidence legal_basis_list"
    " --evidence public_comment:2026-01-12..2026-02-12 --evidence fair_competition_review"
    " --evidence legality_review --evidence collective_deliberation --evidence signature"
)
INTAKE = (
    f"intake {SAMPLES}/07-township-housing-rules.docx --from 柳渡镇 --received 2026-07-31"
    " --set published_date=2026-07-22 --material filing_report=3 --material official_text=3"
    " --material filing_statement=3 --material electronic_text=1 --confirm"
)
FINDING = (
    "review finding 1 --clause 第十一条 --quote 并处2000元以上2万元以下罚款 --class beyond_powers"
    " --problem 规范性文件设定行政处罚 --basis 中华人民共和国行政处罚法 --article 第十六条"
)
STORY = (
    ("fang", "people add xu --name 许知禾 --role clerk"),
    ("fang", "people add gu --name 顾明澈 --role reviewer"),
    ("fang", "bodies add 云溪县人民政府 --class government --short 县政府 --organ 01 --code 云政"),
    ("fang", "bodies add 柳渡镇人民政府 --class township --short 柳渡镇 --organ 31 --code 柳政"),
    ("xu", REGISTER),
    ("xu", f"{REGISTER} --confirm"),
    ("xu", "number 1"),
    ("xu", "issue 1 --kind printed --medium 纸质公文 --date 2026-03-27"),
    ("xu", "issue 1 --medium 云溪县人民政府公报 --date 2026-03-30"),
    ("xu", INTAKE),
    ("xu", "accept 1"),
    # The papers are of the day the test runs on, which may be a rest day.
    ("xu", "letter issue 备案回执 1 --out {out} --checked"),
    ("gu", "review open 1"),
    ("gu", FINDING),
    ("gu", "review conclude 1 --request 修改第十一条"),
    ("gu", "letter issue 备案审查意见书 1 --out {out} --checked"),
    ("xu", "numbers report"),
    ("xu", "audit verify"),
)


def test_a_whole_year_can_be_worked_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def type_line(login: str, line: str) -> dict[str, Any]:
        words = line.format(out=tmp_path / "out").split()
        head = ["--register", str(tmp_path / "register"), "--as", login, "--json"]
        assert run([*head, *words]) == 0, capsys.readouterr().err
        answer: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
        return answer

    # Given a day in autumn and a register
    with time_machine.travel(datetime(2026, 9, 16, 2, 0, tzinfo=UTC)):
        type_line("fang", INIT)
        # When everybody does their work
        answers = [type_line(login, line) for login, line in STORY]
    # Then numbers, papers and checks are as the law wants them
    by_line = dict(zip((line for _, line in STORY), answers, strict=True))
    assert by_line["number 1"]["unified_number"] == "YXDR—2026—01001"
    assert by_line["accept 1"]["filing_register_number"] == "云溪备〔2026〕001"
    assert len(list((tmp_path / "out").iterdir())) == 4
    assert by_line["numbers report"]["allotted"] == 4
    assert by_line["numbers report"]["faults"] == []
    assert by_line["audit verify"]["is_sound"] is True
