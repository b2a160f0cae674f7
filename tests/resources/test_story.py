"""The demo story agrees with the sample texts, with itself and with the law catalogue."""

import csv
import re
from datetime import date, timedelta
from typing import Any

import pytest

from models.domain.gates import GatedStep, missing_gates
from models.domain.profile import DocumentTraits
from models.domain.terms import (
    DocumentClass,
    EvidenceKind,
    FindingClass,
    MaterialKind,
    RelationKind,
)
from models.profiles import load_profile
from tests.resources.sample_readers import FOLDER, LAWS, story, text_lines

STORY = story()
SAMPLES: list[dict[str, Any]] = STORY["samples"]
BODIES = {body["key"]: body for body in STORY["issuing_bodies"]}
OWN = [sample for sample in SAMPLES if sample["path"] == "own"]
FILED = [sample for sample in SAMPLES if sample["path"] == "filing"]
REVIEWED = [sample for sample in SAMPLES if "concluded_date" in sample.get("review", {})]
FILING_LIMIT = timedelta(days=15)
REVIEW_LIMIT = timedelta(days=30)
NOTICE_PERIOD = timedelta(days=30)
CITED = re.compile(r"《([^《》]+)》")


def key_of(sample: dict[str, Any]) -> str:
    return str(sample["key"])


def day(text: str) -> date:
    return date.fromisoformat(text)


def in_words(text: str) -> str:
    moment = day(text)
    return f"{moment.year}年{moment.month}月{moment.day}日"


def lines_of(sample: dict[str, Any]) -> list[str]:
    return text_lines(str(sample["file"]).removesuffix(".docx"))


