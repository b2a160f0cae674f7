"""The laws that a text cites are found and told apart, with version, standing and articles."""

import csv
import gzip
import io
import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from resources import path_of
from review.laws.citations import Certainty, LawCitation, laws_cited, shipped_index
from review.laws.law_articles import ArticleReference
from review.laws.law_index import NameMatch
from review.laws.law_names import law_key
from review.laws.law_standing import Standing, VersionChoice
from review.laws.standing_words import words_beside

DATA = Path(__file__).parents[4] / "shared" / "data"
TODAY = date(2026, 11, 22)


def cited(text: str, written: date | None = None) -> tuple[LawCitation, ...]:
    return laws_cited(text, shipped_index(), written, TODAY)


def the_one(text: str, written: date | None = None) -> LawCitation:
    (citation,) = cited(text, written)
    return citation


@pytest.mark.parametrize(
    "text",
    [
        "根据《中华人民共和国行政处罚法》的规定",
        "根据《行政处罚法》的规定",
        "根据我国《行政处罚法》的规定",
        "根据《行政处\n罚法》的规定",
        "根据《中华人民共和国 行政处罚法》（2021年修订）的规定",
        "依照行政处罚法第三十二条的规定",
        "根据中华人民共和国行政处罚法制定",
        "根据〈行政处罚法〉、《行政处罚法》",
    ],
)
def test_one_law_is_known_by_every_way_of_writing_its_name(text: str) -> None:
    citation = cited(text)[-1]

    assert citation.name == "中华人民共和国行政处罚法"
    assert citation.certainty is Certainty.CERTAIN


def test_a_slip_of_one_character_is_found_and_called_unsure() -> None:
    for text in ("根据《中华人民公和国行政处罚法》", "根据《中华人民共和国土地管里法》"):
        citation = the_one(text)
        assert citation.match is NameMatch.SLIP
        assert citation.certainty is Certainty.UNSURE


@pytest.mark.parametrize(
    "text", ["根据《广东省养老服务条例》", "根据《云溪县停车场管理办法》", "根据《云溪县养犬规定》"]
)
def test_a_law_that_is_not_listed_is_not_taken_for_another(text: str) -> None:
    citation = the_one(text)

    assert citation.certainty is Certainty.NOT_FOUND
    assert citation.now.standing is Standing.NOT_LISTED


@pytest.mark.parametrize(
    "text",
    [
        "按照《云溪县人民政府办公室关于做好防汛工作的通知》办理",
        "合法经营，依法办事，办法总比困难多。",
        "学习劳动法学、宪法学知识",
    ],
)
def test_what_is_no_law_is_not_cited(text: str) -> None:
    assert cited(text) == ()


def test_a_merged_law_names_what_took_its_place_and_was_good_before() -> None:
    citation = the_one("根据《婚姻法》第三十二条", date(2019, 5, 1))

    assert citation.then.standing is Standing.IN_FORCE
    assert citation.now.standing is Standing.REPEALED
    assert citation.now.successor is not None
    assert citation.now.successor.name == "民法典"


@pytest.mark.parametrize(
    ("written", "year"),
    [(date(2018, 6, 1), 2015), (date(2020, 1, 2), 2019), (date(2001, 1, 1), 2015)],
)
def test_the_version_is_the_one_in_force_when_the_text_was_written(
    written: date, year: int
) -> None:
    citation = the_one("根据《城乡规划法》制定本办法。", written)

    assert citation.version is not None
    assert citation.version.promulgated_date is not None
    assert citation.version.promulgated_date.year == year


def test_a_year_behind_the_name_picks_the_version() -> None:
    citation = the_one("根据《土地管理法》（2019年修正）制定", date(2026, 1, 1))

    assert citation.choice is VersionChoice.YEAR_WRITTEN


