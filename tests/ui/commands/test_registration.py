"""Documents are registered when confirmed, numbered, issued; each refusal has its words."""

from pathlib import Path

from tests.ui.commands.desk import EVIDENCE, PARKING, ROADS, TRAITS, WAGES, Desk


def originals(desk: Desk) -> list[Path]:
    """Return the files in the store of originals."""
    return [path for path in (desk.folder / "files").rglob("*") if path.is_file()]


def test_nothing_is_saved_without_confirmation(desk: Desk) -> None:
    answer = desk.run("register", PARKING, *TRAITS, *EVIDENCE)
    assert answer.code == 0
    assert "没有保存" in answer.out
    assert desk.count() == 0
    assert originals(desk) == []


def test_what_would_be_saved_is_shown_with_what_is_missing(desk: Desk) -> None:
    shown = desk.ask("register", PARKING, "--set", "drafting_unit=县住建局")
    assert shown["is_saved"] is False
    assert shown["entry"]["document_number"] == "云政规〔2026〕2号"
    assert shown["entry"]["drafting_unit"] == "县住建局"
    assert shown["proposed"]["title"]["confidence"] == "certain"
    required = {one["evidence"] for one in shown["missing_gates"] if one["is_required"]}
    assert required >= {"drafting_note", "legality_review"}


def test_joint_issuers_are_proposed_with_their_lead(desk: Desk) -> None:
    # Given the register knows the lead, not the others
    line = ("bodies", "add", "云溪县人力资源和社会保障局", "--class", "department")
    desk.ask(*line, "--short", "县人社局")
    # When a joint document is read
    issuers = desk.ask("register", WAGES)["entry"]["joint_issuers"]
    # Then all three stand in order, the lead first and alone
    assert [one["name"] for one in issuers] == [
        "云溪县人力资源和社会保障局",
        "云溪县住房和城乡建设局",
        "云溪县交通运输局",
    ]
    assert [one["is_lead"] for one in issuers] == [True, False, False]
    assert [one["body_id"] is not None for one in issuers] == [True, True, False]


def test_a_person_sees_body_papers_and_relations_before_confirming(desk: Desk) -> None:
    shown = desk.run("register", PARKING, "--evidence", "signature:2026-03-26").out
    assert "制定机关：云溪县人民政府" in shown
    assert "程序材料：签发" in shown
    assert "缺少：起草说明" in shown
    assert "废止《" in shown
    assert "有效期：5" in shown


def test_a_confirmed_document_is_saved_with_its_file(desk: Desk) -> None:
    document_id = desk.register_parking()
    page = desk.ask("show", document_id)
    facts = page["facts"]
    assert (facts["making_state"], facts["adopted_date"]) == ("registered", "2026-03-26")
    assert facts["is_market_related"] is True
    assert page["evidence"][4]["reference"] == "云司合审〔2026〕2号"
    assert page["evidence"][2]["start_date"] == "2026-01-12"
    assert len(originals(desk)) == 1


def test_a_document_without_its_papers_is_refused(desk: Desk) -> None:
    answer = desk.run("register", PARKING, "--confirm")
    assert answer.code == 3
    assert "起草说明" in answer.err
    assert desk.count() == 0


def test_a_second_registration_is_refused_and_may_be_insisted_on(desk: Desk) -> None:
    desk.register_parking()
    line = ("register", PARKING, *TRAITS, *EVIDENCE, "--confirm")
    refused = desk.run(*line)
    assert refused.code == 3
    assert "可能已经登记" in refused.err
    preview = desk.ask(*line[:-1])
    assert preview["similar"][0]["sameness"] == "file"
    assert desk.run(*line, "--register-all-the-same").code == 0


def test_a_body_that_is_not_known_is_named(desk: Desk) -> None:
    answer = desk.run("register", PARKING, "--set", "issuing_body=天河县人民政府")
    assert answer.code == 2
    assert "“天河县人民政府”" in answer.err


def test_a_field_that_is_not_known_is_refused_with_those_that_are(desk: Desk) -> None:
    answer = desk.run("register", PARKING, "--set", "colour=red")
    assert answer.code == 2
    assert "adopted_date" in answer.err


def test_fields_go_by_their_chinese_names_too(desk: Desk) -> None:
    shown = desk.ask(
        "register", PARKING, "--set", "成文日期=2026年3月25日", "--set", "有效期=24个月"
    )
    assert shown["entry"]["adopted_date"] == "2026-03-25"
    assert shown["entry"]["validity_term"] == {"kind": "months", "amount": 24, "until_date": None}


def test_an_act_without_the_right_is_refused(desk: Desk) -> None:
    answer = desk.run("register", PARKING, *TRAITS, *EVIDENCE, "--confirm", login="gu")
    assert answer.code == 3
    assert "顾明澈" in answer.err


def test_a_number_is_given_once(desk: Desk) -> None:
    document_id = desk.register_parking()
    numbered = desk.ask("number", document_id)
    assert numbered["unified_number"] == "YXDR—2026—01001"
    again = desk.run("number", document_id)
    assert again.code == 3
    assert "已编号" in again.err


