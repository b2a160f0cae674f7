"""What the program suggests for documents of a cleanup: each ground alone, with its facts."""

from dataclasses import replace
from datetime import date

import pytest

from models.acts.cleanup_decisions import record_suggestions
from models.acts.document_effects import end_document
from models.acts.evaluation_conclusion import conclude_evaluation
from models.acts.issuing_bodies import succeed_issuing_body
from models.acts.life_events import Effect
from models.acts.register_document import register_historic_document
from models.domain.cleanup import CleanupOutcome
from models.domain.cleanup_campaign import SuggestionGround
from models.domain.evaluation import Continuation, EvaluationConclusion, EvaluationResult
from models.domain.records import DocumentEntry, DuplicateHandling, RelationEntry
from models.domain.terms import RelationKind
from models.domain.validity import EndingKind, ValidityTerm, ValidityTermKind
from review.cleanup.suggesting.old_organs import reformed_organs
from review.cleanup.suggesting.suggestions import suggest
from review.errors import ReadingCancelledError
from review.laws.citations import shipped_index
from tests.models.cleanup_office import frozen, rows
from tests.models.evaluations import REASONS, conclude_one, score_one
from tests.models.office import (
    ADMINISTRATOR,
    HEAD,
    LABOUR,
    PAPER,
    TODAY,
    add_body,
    another,
    order,
    parking_measures,
)

pytestmark = pytest.mark.usefixtures("register")

Found = list[tuple[CleanupOutcome, SuggestionGround, str]]


def measures(place: int = 1, text: str = "", **changes: object) -> DocumentEntry:
    """Return a document of 2022 that nothing speaks against."""
    entry = replace(
        another(parking_measures(0), place),
        published_date=date(2022, 3, 1),
        adopted_date=date(2022, 2, 1),
        effective_date=date(2022, 4, 1),
        validity_term=ValidityTerm(ValidityTermKind.PERMANENT),
        files=(replace(PAPER, text=text),) if text else (),
    )
    return replace(entry, **changes)  # type: ignore[arg-type] # fields of test cases


@pytest.fixture
def body_id() -> int:
    """Return the government of the county."""
    return add_body()


def kept(body_id: int, entry: DocumentEntry) -> int:
    """Record a document of the past."""
    handling = DuplicateHandling.REGISTER_ALL_THE_SAME
    return register_historic_document(order(), replace(entry, issuing_body_id=body_id), handling)


def suggested(document_id: int, campaign_id: int | None = None) -> Found:
    """Return what is suggested for a document, after it was kept and read again."""
    campaign_id = campaign_id or frozen()
    record_suggestions(order(), campaign_id, suggest(campaign_id, shipped_index(), TODAY))
    found = rows(campaign_id)[document_id].suggestions
    return [(one.outcome, one.ground, one.fact) for one in found]


def test_nothing_is_suggested_where_nothing_speaks_for_it(body_id: int) -> None:
    text = "根据《中华人民共和国行政处罚法》，制定本办法。由县市场监督管理局负责。"
    assert suggested(kept(body_id, measures(text=text))) == []


def test_a_document_whose_term_is_over_is_suggested_to_lapse(body_id: int) -> None:
    over = measures(validity_term=ValidityTerm(ValidityTermKind.YEARS, 2))
    assert suggested(kept(body_id, over)) == [
        (
            CleanupOutcome.DECLARE_LAPSED,
            SuggestionGround.EXPIRED,
            "最后有效日是2024年3月31日",
        )
    ]


def test_what_ended_before_is_suggested_as_ended_and_as_nothing_else(body_id: int) -> None:
    document_id = kept(body_id, measures(text="由县工商行政管理局负责。"))
    end_document(order(), document_id, EndingKind.REPEALED, Effect(TODAY, "另行废止"))
    assert suggested(document_id) == [(CleanupOutcome.ALREADY_ENDED, SuggestionGround.ENDED, "")]


@pytest.mark.parametrize(
    ("result", "outcome", "words"),
    [
        (EvaluationResult.CONTINUE, CleanupOutcome.KEEP, "继续有效"),
        (EvaluationResult.AMEND, CleanupOutcome.AMEND, "修改"),
        (EvaluationResult.REPEAL, CleanupOutcome.REPEAL, "废止"),
        (EvaluationResult.LAPSE, CleanupOutcome.DECLARE_LAPSED, "失效"),
    ],
)
def test_what_an_evaluation_came_to_is_suggested_until_it_is_carried_out(
    body_id: int, result: EvaluationResult, outcome: CleanupOutcome, words: str
) -> None:
    document_id = kept(body_id, measures())
    conclude_one(document_id, result)
    fact = f"{TODAY.year}年{TODAY.month}月{TODAY.day}日的评估报告：{words}"
    assert suggested(document_id) == [(outcome, SuggestionGround.EVALUATED, fact)]