def test_a_short_name_that_the_text_gives_is_the_law_from_there_on() -> None:
    text = "根据《优化营商环境条例》（以下简称《条例》）制定。违反《条例》第十条的，责令改正。"

    first, second = cited(text)

    assert second.match is NameMatch.ABBREVIATED
    assert second.name == first.name
    assert second.articles == (ArticleReference(10, 10),)


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("第十二条第二款第（三）项", (ArticleReference(12, 12, 0, 2, 3),)),
        ("第十二条、第十五条", (ArticleReference(12, 12), ArticleReference(15, 15))),
        ("第十二、十五条", (ArticleReference(12, 12), ArticleReference(15, 15))),
        ("第十二条至第十五条", (ArticleReference(12, 15),)),
        ("第一百二十条之一", (ArticleReference(120, 120, 1),)),
        ("第8条和第9条第1款", (ArticleReference(8, 8), ArticleReference(9, 9, 0, 1))),
        ("的规定", ()),
    ],
)
def test_the_articles_behind_the_name_are_read(
    words: str, articles: tuple[ArticleReference, ...]
) -> None:
    assert the_one(f"依照《刑法》{words}处理").articles == articles


def test_the_place_leads_back_to_what_stands_in_the_text() -> None:
    text = "一、依 据\n《行政许\n可法》 第十二条，等。"

    citation = the_one(text)

    assert text[citation.place.start : citation.place.end] == "《行政许\n可法》 第十二条"


def test_what_replaced_a_law_is_listed_and_began_on_that_day_where_the_catalogue_says_so() -> None:
    index = shipped_index()
    entries = tomllib.loads(path_of("laws", "successors.toml").read_text(encoding="utf-8"))
    for entry in entries["successor"]:
        versions = index.look_up(entry["new"]).versions
        assert versions or entry["new"] == "党政机关公文处理工作条例"
        first = min((law.effective_date for law in versions if law.effective_date), default=None)
        assert first is None or first >= entry["date"]


def test_every_usual_short_name_means_a_listed_law() -> None:
    index = shipped_index()
    entries = tomllib.loads(path_of("laws", "short_names.toml").read_text(encoding="utf-8"))
    for entry in entries["short_name"]:
        found = index.look_up(entry["short"])
        assert found.match is NameMatch.SHORT_NAME
        assert found.versions


def test_citations_of_real_documents_are_matched_with_the_catalogue() -> None:
    if not DATA.exists():
        pytest.skip("the collection of real documents is not here")
    with gzip.open(DATA / "corpus.jsonl.gz") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with gzip.open(DATA / "citations_auto.csv.gz") as stream:
        rows = list(csv.DictReader(io.TextIOWrapper(stream, encoding="utf-8-sig")))
    listed = [row for row in rows if row["found_in_laws_csv"] == "yes"]
    found = {number: cited(texts[number]) for number in {row["doc_id"] for row in listed}}

    hits = [row for row in listed if _is_matched(row, found[row["doc_id"]])]

    assert len(hits) >= 0.99 * len(listed)


def _is_matched(row: dict[str, str], citations: tuple[LawCitation, ...]) -> bool:
    candidates = row["candidates law_id:promulgated:status"].split(";")
    wanted = {candidate.split(":")[0] for candidate in candidates}
    return any(
        law_key(each.written) == law_key(row["cited_name_raw"])
        and wanted & {law.id for law in each.versions}
        for each in citations
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("行政许可法", "现行有效（目录截至2026年11月22日）"),
        ("婚姻法", "已废止，由《民法典》代替，自2021年1月1日起（目录截至2026年11月22日）"),
        ("云溪县停车办法", "目录中没有（目录截至2026年11月22日）"),
        (
            "中华人民共和国土地管里法",
            "疑为《中华人民共和国土地管理法》，现行有效（目录截至2026年11月22日）",
        ),
        ("云溪县人民政府关于做好防汛工作的通知", ""),
        ("", ""),
    ],
)
def test_a_few_words_beside_a_basis_say_how_the_law_stands(name: str, words: str) -> None:
    assert words_beside(name, shipped_index()) == words