def test_a_number_that_stayed_in_the_house_may_be_voided(desk: Desk) -> None:
    document_id = desk.register_parking()
    entry_id = desk.ask("number", document_id)["entry_id"]
    assert desk.run("void", entry_id, "--reason", "机关编码选错", login="xu").code == 3
    assert desk.run("void", entry_id, "--reason", "机关编码选错", login="tang").code == 0
    ledger = desk.type("--register", desk.folder, "--json", "numbers", "ledger").objects
    assert [(one["state"], one["void_reason"]) for one in ledger] == [("void", "机关编码选错")]


def test_issuing_follows_the_order_of_the_profile(desk: Desk) -> None:
    document_id = desk.register_parking()
    desk.ask("number", document_id)
    early = desk.run("issue", document_id, "--medium", "公报", "--date", "2026-03-30")
    assert early.code == 3
    assert "印发" in early.err
    printed = ("issue", document_id, "--medium", "纸质", "--date", "2026-03-27", "--kind", "印发")
    assert desk.ask(*printed)["kind"] == "printed"
    published = desk.ask("issue", document_id, "--medium", "县政府公报", "--date", "2026-03-30")
    assert published["kind"] == "published"


def test_a_refused_registration_keeps_its_reason(desk: Desk) -> None:
    saved = desk.ask("refuse-registration", ROADS, "--reason", "没有合法性审核意见")
    facts = desk.ask("show", saved["document_id"])["facts"]
    assert (facts["making_state"], facts["refusal_reason"]) == (
        "not_registered",
        "没有合法性审核意见",
    )
    assert desk.run("refuse-registration", ROADS, "--reason", " ").code == 2


def test_a_refused_registration_gets_its_notice(desk: Desk, tmp_path: Path) -> None:
    document_id = desk.ask("refuse-registration", ROADS, "--reason", "没有合法性审核意见")[
        "document_id"
    ]
    notice = desk.ask("letter", "issue", "不予登记通知书", document_id, "--out", tmp_path)
    assert notice["letter_number"] == "云司登退〔2026〕1号"
    assert len(list(tmp_path.glob("不予登记通知书-*"))) == 2


def test_evidence_may_come_later(desk: Desk) -> None:
    document_id = desk.register_parking()
    desk.ask("evidence", document_id, "clean_proof", "专家论证:2026-02-20")
    kinds = [one["kind"] for one in desk.ask("show", document_id)["evidence"]]
    assert kinds[-2:] == ["clean_proof", "expert_argument"]
    assert desk.run("evidence", document_id, "nosuch").code == 2


def test_old_documents_are_entered_with_their_numbers(desk: Desk) -> None:
    # Given an old document that is known from paper only
    facts = ("title=云溪县网吧管理办法", "issuing_body=县政府", "published_date=2019-03-02")
    line = ["history", *(part for fact in facts for part in ("--set", fact))]
    # When it is shown, nothing is saved
    assert desk.run(*line, "--number", "YXDR—2019—01005").code == 0
    assert desk.count() == 0
    # When it is confirmed, it has its number and the counter may follow it
    assert desk.run(*line, "--number", "YXDR-2019-01005", "--confirm").code == 0
    (entry,) = desk.type("--register", desk.folder, "--json", "list").objects
    assert (entry["unified_number"], entry["origin"]) == ("YXDR-2019-01005", "historic")
    counter = ("confirm-counter", "hunan.unified", "seq", "seq|organ=1|year=2019")
    assert desk.run(*counter, login="xu").code == 3
    assert desk.run("confirm-counter", "hunan.unified", "seq", "nowhere", login="tang").code == 2


def test_a_confirmed_counter_goes_on_after_the_old_numbers(desk: Desk) -> None:
    facts = ("title=云溪县旧办法", "issuing_body=县政府", "published_date=2026-01-02")
    line = ["history", *(part for fact in facts for part in ("--set", fact))]
    desk.ask(*line, "--number", "YXDR—2026—01005", "--confirm")
    scope = "seq|organ=1|year=2026"
    confirmed = desk.ask("confirm-counter", "hunan.unified", "seq", scope, login="tang")
    assert confirmed["last_count"] == 5
    assert desk.ask("number", desk.register_parking())["unified_number"] == "YXDR—2026—01006"


def test_an_old_number_that_no_series_reads_is_refused(desk: Desk) -> None:
    line = ("history", "--set", "title=旧办法", "--set", "issuing_body=县政府")
    answer = desk.run(*line, "--number", "第八号", "--confirm")
    assert answer.code == 2
    assert "第八号" in answer.err


def test_a_correction_keeps_old_and_new_value(desk: Desk) -> None:
    document_id = desk.register_parking()
    line = ("correct", document_id, "--set", "文种=规定", "--set", "effective_date=2026-05-02")
    assert desk.run(*line, "--reason", " ").code == 2
    assert desk.ask(*line, "--reason", "录入有误")["revision"] == 2
    facts = desk.ask("show", document_id)["facts"]
    assert (facts["document_kind"], facts["effective_date"]) == ("规定", "2026-05-02")
    trail = desk.ask("audit", "trail", "document", document_id)
    assert trail["facts"]["before"]["document_kind"] != trail["facts"]["after"]["document_kind"]


def test_a_number_cannot_be_corrected(desk: Desk) -> None:
    document_id = desk.register_parking()
    answer = desk.run("correct", document_id, "--set", "unified_number=1", "--reason", "改号")
    assert answer.code == 2
    assert "unified_number" in answer.err
