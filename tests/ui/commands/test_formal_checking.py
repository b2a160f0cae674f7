"""The formal check at the command line: shown first, kept when confirmed."""

from tests.ui.commands.desk import Desk

BY_HAND = (
    *("--answer", "备案报告有文号、日期和印章=符合"),
    *("--answer", "statement=符合"),
    *("--answer", "text_equality=符合:与纸质文本一致"),
)


def test_the_checklist_is_shown_with_what_the_program_can_answer(desk: Desk) -> None:
    filing_id = desk.receive_housing()
    shown = desk.ask("formal-check", filing_id)
    results = {one["key"]: one["result"] for one in shown["answers"]}
    assert shown["is_saved"] is False
    assert results["completeness"] == "fitting"
    assert results["seal"] == "unanswered"
    assert desk.ask("show", filing_id, "--kind", "filing")["formal_checks"] == []


def test_every_item_stands_with_its_rule_and_whether_it_was_verified(desk: Desk) -> None:
    out = desk.run("formal-check", desk.receive_housing()).out
    assert "报备材料齐全（completeness）：符合" in out
    assert "依据：法规规章备案审查条例第八条\n" in out
    assert "依据：各地通行做法（未核实）" in out


def test_a_check_with_open_items_is_not_kept(desk: Desk) -> None:
    answer = desk.run("formal-check", desk.receive_housing(), "--confirm")
    assert answer.code == 2
    assert "备案报告有文号、日期和印章" in answer.err


def test_a_kept_fault_stands_in_the_way_of_registration(desk: Desk) -> None:
    filing_id = desk.receive_housing()
    faulty = ("--answer", "seal=不符合：没有印章")
    kept = desk.ask("formal-check", filing_id, *BY_HAND, *faulty, "--confirm")
    assert [one["ground"] for one in kept["answers"] if one["result"] == "faulty"] == ["没有印章"]
    refused = desk.run("accept", filing_id)
    assert refused.code == 3
    assert "备案报告有文号、日期和印章" in refused.err
    assert desk.run("formal-check", filing_id, *BY_HAND, "--confirm").code == 0
    assert desk.run("accept", filing_id).code == 0


def test_an_item_that_is_none_of_the_checklist_is_refused(desk: Desk) -> None:
    filing_id = desk.receive_housing()
    answer = desk.run("formal-check", filing_id, *BY_HAND, "--answer", "colour=符合", "--confirm")
    assert answer.code == 2
    assert "colour" in answer.err
