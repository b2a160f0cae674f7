"""What the record of a filing tells the formal check."""

from dataclasses import replace
from datetime import date

import pytest

from models.domain.formal_check import (
    FormalFacts,
    FormalGround,
    FormalItem,
    FormalMeans,
    FormalResult,
    TextOnFile,
)
from models.domain.formal_judging import first_difference, judge_item
from models.domain.terms import MaterialKind

TEXT = "第一条　为了规范停车管理，制定本办法。\n第二条　违反本办法的，处二百元罚款。\n"
REPORT, ELECTRONIC = MaterialKind.FILING_REPORT, MaterialKind.ELECTRONIC_TEXT
SOUND = FormalFacts(
    title="柳渡镇农村住房建设管理规定",
    document_number="柳政发〔2026〕3号",
    issuer_names=("柳渡镇人民政府",),
    filing_body_name="柳渡镇人民政府",
    government_name="云溪县人民政府",
    is_eligible=True,
    ineligible_reason="",
    published_date=date(2026, 3, 2),
    demanded=(REPORT, ELECTRONIC),
    copies={REPORT: 3, ELECTRONIC: 1},
    copies_wanted=3,
    texts=(TextOnFile("规定.docx", TEXT), TextOnFile("规定.pdf", f"— 1 —\n{TEXT}")),
)


def judged(means: FormalMeans, facts: FormalFacts) -> tuple[FormalResult, FormalGround]:
    """Return how an item of these means stands."""
    judgement = judge_item(FormalItem("one", "一项", means, "某规定"), facts)
    return judgement.result, judgement.ground


@pytest.mark.parametrize(
    "means",
    [one for one in FormalMeans if one not in {FormalMeans.SCOPE, FormalMeans.BY_HAND}],
)
def test_a_filing_in_order_fits_in_everything_its_record_tells(means: FormalMeans) -> None:
    assert judged(means, SOUND)[0] is FormalResult.FITTING


@pytest.mark.parametrize(
    ("means", "changes", "ground"),
    [
        (
            FormalMeans.RECIPIENT,
            {"issuer_names": ("云溪县人民政府",)},
            FormalGround.OWN_DOCUMENT,
        ),
        (
            FormalMeans.COMPETENCE,
            {"is_eligible": False, "ineligible_reason": "议事协调机构"},
            FormalGround.INELIGIBLE,
        ),
        (FormalMeans.PUBLICATION, {"published_date": None}, FormalGround.UNPUBLISHED),
        (FormalMeans.COMPLETENESS, {"copies": {REPORT: 3}}, FormalGround.MISSING),
        (FormalMeans.COPIES, {"copies": {REPORT: 2, ELECTRONIC: 1}}, FormalGround.TOO_FEW),
        (FormalMeans.FORMAT, {"document_number": ""}, FormalGround.NO_NUMBER),
        (
            FormalMeans.FORMAT,
            {"document_number": "柳政发[2026]第03号"},
            FormalGround.NUMBER_UNSOUND,
        ),
        (
            FormalMeans.TEXT_EQUALITY,
            {
                "texts": (
                    SOUND.texts[0],
                    TextOnFile("规定.pdf", TEXT.replace("二百元", "五百元")),
                )
            },
            FormalGround.TEXTS_DIFFER,
        ),
    ],
)
def test_what_is_not_as_it_must_be_is_faulty_and_says_why(
    means: FormalMeans, changes: dict[str, object], ground: FormalGround
) -> None:
    assert judged(means, replace(SOUND, **changes)) == (FormalResult.FAULTY, ground)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("means", "changes"),
    [
        (FormalMeans.RECIPIENT, {"filing_body_name": "云溪县人民政府办公室"}),
        (FormalMeans.TEXT_EQUALITY, {"texts": SOUND.texts[:1]}),
        (FormalMeans.TEXT_EQUALITY, {"texts": (SOUND.texts[0], TextOnFile("扫描件.pdf", ""))}),
        (FormalMeans.BY_HAND, {}),
    ],
)
def test_what_the_record_does_not_tell_waits_for_a_person(
    means: FormalMeans, changes: dict[str, object]
) -> None:
    facts = replace(SOUND, **changes)  # type: ignore[arg-type]
    assert judged(means, facts)[0] is FormalResult.UNANSWERED


def test_the_electronic_text_is_not_counted_in_copies() -> None:
    assert judged(FormalMeans.COPIES, SOUND)[0] is FormalResult.FITTING


def test_breaks_blanks_and_page_numbers_make_no_difference() -> None:
    broken = "第一条 为了规范停车\n管理,制定本办法。\n- 2 -\n第二条　违反本办法的,处二百元罚款。"
    assert first_difference(TEXT, broken) is None


def test_the_first_difference_is_shown_with_the_words_before_it() -> None:
    said, otherwise = first_difference(TEXT, TEXT.replace("二百", "五百")) or ("", "")
    assert said == "第二条违反本办法的,处二百元罚款。"
    assert otherwise == "第二条违反本办法的,处五百元罚款。"


def test_a_clause_that_one_text_lacks_is_a_difference() -> None:
    assert first_difference(TEXT, TEXT.split("\n", maxsplit=1)[0]) == (
        "第二条违反本办法的,处二百元罚款。",
        "",
    )
