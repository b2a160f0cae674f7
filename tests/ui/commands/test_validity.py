"""Whether a document is in force on a day is answered with its derivation."""

from tests.ui.commands.desk import Desk


def published(desk: Desk) -> int:
    """Return the id of a document that was published."""
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    for kind in ("印发", "公布"):
        desk.ask("issue", document_id, "--kind", kind, "--medium", "公报", "--date", "2026-09-16")
    return document_id


def test_the_answer_differs_by_the_day_asked_for(desk: Desk) -> None:
    # Given a document repealed from a day on
    document_id = published(desk)
    desk.ask(
        "end",
        document_id,
        "--kind",
        "废止",
        "--date",
        "2027-09-20",
        "--reason",
        "云政规〔2027〕9号",
    )
    # When it is asked about the days around
    before = desk.ask("validity", document_id, "--on", "2027-09-19")
    after = desk.ask("validity", document_id, "--on", "2027-09-20")
    # Then each day has its own answer, and the derivation names the repeal
    assert before["judgement"]["status"] == "effective"
    assert before["next_change"] == "2027-09-20"
    assert after["judgement"]["status"] == "repealed"
    assert any("2027-09-20 废止" in sentence for sentence in after["derivation"])


def test_a_person_reads_the_answer_and_each_step(desk: Desk) -> None:
    answer = desk.run("validity", published(desk), "--on", "2020-01-01")
    assert "尚未施行" in answer.out
    assert "施行日期" in answer.out


def test_an_unknown_document_is_bad_input(desk: Desk) -> None:
    assert desk.run("validity", 999).code == 2
