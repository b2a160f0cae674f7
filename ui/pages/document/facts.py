"""The facts of a document in words, for its tabs."""

from models.domain.profile import Profile
from models.queries.document_rows import DocumentPage, RelationRow
from models.queries.lives import DocumentLife
from resources.terms import name_of
from ui.parts.days import day_words, judgement_words, term_words, yes_or_no
from ui.widgets.facts_grid import Fact


def document_facts(page: DocumentPage, profile: Profile) -> list[Fact]:
    """Return the basic facts in the order of the paper 登记表."""
    facts = page.facts
    lines = [
        Fact("文件名称", facts.title),
        Fact("制定机关", facts.issuing_body_name),
        *_joint(page),
        Fact("文件类别", name_of(facts.document_class)),
        Fact("文种", facts.document_kind),
        Fact("试行或者暂行", yes_or_no(facts.is_trial)),
        Fact("涉及市场主体", yes_or_no(facts.is_market_related)),
        Fact("有重大影响", yes_or_no(facts.has_major_effect)),
        Fact("起草单位", facts.drafting_unit),
        Fact("主送机关", facts.addressee),
        Fact("签发人", facts.signer),
        Fact("签发日期", day_words(facts.signed_date)),
        Fact("成文日期", day_words(facts.adopted_date)),
        Fact("印发日期", day_words(facts.printed_date)),
        Fact("公布日期", day_words(facts.published_date)),
        Fact("施行日期", day_words(facts.effective_date), facts.early_effect_reason),
        Fact("解释机关", facts.interpretation_body),
        Fact("来源", name_of(facts.origin)),
        *_imported(page),
        Fact("登记", f"{day_words(facts.registered_date)}　{facts.registered_by}"),
        Fact("办理时的规则", _rules(page, profile)),
    ]
    if facts.refusal_reason:
        lines.append(Fact("不予登记理由", facts.refusal_reason))
    return lines


def _imported(page: DocumentPage) -> list[Fact]:
    """Say from which row of which ledger it came, and what that row said besides."""
    found = page.imported
    if found is None:
        return []
    sheet = "" if found.sheet == found.source_name else f"　{found.sheet}"
    row = f"{found.source_name}{sheet} 第 {found.row_number} 行"
    notes = "；".join(f"{name}：{' '.join(value.split())}" for name, value in found.unheld)
    lines = [Fact("来自台账", row, f"{day_words(found.imported_date)} 导入")]
    return [*lines, Fact("导入附注", notes)] if notes else lines


def validity_facts(page: DocumentPage) -> list[Fact]:
    """Return what decides whether the document is in force."""
    facts = page.facts
    return [
        Fact("时效", name_of(page.validity.status), judgement_words(page.validity)),
        *_suspension(page.life),
        Fact("施行日期", day_words(facts.effective_date)),
        Fact("有效期", term_words(facts.validity_term)),
        Fact("有效期最后一日", day_words(facts.expiry_date), _other_reading(page.life)),
    ]


def _suspension(life: DocumentLife) -> list[Fact]:
    if not life.is_suspended:
        return []
    return [Fact("停止执行", "、".join(life.suspended_clauses) or "整件")]


def _other_reading(life: DocumentLife) -> str:
    return f"也有算到 {day_words(life.other_last_day)} 的" if life.other_last_day else ""


def relation_words(row: RelationRow) -> str:
    """Say how another document stands to this one."""
    number = f"（{row.number}）" if row.number else ""
    clause = f"，{row.clause}" if row.clause else ""
    if row.is_incoming:
        return f"被《{row.title}》{number}{name_of(row.kind)}{clause}"
    return f"{name_of(row.kind)}《{row.title}》{number}{clause}"


def _rules(page: DocumentPage, profile: Profile) -> str:
    facts = page.facts
    name = profile.name if facts.profile_id == profile.id else ""
    return f"{name} {facts.profile_version.split('+')[0]} 版".strip()


def _joint(page: DocumentPage) -> list[Fact]:
    if not page.joint_issuers:
        return []
    names = [f"{one.name}（牵头）" if one.is_lead else one.name for one in page.joint_issuers]
    return [Fact("联合制定机关", "、".join(names))]
