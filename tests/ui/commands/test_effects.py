"""A document is ended or amended by command; what cannot be is refused."""

from tests.ui.commands.desk import Desk

DECISION = ("--date", "2026-09-20", "--reason", "云政规〔2026〕9号第三条")


def validity(desk: Desk, document_id: int) -> dict[str, object]:
    """Return how the document's validity is judged today."""
    judged: dict[str, object] = desk.ask("show", document_id)["validity"]
    return judged


def test_a_repealed_document_names_the_day_and_is_not_ended_twice(desk: Desk) -> None:
    # Given a published document
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    for kind in ("印发", "公布"):
        desk.ask("issue", document_id, "--kind", kind, "--medium", "公报", "--date", "2026-09-16")
    # When its repeal is recorded for a day to come
    told = desk.ask("end", document_id, "--kind", "废止", *DECISION)
    # Then it is in force until then, and a second ending is refused by a rule
    assert told["ended_kind"] == "repealed"
    assert validity(desk, document_id)["status"] == "effective"
    again = desk.run("end", document_id, *DECISION)
    assert again.code == 3
    assert "没有记录" in again.err


def test_an_amendment_is_recorded_with_the_document_that_makes_it(desk: Desk) -> None:
    document_id = desk.register_parking()
    told = desk.ask("amended", document_id, *DECISION, "--by", document_id)
    assert told["effect"]["caused_by_id"] == document_id


def test_an_unknown_way_of_ending_is_bad_input(desk: Desk) -> None:
    answer = desk.run("end", desk.register_parking(), "--kind", "遗忘", *DECISION)
    assert answer.code == 2
