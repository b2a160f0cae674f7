"""A whole cleanup at the command line: from the scope to the result, and the look back."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from models.acts.cleanup_replies import record_unit_opinions
from models.domain.cleanup import CleanupOutcome
from models.queries.bodies import body_named
from models.register import open_register
from tests.models.cleanup_office import documents, reply, rows
from tests.models.office import order
from tests.ui.commands.desk import Desk

HOUSING, TRANSPORT = "云溪县住建局", "云溪县交通局"
DECIDED = ("--decided-by", "云溪县人民政府", "--decided", "2026-09-10", "--published", "2026-09-15")
EFFECT = ("--effect", "2026-10-01")


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    """Record four documents of two units, and return their ids."""
    register = open_register(desk.folder)
    body = body_named("云溪县人民政府")
    assert body is not None
    found = documents(HOUSING, HOUSING, TRANSPORT, TRANSPORT, body_id=body.id)
    register.close()
    return found


def opened(desk: Desk) -> int:
    """Open a cleanup and freeze everything into its list."""
    line = ("cleanup", "new", "--name", "2026年定期清理", "--mandate", "县政府2026年工作安排")
    campaign_id = int(desk.ask(*line)["id"])
    desk.ask("cleanup", "scope", campaign_id, "--freeze")
    return campaign_id


def decided(desk: Desk, ids: list[int]) -> int:
    """Decide a cleanup: one kept, one amended, one repealed, one lapsed."""
    campaign_id = opened(desk)
    keep, amend, repeal, lapse = ids
    decide = ("cleanup", "decide", campaign_id)
    desk.ask(*decide, keep, "--as", "继续有效")
    desk.ask(*decide, amend, "--as", "修改", "--amend-by", "2026-12-31")
    desk.ask(*decide, repeal, "--as", "废止", "--reason", "与《公路法》第七条不一致")
    desk.ask(*decide, lapse, "--as", "宣布失效", "--reason", "任务已经完成")
    desk.ask("cleanup", "step", campaign_id, "审核中", login="gu")
    return campaign_id


def test_a_scope_is_tried_before_it_is_frozen(desk: Desk, ids: list[int]) -> None:
    campaign_id = desk.ask("cleanup", "new", "--name", "专项清理", "--kind", "专项清理")["id"]

    tried = desk.run("cleanup", "scope", campaign_id, "--unit", HOUSING)

    assert "共 2 件，还没有确定" in tried.out
    assert desk.ask("cleanup", "status", campaign_id)["state"] == "planned"
    desk.ask("cleanup", "scope", campaign_id, "--unit", HOUSING, "--freeze")
    assert desk.ask("cleanup", "status", campaign_id)["documents"] == 2
    line = ("cleanup", "scope", campaign_id, "--add", ids[2], "--reason", "涉及同一事项")
    assert "清理目录共 3 件" in desk.run(*line).out
    assert desk.run("cleanup", "scope", campaign_id, "--remove", ids[0]).code == 2
    move = ("cleanup", "scope", campaign_id, "--move", ids[2], "--to-unit", HOUSING)
    desk.ask(*move)
    units = desk.ask("cleanup", "status", campaign_id)["units"]
    assert [(one["unit_name"], one["documents"]) for one in units] == [(HOUSING, 3)]


def test_decisions_are_taken_back_by_the_group(desk: Desk, ids: list[int]) -> None:
    campaign_id = opened(desk)
    desk.ask("cleanup", "decide", campaign_id, ids[0], "--as", "继续有效")

    rest = desk.ask("cleanup", "decide", campaign_id, "--rest", "--as", "废止", "--reason", "过时")

    assert rest["decided"] == 3
    assert desk.ask("cleanup", "status", campaign_id)["classes"] == {"keep": 1, "repeal": 3}
    assert "已撤回 3 件" in desk.run("cleanup", "decide", campaign_id, "--undo").out
    assert desk.ask("cleanup", "status", campaign_id)["undecided"] == 3


def test_a_result_says_what_it_lacks_and_is_applied_when_it_adds_up(
    desk: Desk, ids: list[int], tmp_path: Path
) -> None:
    # Given a cleanup that lacks one decision
    campaign_id = opened(desk)
    lacking = desk.ask("cleanup", "result", campaign_id)
    assert not lacking["is_ready"]
    assert {one["fault"] for one in lacking["findings"]} == {"undecided"}
    assert desk.run("cleanup", "apply", campaign_id, *DECIDED, login="tang").code == 3
    # When everything is decided, then the result adds up and its paper holds every list
    campaign_id = decided(desk, ids)
    line = ("cleanup", "result", campaign_id, *EFFECT, "--decided-by", "云溪县人民政府")
    ready = desk.ask(*line, "--number", "云政发〔2026〕18号", "--out", tmp_path / "out")
    assert ready["is_ready"]
    assert ready["classes"] == {"keep": 1, "amend": 1, "repeal": 1, "declare_lapsed": 1}
    pdf = next(Path(one) for one in ready["papers"] if one.endswith(".pdf"))
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    assert "本次清理共涉及4件，其中保留1件，修改1件，废止1件，宣布失效1件" in "".join(text.split())
    # And it is applied to all documents at once, and told afterwards
    given = ("--number", "云政发〔2026〕18号", *EFFECT)
    done = desk.ask("cleanup", "apply", campaign_id, *DECIDED, *given, login="tang")
    assert done["changed"] == 3
    shown = desk.run("validity", ids[2], "--on", "2026-10-01").out
    assert "已废止" in shown
    back = desk.ask("cleanup", "lookback", campaign_id)
    assert [one["document_id"] for one in back["amendments"]] == [ids[1]]
    assert "未完成，期限 2026-12-31" in desk.run("cleanup", "lookback", campaign_id).out
    assert desk.ask("audit", "verify")["is_sound"]


def test_the_office_issues_its_own_decision_and_applies_the_result_by_it(
    desk: Desk, ids: list[int], tmp_path: Path
) -> None:
    campaign_id = decided(desk, ids)
    line = ("cleanup", "result", campaign_id, *EFFECT, "--issue")
    assert desk.run(*line, login="tang").code == 2
    issued = desk.ask(*line, "--checked", "--out", tmp_path / "out", login="tang")
    assert issued["letter_number"]
    assert len(issued["papers"]) == 2
    assert desk.ask("cleanup", "status", campaign_id)["state"] == "decided"
    by = ("--letter", issued["letter_id"])
    assert desk.run("cleanup", "apply", campaign_id, *DECIDED, *by, login="tang").code == 3
    done = desk.ask("cleanup", "apply", campaign_id, *DECIDED, *EFFECT, *by, login="tang")
    assert done["changed"] == 3
    assert desk.ask("cleanup", "status", campaign_id)["state"] == "applied"


def test_suggestions_are_listed_as_what_they_are(desk: Desk, ids: list[int]) -> None:
    campaign_id = opened(desk)
    desk.ask("end", ids[0], "--date", "2026-09-01", "--reason", "云政发〔2026〕11号")

    told = desk.run("cleanup", "suggest", campaign_id).out

    assert "提示已废止或失效：登记簿中已经废止或者失效" in told
    assert "共 1 条提示，仅供参考，不是审核意见" in told
    assert desk.ask("cleanup", "status", campaign_id)["undecided"] == 4


def test_decisions_follow_the_units_where_they_have_answered(desk: Desk, ids: list[int]) -> None:
    campaign_id = opened(desk)
    register = open_register(desk.folder)
    unit_id = rows(campaign_id)[ids[0]].unit_id
    answer = reply(unit_id, ids[0], ids[1], choice=CleanupOutcome.REPEAL)
    record_unit_opinions(order(), campaign_id, answer)
    register.close()

    assert desk.ask("cleanup", "decide", campaign_id, "--as-proposed")["decided"] == 2
    assert desk.ask("cleanup", "status", campaign_id)["classes"] == {"repeal": 2}


def test_what_is_not_listed_is_looked_at_before_the_result(desk: Desk, ids: list[int]) -> None:
    campaign_id = decided(desk, ids)
    desk.ask("cleanup", "scope", campaign_id, "--remove", ids[0], "--reason", "部门漏报")
    reach = (campaign_id, *EFFECT, "--ends-unlisted")

    (found,) = [desk.ask("cleanup", "affected", *reach)]

    assert (found["document_id"], found["ground"]) == (ids[0], "unlisted")
    assert "1 件受到连带影响的文件没有核对" in desk.run("cleanup", "result", *reach).out
    line = ("cleanup", "affected", *reach, "--acknowledge", "--note", "不再需要")
    assert "已核对" in desk.run(*line).out
    assert desk.ask("cleanup", "result", *reach)["is_ready"]


def test_the_cleanups_are_listed_with_their_progress(desk: Desk, ids: list[int]) -> None:
    assert "还没有清理" in desk.run("cleanup", "status").out
    campaign_id = decided(desk, ids)

    listed = desk.run("cleanup", "status").out
    told = desk.run("cleanup", "status", campaign_id).out

    assert "2026年定期清理" in listed
    assert "审核中" in listed
    assert f"{HOUSING}　2 件，意见 0，审核 2" in told
    assert (
        "《云溪县第1类事项管理办法》"
        in desk.run("cleanup", "status", campaign_id, "--documents").out
    )


def test_unknown_documents_and_missing_words_are_refused(desk: Desk, ids: list[int]) -> None:
    campaign_id = opened(desk)
    assert desk.run("cleanup", "decide", campaign_id, 999, "--as", "废止").code == 2
    assert desk.run("cleanup", "decide", campaign_id, ids[0]).code == 2
    assert desk.run("cleanup", "decide", campaign_id, "--as", "废止").code == 2
    assert desk.run("cleanup", "status", 99).code == 2
    assert desk.run("cleanup", "step", campaign_id, "已落实到登记簿").code == 3