def evidence(sample: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(entry for entry in sample["evidence"] if entry["kind"] == kind)


@pytest.mark.parametrize("sample", SAMPLES, ids=key_of)
def test_every_file_of_the_story_exists(sample: dict[str, Any]) -> None:
    assert (FOLDER / sample["file"]).is_file()


def test_every_sample_stands_in_the_story_once() -> None:
    told = [sample["file"] for sample in SAMPLES]

    assert sorted(told) == sorted(path.name for path in FOLDER.glob("*.docx"))


@pytest.mark.parametrize("sample", SAMPLES, ids=key_of)
def test_number_title_and_dates_of_the_story_stand_in_the_text(sample: dict[str, Any]) -> None:
    lines = lines_of(sample)

    assert sample["document_number"] in lines
    assert sample["title"] in "".join(lines)
    assert in_words(sample["adopted_date"]) in lines


@pytest.mark.parametrize("sample", SAMPLES, ids=key_of)
def test_effective_date_of_the_story_stands_in_the_text(sample: dict[str, Any]) -> None:
    words = "".join(lines_of(sample))

    if "自公布之日起施行" in words:
        assert sample["effective_date"] == sample["issuance"]["published_date"]
    elif sample["key"] != "flood_duty":
        assert f"自{in_words(sample['effective_date'])}起施行" in words


@pytest.mark.parametrize("sample", SAMPLES, ids=key_of)
def test_a_term_in_years_ends_the_day_before_the_anniversary(sample: dict[str, Any]) -> None:
    term = re.search(r"有效期(\d)年", "".join(lines_of(sample)))
    if term is None:
        return
    start = day(sample["effective_date"])

    end = start.replace(year=start.year + int(term.group(1))) - timedelta(days=1)

    assert day(sample["expiry_date"]) == end


@pytest.mark.parametrize("sample", SAMPLES, ids=key_of)
def test_issuers_are_known_and_may_issue(sample: dict[str, Any]) -> None:
    issuers = [sample["issuing_body"], *sample.get("joint_issuers", [])]

    assert all(BODIES[issuer]["is_eligible"] for issuer in issuers)
    assert sample.get("joint_issuers", issuers)[0] == sample["issuing_body"]


def test_a_body_that_may_not_issue_stands_in_the_register_of_bodies() -> None:
    assert [body["name"] for body in BODIES.values() if not body["is_eligible"]] == [
        "云溪县停车秩序整治工作领导小组"
    ]


def test_organ_codes_names_and_document_numbers_are_unique() -> None:
    bodies = list(BODIES.values())
    numbers = [record["document_number"] for record in SAMPLES + STORY["historic_documents"]]

    assert len({body["organ_code"] for body in bodies}) == len(bodies)
    assert len({body["name"] for body in bodies}) == len(bodies)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("sample", OWN, ids=key_of)
def test_the_procedure_comes_before_signature_and_signature_before_publication(
    sample: dict[str, Any],
) -> None:
    issuance = sample["issuance"]

    steps = [
        evidence(sample, "public_comment")["start_date"],
        evidence(sample, "public_comment")["end_date"],
        evidence(sample, "fair_competition_review")["end_date"],
        evidence(sample, "legality_review")["end_date"],
        evidence(sample, "collective_deliberation")["end_date"],
        evidence(sample, "signature")["end_date"],
        sample["adopted_date"],
        issuance["registered_date"],
        issuance["printed_date"],
        issuance["published_date"],
        sample["effective_date"],
    ]

    assert [day(step) for step in steps] == sorted(day(step) for step in steps)


@pytest.mark.parametrize("sample", OWN, ids=key_of)
def test_the_public_had_thirty_days_to_comment(sample: dict[str, Any]) -> None:
    comment = evidence(sample, "public_comment")

    assert day(comment["end_date"]) - day(comment["start_date"]) >= NOTICE_PERIOD


@pytest.mark.parametrize("sample", OWN, ids=key_of)
def test_effect_before_thirty_days_has_a_reason(sample: dict[str, Any]) -> None:
    gap = day(sample["effective_date"]) - day(sample["issuance"]["published_date"])

    assert gap >= NOTICE_PERIOD or sample["early_effect_reason"]


@pytest.mark.parametrize("sample", OWN, ids=key_of)
def test_a_meeting_named_in_the_text_is_the_meeting_of_the_story(sample: dict[str, Any]) -> None:
    words = "".join(lines_of(sample))
    deliberation = evidence(sample, "collective_deliberation")
    meeting = re.search(r"(\d{4}年\d+月\d+日)云溪县第十八届人民政府(第\d+次)常务会议", words)
    if meeting is None:
        return

    assert meeting.group(1) == in_words(deliberation["end_date"])
    assert deliberation["reference"].endswith(meeting.group(2))


@pytest.mark.parametrize("sample", OWN, ids=key_of)
def test_every_older_document_touched_stands_in_the_text_and_in_the_story(
    sample: dict[str, Any],
) -> None:
    words = "".join(lines_of(sample))
    historic = {record["key"]: record for record in STORY["historic_documents"]}

    targets = [historic[relation["target"]] for relation in sample["relations"]]

    assert all(f"《{old['title']}》（{old['document_number']}）" in words for old in targets)
    cited_numbers = re.findall(r"》（(云政\w*〔\d{4}〕\d+号)）", words)
    assert sorted(old["document_number"] for old in targets) == sorted(cited_numbers)


@pytest.mark.parametrize("sample", FILED, ids=key_of)
def test_filings_arrive_in_time_and_are_decided_after_arrival(sample: dict[str, Any]) -> None:
    filing = sample["filing"]

    assert day(sample["adopted_date"]) <= day(sample["published_date"])
    assert day(filing["received_date"]) - day(sample["published_date"]) <= FILING_LIMIT
    assert day(filing["received_date"]) <= day(filing["decided_date"])


def test_the_three_outcomes_of_intake_are_all_shown() -> None:
    assert {sample["filing"]["outcome"] for sample in FILED} == {
        "accepted",
        "supplement",
        "refused",
    }


def test_a_supplement_lists_its_defects_and_gives_fifteen_days() -> None:
    filing = next(s["filing"] for s in FILED if s["filing"]["outcome"] == "supplement")

    assert len(filing["defects"]) >= 3
    assert day(filing["supplement_due_date"]) - day(filing["decided_date"]) == FILING_LIMIT


@pytest.mark.parametrize("sample", REVIEWED, ids=key_of)
def test_reviews_keep_their_thirty_days(sample: dict[str, Any]) -> None:
    filing, review = sample["filing"], sample["review"]

    assert filing["outcome"] == "accepted"
    assert day(filing["decided_date"]) <= day(review["opened_date"])
    assert day(review["opened_date"]) <= day(review["concluded_date"])
    assert day(review["concluded_date"]) - day(filing["decided_date"]) <= REVIEW_LIMIT


def findings() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(sample, found) for sample in REVIEWED for found in sample["review"]["findings"]]


