"""Terms in templates print their names, and the sentences that explain them."""

import pytest

from models.domain.letter_terms import CleanupOpinion, LegalityConclusion
from review.letters.compose import compose
from review.letters.letter_model import Paragraph
from review.letters.sample_letters import sample_letter
from review.letters.wording_errors import WordingError
from review.letters.wording_filters import (
    TermName,
    count_in_rows,
    numbered,
    paragraphs,
    with_semicolons,
)
from tests.models.office import changed


def said(wording: str, **fields: object) -> list[str]:
    """The paragraphs of a legality opinion with this body."""
    letter = changed(sample_letter("legality_opinion"), **fields)
    model = compose(letter, wording=f"【版式】信函式\n【正文】\n{wording}")
    return [block.text for block in model.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("conclusion", LegalityConclusion)
def test_every_conclusion_has_a_sentence_of_its_own(conclusion: LegalityConclusion) -> None:
    name, sentence = said("{{ 审核结论 }}\n{{ 审核结论 | 说明 }}", conclusion=conclusion)
    assert name == TermName(conclusion)
    assert sentence.endswith("。")
    assert "_" not in name + sentence


def test_a_template_may_ask_for_a_term_by_its_name() -> None:
    words = "{% if 审核结论 == '合法，同意提请审议' %}甲{% else %}乙{% endif %}"
    assert said(words, conclusion=LegalityConclusion.LAWFUL) == ["甲"]
    assert said(words, conclusion=LegalityConclusion.NOT_NORMATIVE) == ["乙"]


def test_only_terms_have_sentences() -> None:
    with pytest.raises(WordingError):
        said("{{ 送审稿名称 | 说明 }}")


def test_lists_become_numbered_paragraphs_or_parts_of_a_sentence() -> None:
    assert said("{{ 送审材料 | 分条 }}", materials=("甲", "乙")) == ["1．甲", "2．乙"]
    assert paragraphs(("甲", "乙")) == "甲\n乙"
    assert numbered(()) == ""
    assert with_semicolons(("甲。", "乙")) == "甲；乙"


def test_rows_of_rows_are_counted_together() -> None:
    lists = ({"文件": ("甲", "乙")}, {"文件": ("丙",)}, {"文件": ()})
    assert count_in_rows(lists, "文件") == 3
    with pytest.raises(TypeError):
        count_in_rows("甲", "文件")  # type: ignore[arg-type]  # what a template might hand over


def test_a_term_s_name_is_the_one_of_the_shelf() -> None:
    assert TermName(CleanupOpinion.DECLARE_LAPSED) == "宣布失效"
    assert TermName(CleanupOpinion.DECLARE_LAPSED).sentence.startswith("适用期已过")
