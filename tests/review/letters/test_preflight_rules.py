"""The rules of the pre-flight, each with a letter that is right and one that is not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest

from models.domain.profile import Profile
from models.profiles import load_profile
from review.letters.compose import compose
from review.letters.kinds.base import NumberedLetter
from review.letters.letter_data import data_of, numbered_from_data
from review.letters.letter_kinds import LETTER_KINDS
from review.letters.letter_model import (
    Annex,
    Block,
    Cell,
    CellRole,
    Paragraph,
    Signature,
    Table,
    Title,
)
from review.letters.pdf_pages import Page, laid_out
from review.letters.preflight.case import EarlierLetter, RegisterFacts
from review.letters.preflight.findings import PAGE, Finding, Severity
from review.letters.preflight.gathering import case_from
from review.letters.preflight.paper_rules import bare_seals, paper_faults
from review.letters.preflight.preflight import RULES, judge
from review.letters.preflight.register_rules import wrong_totals
from review.letters.preflight.rule_table import rule_table
from review.letters.sample_letters import sample_letter
from review.letters.style import STANDARD
from review.letters.typesetting import Typesetter

NATIONAL = load_profile("national")


def receipt(**changes: object) -> NumberedLetter:
    """Return the sample of a receipt with some of its fields written anew."""
    return changed_sample("filing_receipt", **changes)


def opinion(**changes: object) -> NumberedLetter:
    """Return the sample of an opinion with some of its fields written anew."""
    return changed_sample("review_opinion", **changes)


def changed_sample(kind: str, **changes: object) -> NumberedLetter:
    """Return the sample of a kind with some of its fields written anew."""
    return numbered_from_data(kind, {**data_of(sample_letter(kind)), **changes})


def facts_for(letter: NumberedLetter, **changes: object) -> RegisterFacts:
    """Return a register that knows everybody the letter names."""
    names = {letter.addressee, *getattr(letter, "copy_to", ())}
    names.add(getattr(letter, "escalation_body", ""))
    known = RegisterFacts(bodies=frozenset(names))
    return cast("RegisterFacts", replace(cast("Any", known), **changes))


def findings(
    letter: NumberedLetter, facts: RegisterFacts | None = None, rules: Profile = NATIONAL
) -> tuple[Finding, ...]:
    """Return what is found in a letter on the day it bears."""
    known = facts or facts_for(letter)
    return judge(case_from(letter, letter.letter_date, rules, known))


def rules_at(letter: NumberedLetter, facts: RegisterFacts | None = None) -> set[str]:
    """Return rule and place of what is found."""
    return {one.code for one in findings(letter, facts)}


@pytest.mark.parametrize("kind", [one.kind_id for one in LETTER_KINDS.values() if one.is_numbered])
def test_no_sample_needs_a_change(kind: str) -> None:
    letter = changed_sample(kind)
    assert [one.words for one in findings(letter) if one.is_serious] == []


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        (receipt(document_title=" "), "empty:document_title"),
        (receipt(contact_phone=""), "contact:contact_phone"),
        (receipt(document_title="无"), "nothing:document_title"),
        (receipt(document_title="云溪县\u00d7\u00d7管理办法"), "placeholder:document_title"),
        (receipt(addressee="□□镇人民政府"), "placeholder:addressee"),
        (opinion(requested_act="待定"), "nothing:requested_act"),
        (receipt(document_title="云溪县管理办法（试行"), "unbalanced"),
        (opinion(requested_act="修改，，重新公布"), "doubled"),
        (receipt(registered_date=date(2099, 1, 4)), "future:registered_date"),
        (receipt(received_date=date(2001, 1, 4)), "order:received_date"),
        (opinion(concluded_date=date(2001, 1, 4)), "order:concluded_date"),
        (opinion(report_days=31), "days:report_days"),
        (receipt(is_in_time=False, days_used=1), "late:is_in_time"),
        (opinion(copy_to=("云溪县人民政府", "云溪县人民政府")), "copied_twice:copy_to[1]"),
    ],
)
def test_what_is_wrong_in_a_letter_is_found_at_its_place(letter: NumberedLetter, code: str) -> None:
    assert code in rules_at(letter)


def test_a_letter_on_a_rest_day_is_looked_at_again() -> None:
    sunday = date(2026, 3, 15)
    letter = receipt(
        letter_date=sunday,
        registered_date=sunday,
        received_date=sunday,
        published_date=sunday,
    )
    (finding,) = (one for one in findings(letter) if one.rule == "rest_day")
    assert finding.severity is Severity.LOOK_AGAIN
    assert "2026年3月15日" in finding.words


def test_a_working_weekend_is_no_rest_day() -> None:
    # 2026-02-14 is a Saturday on which offices work before the Spring Festival.
    letter = receipt(letter_date=date(2026, 2, 14))
    assert "rest_day:letter_date" not in rules_at(letter)


def test_a_last_day_other_than_the_clock_s_is_found_with_the_right_one() -> None:
    delivered = date(2026, 3, 16)
    for rules in (NATIONAL, load_profile("hunan")):
        letter = opinion(
            delivery_date=delivered,
            report_due_date=delivered + timedelta(days=29),
            letter_date=delivered,
        )
        (finding,) = (one for one in findings(letter, rules=rules) if one.rule == "clock")
        assert finding.place == "report_due_date"
        assert "2026年4月15日" in finding.words
        right = opinion(
            delivery_date=delivered,
            report_due_date=delivered + timedelta(days=30),
            letter_date=delivered,
        )
        assert not [one for one in findings(right, rules=rules) if one.rule == "clock"]


def test_a_body_the_register_does_not_know_is_looked_at_again() -> None:
    letter = receipt(addressee="云溪县城建局")
    facts = RegisterFacts(bodies=frozenset({"云溪县住房和城乡建设局"}))
    assert "unknown_body:addressee" in rules_at(letter, facts)


def test_a_body_that_was_renamed_is_told_with_its_new_name() -> None:
    letter = receipt(addressee="云溪县环保局")
    facts = RegisterFacts(ended_bodies={"云溪县环保局": "云溪县生态环境局"})
    (finding,) = (one for one in findings(letter, facts) if one.rule == "ended_body")
    assert "云溪县生态环境局" in finding.words


def test_a_title_that_differs_from_the_record_must_be_changed() -> None:
    letter = receipt(document_title="云溪县停车管理办法")
    facts = facts_for(letter, record={"document_title": "云溪县公共停车场管理办法"})
    (finding,) = (one for one in findings(letter, facts) if one.rule == "differs")
    assert finding.is_serious
    assert finding.place == "document_title"


def test_a_number_that_another_document_bears_is_looked_at_again() -> None:
    letter = receipt()
    facts = facts_for(letter, sharing=("云溪县别的办法",))
    assert "number_shared:document_number" in rules_at(letter, facts)


def test_a_number_the_ledger_has_stops_the_letter() -> None:
    letter = receipt()
    facts = facts_for(letter, number_taken="云司备回〔2026〕8号")
    assert "number_taken:letter_number" in rules_at(letter, facts)


def test_a_letter_sent_before_is_looked_at_again() -> None:
    letter = receipt()
    earlier = EarlierLetter("云司备回〔2026〕1号", date(2026, 1, 5), letter.addressee)
    facts = facts_for(letter, earlier=(earlier,))
    (finding,) = (one for one in findings(letter, facts) if one.rule == "issued_before")
    assert not finding.is_serious
    assert "云司备回〔2026〕1号" in finding.words


def test_the_addressee_is_not_sent_a_copy_too() -> None:
    letter = opinion(addressee="柳渡镇人民政府", copy_to=("柳渡镇人民政府",))
    assert "copied_twice:copy_to[0]" in rules_at(letter)


def test_rows_are_numbered_without_a_gap() -> None:
    data = data_of(sample_letter("review_opinion"))
    rows = cast("list[dict[str, object]]", data["findings"])
    rows[-1]["position"] = 99
    letter = numbered_from_data("review_opinion", data)
    assert any(code.startswith("position:findings[0]") for code in rules_at(letter))


@pytest.mark.parametrize(("total", "is_found"), [("5", False), ("6", True)])
def test_a_total_that_does_not_add_up_is_found(total: str, is_found: bool) -> None:  # noqa: FBT001
    rows = (("1", "3"), ("2", "2"), ("合计", total))
    table = Table(
        "materials",
        (),
        tuple(tuple(Cell(text, CellRole.SHORT) for text in row) for row in rows),
    )
    letter = receipt()
    case = case_from(letter, letter.letter_date, NATIONAL, facts_for(letter))
    totalled = replace(case, model=replace(case.model, blocks=(table,)))
    assert bool(list(wrong_totals(totalled))) is is_found


def test_the_serious_findings_come_first() -> None:
    letter = receipt(contact_phone="", document_title="")
    severities = [one.is_serious for one in findings(letter)]
    assert severities == sorted(severities, reverse=True)
    assert severities[0]


def test_every_rule_that_can_find_something_has_words_and_no_words_are_left_over() -> None:
    assert len(RULES) == len(set(RULES))
    for words in rule_table().rules.values():
        assert words.severity in {severity.value for severity in Severity}
        assert words.text.endswith("。")


def test_the_clock_names_terms_and_fields_that_are_there() -> None:
    terms = {name for name, _ in NATIONAL.parameters()}
    for clock in rule_table().clock:
        assert clock.term in terms
        for kind in set(clock.kinds) & set(LETTER_KINDS):
            fields = set(data_of(sample_letter(kind)))
            assert {clock.due, clock.start, clock.days} - {""} <= fields


def pages_with(*blocks: Block) -> list[Page]:
    """Return the pages of a paper of these blocks, set as they are printed."""
    return laid_out(replace(compose(receipt()), blocks=blocks), STANDARD, Typesetter(STANDARD))


def test_a_seal_on_a_page_without_text_stops_the_letter() -> None:
    # Given a wording that begins a page before the signature, with nothing but a title above it
    title, text = Title(("关于报送材料的通知",)), Paragraph("请按规定办理。")
    signature = Signature("云溪县司法局", "2026年4月10日")
    # When its paper is set
    (found,) = bare_seals(pages_with(title, text, Annex("附件1", ("名单",)), signature))
    # Then the page is named, and the way to it
    assert found.code == f"seal_page:{PAGE}[1]"
    assert found.is_serious
    assert "第 2 页" in found.words
    # And a line of text on the page is enough, and a name without seal asks for none
    assert not list(bare_seals(pages_with(title, text, signature)))
    assert not list(bare_seals(pages_with(title, replace(signature, has_seal=False))))


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_the_seal_of_every_sample_has_text_above_it(kind: str) -> None:
    model = compose(sample_letter(kind))
    assert not list(bare_seals(laid_out(model, STANDARD, Typesetter(STANDARD))))


@pytest.mark.usefixtures("register")
def test_a_character_that_no_face_has_stops_the_letter() -> None:
    (found,) = paper_faults(compose(receipt(contact_name="林\U00030ede")))
    assert found.code == "glyphs"
    assert found.is_serious
    assert "U+30EDE" in found.words