def test_the_review_story_has_at_least_four_findings_each_with_a_legal_basis() -> None:
    assert len(findings()) >= 4
    for _, found in findings():
        assert found["basis_title"]
        assert found["basis_article"]
        assert found["suggestion"]


@pytest.mark.parametrize(("sample", "found"), findings(), ids=lambda part: part.get("clause", ""))
def test_every_quote_stands_in_the_clause_it_names(
    sample: dict[str, Any], found: dict[str, Any]
) -> None:
    clause = [line for line in lines_of(sample) if line.startswith(f"{found['clause']}　")]

    assert len(clause) == 1
    assert found["quote"] in clause[0]


@pytest.mark.skipif(not LAWS.exists(), reason="the law catalogue ../shared/data is not here")
def test_every_law_cited_by_samples_and_findings_exists_and_is_in_force() -> None:
    with LAWS.open(encoding="utf-8-sig") as file:
        in_force = {row["name"] for row in csv.DictReader(file) if row["status"] == "有效"}
    cited = {found["basis_title"] for _, found in findings()}
    for sample in SAMPLES:
        cited |= {name for name in CITED.findall("".join(lines_of(sample))) if is_law(name)}

    assert len(cited) >= 12
    assert cited - in_force == set()


def is_law(name: str) -> bool:
    """A title of law is national: it starts with the state's name or ends as regulations do."""
    return "云溪县" not in name and (name.startswith("中华人民共和国") or name.endswith("条例"))


def test_the_office_has_one_person_for_each_of_the_four_roles() -> None:
    assert [person["role"] for person in STORY["people"]] == [
        "clerk",
        "reviewer",
        "head",
        "administrator",
    ]


def test_every_value_of_the_story_is_a_value_of_the_register() -> None:
    kinds = [entry["kind"] for sample in OWN for entry in sample["evidence"]]
    papers = [paper for sample in OWN for paper in sample["papers"]]
    materials = [entry["kind"] for sample in FILED for entry in sample["filing"]["materials"]]
    relations = [entry["kind"] for sample in SAMPLES for entry in sample["relations"]]

    assert {EvidenceKind(kind) for kind in kinds + papers}
    assert {MaterialKind(kind) for kind in materials}
    assert {RelationKind(kind) for kind in relations}
    assert {FindingClass(found["finding_class"]) for _, found in findings()}
    assert {DocumentClass(body["body_class"]) for body in BODIES.values()} == set(DocumentClass)


@pytest.mark.parametrize("sample", OWN, ids=key_of)
@pytest.mark.parametrize("step", GatedStep, ids=str)
def test_nothing_that_the_profile_requires_is_missing(
    step: GatedStep, sample: dict[str, Any]
) -> None:
    body_class = DocumentClass(BODIES[sample["issuing_body"]]["body_class"])
    traits = DocumentTraits(
        body_class,
        is_market_related=sample.get("is_market_related", False),
        has_major_effect=sample.get("has_major_effect", False),
    )
    kinds = [entry["kind"] for entry in sample["evidence"]] + sample["papers"]
    present = frozenset(EvidenceKind(kind) for kind in kinds)

    missing = missing_gates(load_profile(STORY["office"]["profile"]), step, traits, present)

    assert [gate.evidence for gate in missing if gate.is_required] == []
