"""The facts of a trail line as people read them: what was entered, what it was before."""

from collections.abc import Iterator, Mapping, Sequence

from models.domain.roles import ActName
from models.queries.trail import TrailRow
from resources.terms import FIELDS, name_in

_CORRECTABLE = "CorrectableField"
_KIND_LISTS = {
    ActName.RECORD_ISSUANCE: "IssuanceKind",
    ActName.ADD_EVIDENCE: "EvidenceKind",
}
_SILENT = frozenset(
    {
        "scheme",
        "issuing_body_id",
        "sha256",
        "size",
        "handling",
        "data_hash",
        "wording_hash",
        "wording_version",
        "batch_id",
        "replaces_id",
    }
)
_FLAGS = {True: "是", False: "否"}


def trail_words(row: TrailRow) -> list[str]:
    """Return the sentences of one line."""
    facts = row.facts
    if "before" in facts and "after" in facts:
        return [*_corrections(_table(facts["before"]), _table(facts["after"])), *_reason(facts)]
    if "entry" in facts:
        return [*_entered(_table(facts["entry"])), *_reason(facts)]
    if "effect" in facts:
        return list(_effect(facts))
    if "event" in facts:
        return [*_event(_table(facts["event"])), *_reason(facts)]
    if "evidence" in facts:
        return list(_evidence(_table(facts["evidence"])))
    return list(_plain(row.act, facts))


def _corrections(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    for field, value in after.items():
        name = name_in(_CORRECTABLE, field)
        yield f"{name}：由“{_spoken(before.get(field))}”改为“{_spoken(value)}”"


def _entered(entry: Mapping[str, object]) -> Iterator[str]:
    for field in ("title", "document_number", "adopted_date", "effective_date", "validity_term"):
        if entry.get(field):
            yield f"{name_in(_CORRECTABLE, field)}：{_spoken(entry[field])}"
    for file in _rows(entry.get("files")):
        yield f"{name_in('FileRole', str(file.get('role')))}：{file.get('original_name')}"
    papers = [name_in("EvidenceKind", str(one.get("kind"))) for one in _rows(entry.get("evidence"))]
    if papers:
        yield f"程序材料：{'、'.join(papers)}"


def _evidence(evidence: Mapping[str, object]) -> Iterator[str]:
    yield name_in("EvidenceKind", str(evidence.get("kind")))
    for field, title in (
        ("start_date", "开始日期"),
        ("end_date", "结束日期"),
        ("result", "结果"),
        ("reference", "文号"),
        ("note", "说明"),
    ):
        if evidence.get(field):
            yield f"{title}：{evidence[field]}"


def _effect(facts: Mapping[str, object]) -> Iterator[str]:
    effect = _table(facts["effect"])
    if facts.get("ending"):
        yield name_in("EndingKind", str(facts["ending"]))
    yield f"{name_in(FIELDS, 'begin_date')}：{effect.get('begin_date')}"
    yield from _reason(effect)


def _event(event: Mapping[str, object]) -> Iterator[str]:
    yield f"{name_in(FIELDS, 'begin_date')}：{event.get('begin_date')}"
    clauses = event.get("clauses")
    if isinstance(clauses, list) and clauses:
        yield f"条款：{'、'.join(map(str, clauses))}"
    if event.get("term"):
        yield f"{name_in(_CORRECTABLE, 'validity_term')}：{_spoken(event['term'])}"


def _plain(act: ActName, facts: Mapping[str, object]) -> Iterator[str]:
    for field, value in facts.items():
        if field in _SILENT or value == "":
            continue
        if field == "kind":
            yield name_in(_KIND_LISTS.get(act, ""), str(value))
        elif isinstance(value, str | int | float):
            yield f"{_NAMES.get(field) or name_in(FIELDS, field)}：{_spoken(value)}"


_NAMES = {
    "unified_number": "统一登记号",
    "historic_number": "统一登记号",
    "void_number": "作废的号码",
    "letter_number": "文书文号",
}


def _reason(facts: Mapping[str, object]) -> list[str]:
    return [f"理由：{facts['reason']}"] if facts.get("reason") else []


def _spoken(value: object) -> str:
    if isinstance(value, bool):
        return _FLAGS[value]
    if isinstance(value, Mapping):
        return _term(value)
    return "无" if value in {None, ""} else str(value)


def _term(term: Mapping[str, object]) -> str:
    amount, until = term.get("amount"), term.get("until_date")
    units = {"years": f"{amount} 年", "months": f"{amount} 个月", "until_date": f"至 {until}"}
    kind = str(term.get("kind"))
    return units.get(kind) or name_in("ValidityTermKind", kind)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _rows(value: object) -> Sequence[Mapping[str, object]]:
    return [_table(one) for one in value] if isinstance(value, list) else []
