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


def test_the_register_of_a_day_is_listed_and_counted_by_status(desk: Desk) -> None:
    # Given a published document, in force from its day of effect
    document_id = published(desk)
    # When the whole register is asked about a day before it and one after it
    before = desk.type("--register", desk.folder, "--json", "validity", "--on", "2020-01-01")
    after = desk.type("--register", desk.folder, "--json", "validity", "--on", "2027-01-01")
    # Then every document is listed with its status of that day, and the counts come last
    assert [(row["id"], row["validity"]) for row in before.objects[:-1]] == [
        (document_id, "not_yet_effective")
    ]
    assert before.objects[-1]["counts"] == {"not_yet_effective": 1}
    assert after.objects[-1]["counts"] == {"effective": 1}
    assert "有效 1 件" in desk.run("validity", "--on", "2027-01-01").out


def test_without_day_and_document_today_s_register_is_listed(desk: Desk) -> None:
    published(desk)
    assert "2026-09-16：共 1 件" in desk.run("validity").out


def test_a_suspension_is_told_with_its_clauses_until_they_are_resumed(desk: Desk) -> None:
    document_id = published(desk)
    grounds = ("--reason", "云政函〔2027〕3号")
    clauses = ("--clause", "第八条", "--clause", "第九条")
    desk.ask("validity", "suspend", document_id, "--date", "2027-02-01", *grounds, *clauses)
    desk.ask(
        "validity", "resume", document_id, "--date", "2027-06-01", *grounds, "--clause", "第九条"
    )
    assert "停止执行：第八条、第九条" in desk.run("validity", document_id, "--on", "2027-03-01").out
    assert desk.ask("validity", document_id, "--on", "2027-06-01")["suspended_clauses"] == [
        "第八条"
    ]
    assert desk.ask("validity", "--on", "2027-06-01")["suspended"] == 1


def test_an_extension_tells_the_new_last_day_and_how_it_was_found(desk: Desk) -> None:
    document_id = published(desk)
    old = desk.ask("validity", document_id)["last_day"]
    words = ("--date", "2027-02-01", "--reason", "云政函〔2027〕3号", "--term", "2年")
    told = desk.ask("validity", "extend", document_id, *words)
    assert told["life"]["last_day"] == f"{int(old[:4]) + 2}{old[4:]}"
    assert f"最后有效日由 {old} 改为" in "".join(told["life"]["derivation"])


def test_a_shortening_needs_to_be_meant(desk: Desk) -> None:
    document_id = published(desk)
    words = ("--date", "2027-02-01", "--reason", "云政函〔2027〕3号", "--term", "2027-12-31")
    refused = desk.run("validity", "extend", document_id, *words)
    assert refused.code == 3
    assert "有意缩短" in refused.err
    told = desk.ask("validity", "extend", document_id, *words, "--shorten")
    assert told["life"]["last_day"] == "2027-12-31"


def test_a_continuation_that_gives_no_day_and_a_task_that_is_none_are_refused(desk: Desk) -> None:
    document_id = published(desk)
    words = (document_id, "--date", "2026-09-16", "--reason", "云政函〔2026〕9号")
    # It is not in force before its day of effect, and not until a task is done.
    assert desk.run("validity", "continue", *words).code == 3
    assert desk.run("validity", "task-done", *words).code == 3
    later = ("continue", document_id, "--date", "2027-02-01", "--reason", "云政函〔2027〕3号")
    assert "原起算日" in desk.run("validity", *later).err
    assert desk.ask("validity", *later, "--term", "8年")["act"] == "continue_validity"


def test_a_document_published_anew_is_registered_beside_the_old_one(desk: Desk) -> None:
    old_id = published(desk)
    words = (
        "--date",
        "2031-04-01",
        "--reason",
        "云政纪〔2031〕2号",
        "--number",
        "云政发〔2031〕7号",
    )
    papers = tuple(
        part
        for paper in (
            "drafting_note",
            "legal_basis_list",
            "public_comment",
            "fair_competition_review",
            "legality_review",
            "collective_deliberation",
            "signature",
        )
        for part in ("--evidence", paper)
    )
    told = desk.ask("validity", "renew", old_id, *words, *papers)
    new_id = told["document_id"]
    assert (new_id != old_id, told["renews"]) == (True, old_id)
    # Without the papers that the rules ask for nothing is registered.
    assert desk.run("validity", "renew", old_id, *words).code == 3
    assert desk.count() == 2