def test_an_evaluation_that_was_carried_out_says_nothing_more(body_id: int) -> None:
    ends = ValidityTerm(ValidityTermKind.UNTIL_DATE, until_date=date(2031, 3, 31))
    document_id = kept(body_id, measures(validity_term=ValidityTerm(ValidityTermKind.YEARS, 5)))
    goes_on = EvaluationConclusion(
        EvaluationResult.CONTINUE, REASONS, continuation=Continuation(TODAY, ends)
    )
    conclude_evaluation(order(HEAD), score_one(document_id), goes_on)
    assert suggested(document_id) == []


def test_what_a_later_document_replaces_is_suggested_for_repeal(body_id: int) -> None:
    old = kept(body_id, measures())
    kept(
        body_id,
        measures(2, relations=(RelationEntry(RelationKind.REPLACES, "旧办法", target_id=old),)),
    )
    assert suggested(old) == [
        (
            CleanupOutcome.REPEAL,
            SuggestionGround.REPLACED,
            "《云溪县第2类事项管理办法》（云政发〔2026〕102号）",
        )
    ]


def test_a_later_document_of_the_same_name_and_body_speaks_for_repeal(body_id: int) -> None:
    old = kept(body_id, measures())
    newer = kept(
        body_id,
        measures(
            document_number="云政发〔2025〕7号",
            published_date=date(2025, 3, 1),
            adopted_date=date(2025, 2, 1),
            effective_date=date(2025, 4, 1),
        ),
    )
    campaign_id = frozen()
    assert [ground for _, ground, _ in suggested(old, campaign_id)] == [SuggestionGround.REPLACED]
    assert suggested(newer, campaign_id) == []


def test_a_repealed_basis_with_a_successor_speaks_for_an_amendment(body_id: int) -> None:
    basis = (RelationEntry(RelationKind.BASED_ON, "中华人民共和国婚姻法"),)
    text = "根据《中华人民共和国婚姻法》，制定本办法。"
    assert suggested(kept(body_id, measures(text=text, relations=basis))) == [
        (
            CleanupOutcome.AMEND,
            SuggestionGround.BASIS_REPEALED,
            "《中华人民共和国婚姻法》（已由《民法典》代替）",
        )
    ]


def test_a_basis_of_the_register_that_ended_speaks_for_repeal(body_id: int) -> None:
    gone = kept(body_id, measures())
    basis = (RelationEntry(RelationKind.BASED_ON, "旧办法", target_id=gone),)
    document_id = kept(body_id, measures(2, relations=basis))
    end_document(order(), gone, EndingKind.REPEALED, Effect(TODAY, "另行废止"))
    assert suggested(document_id) == [
        (
            CleanupOutcome.REPEAL,
            SuggestionGround.BASIS_REPEALED,
            "《云溪县第1类事项管理办法》",
        )
    ]


def test_a_repealed_law_in_the_text_speaks_for_an_amendment(body_id: int) -> None:
    text = "婚姻登记依照《中华人民共和国婚姻法》第八条办理。"
    ((outcome, ground, fact),) = suggested(kept(body_id, measures(text=text)))
    assert (outcome, ground) == (CleanupOutcome.AMEND, SuggestionGround.CITES_REPEALED)
    assert "已由《民法典》代替" in fact


def test_old_organs_of_the_reform_and_of_the_register_are_named(body_id: int) -> None:
    bureau = add_body(replace(LABOUR, name="云溪县人事局", organ_code="12"))
    succeed_issuing_body(order(ADMINISTRATOR), (bureau,), LABOUR, date(2024, 1, 1))
    text = "由云溪县人事局会同县工商行政管理局负责。"
    assert suggested(kept(body_id, measures(text=text))) == [
        (
            CleanupOutcome.AMEND,
            SuggestionGround.OLD_ORGAN,
            "云溪县人事局（现为云溪县人力资源和社会保障局）、工商行政管理局（现为市场监督管理局）",
        )
    ]


def test_what_was_not_amended_for_ten_years_is_pointed_out(body_id: int) -> None:
    old = measures(
        published_date=date(2016, 3, 16),
        adopted_date=date(2016, 3, 1),
        effective_date=date(2016, 4, 1),
    )
    assert suggested(kept(body_id, old)) == [
        (
            CleanupOutcome.AMEND,
            SuggestionGround.LONG_UNAMENDED,
            "2016年3月16日以后没有修改过",
        )
    ]
    younger = replace(old, title="云溪县另一类事项管理办法", published_date=date(2016, 3, 17))
    younger = replace(younger, document_number="云政发〔2016〕9号")
    assert suggested(kept(body_id, younger)) == []


def test_a_look_at_many_documents_can_be_stopped(body_id: int) -> None:
    kept(body_id, measures())
    with pytest.raises(ReadingCancelledError):
        suggest(frozen(), shipped_index(), TODAY, cancelled=_at_once)


def test_every_old_organ_names_its_source() -> None:
    assert all(one.source and one.successor != one.name for one in reformed_organs())


def _at_once() -> bool:
    return True
